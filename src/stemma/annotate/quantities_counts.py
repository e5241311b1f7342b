"""What a number counts: the noun phrase after it, or what the words around a bare number tell."""

from bisect import bisect_left
from typing import NamedTuple

from stemma.annotate.quantities_numbers import Number
from stemma.annotate.quantities_words import HYPHENS, Words
from stemma.lang import calendar
from stemma.lang import quantities_en as en
from stemma.text.engine import Parse

_MOST_WORDS = 8
_MOST_SKIPPED = 14
_MOST_BACK = 30
# Longer words in capitals are a headline, not an abbreviation.
_MOST_CAPITALS = 4
_QUOTES = frozenset("\"'“”‘’")


class Counted(NamedTuple):
    """What is counted, in words, and the token after it."""

    of: str
    after: int


class Analysed:
    """A parse, looked at by places in the text."""

    def __init__(self, parse: Parse) -> None:
        self.parse = parse
        self.starts = [span.start for span in parse.spans]

    def token(self, start: int) -> int | None:
        """The token that begins at `start`."""
        i = bisect_left(self.starts, start)
        return i if i < len(self.starts) and self.starts[i] == start else None


def counted(words: Words, number: Number, analysed: Analysed | None) -> Counted | None:
    """The things that `number` counts, by the noun phrase that follows it; None where none does."""
    j = number.after
    if number.vague:
        if words.low[j] == "of":
            j += 1
            j += words.low[j] in en.AMONG
        elif words.low[j] not in ("more", "other", "others"):
            return None
    elif words.glued(j - 1) or words.hyphen(j):
        return None
    if analysed is not None and (found := _by_parse(words, number, analysed)) is not None:
        return found
    single = number.value <= 1.0 and number.value != 0.0
    head = _single_head(words, j) if single else _plural_head(words, j)
    return None if head is None else Counted(_phrase(words, j, head + 1), head + 1)


def _by_parse(words: Words, number: Number, analysed: Analysed) -> Counted | None:
    token = analysed.token(words.starts[number.after - 1])
    if token is None or not analysed.parse.relations[token].startswith("nummod"):
        return None
    head = analysed.parse.heads[token]
    if not token < head <= token + _MOST_WORDS or analysed.parse.upos[head] not in ("NOUN", "PROPN"):
        return None
    if not words.is_word(number.after) or (number.value == 1.0 and words.low[number.after] in en.SMALL_IDIOMS):
        return None
    end = analysed.parse.spans[head].end
    after = number.after
    while after < words.count and words.starts[after] < end:
        after += 1
    between = words.low[number.after : after]
    if any(word in en.STOPS and word not in en.JOINING for word in between) or between[-1] in en.TIME_NOUNS:
        return None
    return Counted(_phrase(words, number.after, after), after)


def _phrase(words: Words, first: int, after: int) -> str:
    while first < after - 1 and words.low[first] in en.LEADING:
        first += 1
    phrase = words.between(first, after)
    return phrase.lower() if phrase.isupper() and len(phrase) > _MOST_CAPITALS else phrase


def is_stop(words: Words, j: int) -> bool:
    """Whether token `j` is a word that no noun phrase holds; "US" is none."""
    return words.low[j] in en.STOPS and words.raw[j] != "US"


def _ends_phrase(words: Words, j: int) -> bool:
    word = words.low[j]
    if word in en.JOINING or (word in _QUOTES and words.glued(j)):
        return False
    if words.hyphen(j) or (words.hyphen(j - 1) and words.raw[j - 1] in HYPHENS):
        return False
    return not words.is_word(j) or is_stop(words, j)


def _plural_head(words: Words, j: int) -> int | None:
    """The first plural from token `j` on inside of one noun phrase, or the last of a row of them."""
    for at in range(j, j + _MOST_WORDS):
        word = words.low[at]
        if _ends_phrase(words, at) or (word in en.TOLL and word not in en.GROUPS and at > j):
            return None
        if word in en.JOINING and (at == j or words.low[at - 1] in en.LEADING or words.low[at + 1] in en.STOPS):
            return None
        if word in en.TIME_NOUNS or word in calendar.WEEKDAYS:
            return None
        if word in en.GROUPS:
            return _after_group(words, at)
        if _is_plural(words, at):
            return _last_plural(words, at)
    return None


def _after_group(words: Words, at: int) -> int:
    """The head of "wounded", which stands for people, or for what follows: "three wounded Afghan soldiers"."""
    following = at + 1
    if not words.is_word(following) or is_stop(words, following):
        return at
    if words.low[following] in en.TOLL or words.low[following] in en.GROUPS:
        return at
    head = _plural_head(words, following)
    return at if head is None or words.low[head + 1] in en.STOPS_SAYING else head


def _is_plural(words: Words, at: int) -> bool:
    word = words.low[at]
    if words.hyphen(at + 1) or (words.raw[at + 1] in ("'", "’") and words.glued(at) and words.is_word(at + 2)):
        return False
    if word in en.PLURALS or word in en.GROUPS:
        return True
    return (
        len(word) > 3
        and word.endswith("s")
        and not word.endswith(("ss", "us", "sis", "'s", "’s"))
        and (word not in en.NOT_PLURAL)
    )


def _last_plural(words: Words, at: int) -> int:
    """`at`, or the last of the plurals right after it: "news agencies", "Rolls Royce cars"."""
    head = at
    for ahead in range(at + 1, at + _MOST_WORDS):
        if is_stop(words, ahead) or not words.is_word(ahead) or words.low[ahead] in en.TIME_NOUNS:
            break
        if words.low[ahead] not in en.TOLL and _is_plural(words, ahead):
            head = ahead
            continue
        named = words.raw[ahead - 1][0].isupper() and words.raw[ahead][0].isupper() and not words.title_case
        if ahead > head + 1 or not named:
            break
    return head


def _single_head(words: Words, j: int) -> int | None:
    """The head of the noun phrase after "one": its last word before a verb, a function word or a mark."""
    if words.low[j] in en.SMALL_IDIOMS or is_stop(words, j):
        return None
    head = None
    for at in range(j, j + _MOST_WORDS // 2):
        word = words.low[at]
        if _ends_phrase(words, at) or word in en.JOINING or word in en.TIME_NOUNS:
            break
        if head is not None and (word in en.TOLL or word.endswith(("ed", "ing")) or words.raw[at] == "s"):
            break
        head = at
        if word in en.PERSONS and not words.hyphen(at + 1):
            break
    if head is None or words.low[head] in en.TIME_NOUNS or not words.is_word(head) or words.low[j] in en.TIME_NOUNS:
        return None
    if head == j and _is_plural(words, head):  # "one dresses"
        return None
    if words.low[head + 1] in en.TIME_NOUNS or words.low[head] in en.ORDINALS or words.low[head].endswith("est"):
        return None
    return head


# --- tolls --------------------------------------------------------------------------------------


def toll_before(words: Words, k: int) -> str | None:
    """What befell those that a number counts whose phrase begins after token `k`: "killing", "a death toll of"."""
    low = words.low
    while low[k] in ("another", "a", "further", "total", "of", "the", "by", "to", "at", "least") and low[k]:
        if low[k] == "of":
            return "killed" if low[k - 1] in en.TOLL_NOUNS or _is_toll(words, k - 1) else None
        if low[k] in ("to", "at", "by"):
            rising = any(word in en.CHANGES or word in en.LEVEL_VERBS for word in low[max(0, k - 3) : k])
            return "killed" if rising and _death_toll(words, k) else None
        k -= 1
    word = low[k]
    if word in ("is", "was", "reached", "hit", "stood", "exceeded", "passed", "topped"):
        return "killed" if _death_toll(words, k) else None
    if word in ("left", "leaving", "leaves"):
        return "left"
    return en.TOLL.get(word) if word not in en.NOT_OBJECTS else None


def _death_toll(words: Words, k: int) -> bool:
    """Whether the words before token `k` speak of a toll: "the number of dead rose"."""
    for at in range(k - 1, max(-1, k - _MOST_BACK), -1):
        if words.low[at] in ".;:" or words.low[at][:1].isdigit():
            return False
        if words.low[at] in en.TOLL_NOUNS or _is_toll(words, at):
            return True
    return False


def _is_toll(words: Words, at: int) -> bool:
    return words.low[at] == "toll" and words.low[at - 1] in en.TOLL_KINDS


def toll_after(words: Words, j: int) -> str | None:
    """What befell those whose noun phrase ends before token `j`: "were killed", "dead", ", two of them girls, died"."""
    low = words.low
    if low[j] == ",":
        close = next((at for at in range(j + 1, j + _MOST_SKIPPED) if low[at : at + 1] == [","]), None)
        if close is None or low[close + 1] not in en.AUXILIARIES:
            return None
        j = close + 1
    for at in range(j, j + 6):
        word = low[at]
        if word in en.AFTER_OBJECT:
            return en.TOLL[word]
        if word not in en.AUXILIARIES:
            return None
    return None
