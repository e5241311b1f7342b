"""Numbers in times: amounts, days of a month, years, and what tells them from counts."""

from typing import NamedTuple

from stemma.lang import times_en as en
from stemma.text.timex_tokens import Tokens

_LATEST_YEAR, _EARLIEST_YEAR, _EARLIEST_BARE = 2099, 1000, 1900
_LONGEST_NUMBER = 12
_SEPARATORS = frozenset(".,-/:")
_BAD_SIGNS = frozenset("$€£¥#@&=+*")


class Number(NamedTuple):
    """A number, None where the text leaves it open, and the token after it."""

    value: float | None
    after: int


def amount(t: Tokens, i: int) -> Number | None:
    """The number at token `i`: "two", "2.5", "1,000", "a dozen", "twenty-five", "half a", "several"."""
    word = t.low[i]
    if word.isdigit():
        return _digits(t, i)
    if word == "half" and t.low[i + 1] in ("a", "an"):
        return Number(0.5, i + 2)
    if word in ("a", "an"):
        return _article(t, i)
    if word in en.NUMBERS:
        return _words(t, i)
    if word == "dozen":
        return Number(12, i + 1)
    return Number(None, i + 1) if word in ("several", "few", "many", "some") else None


def _article(t: Tokens, i: int) -> Number:
    following = t.low[i + 1]
    if following == "couple":
        return Number(None, t.skip(i + 2, "of"))
    if following in ("few", "good"):
        return Number(None, t.skip(i + 2, "many"))
    if following in en.MULTIPLES:
        return Number(en.MULTIPLES[following], i + 2)
    if following == "half" and t.low[i + 2] == "-":
        return Number(0.5, i + 3)
    return Number(1, i + 1)


def _digits(t: Tokens, i: int) -> Number | None:
    """A number in figures, with its thousands and its decimals."""
    if len(t.low[i]) > _LONGEST_NUMBER:
        return None
    written, after = t.low[i], i + 1
    while t.low[after] == "," and t.joined(after - 1) and t.joined(after) and _is_triple(t.low[after + 1]):
        written, after = written + t.low[after + 1], after + 2
        if len(written) > _LONGEST_NUMBER:
            return None
    number: float = int(written)
    if t.low[after] == "." and t.joined(after - 1) and t.joined(after) and t.low[after + 1].isdigit():
        number, after = float(f"{written}.{t.low[after + 1][:6]}"), after + 2
    if t.low[after] in en.MULTIPLES:
        return Number(number * en.MULTIPLES[t.low[after]], after + 1)
    if t.low[after] == "½":
        return Number(number + 0.5, after + 1)
    if t.matches(after, ("1", "/", "2")) and t.joined(after) and t.joined(after + 1):
        return Number(number + 0.5, after + 3)
    return Number(number, after)


def _is_triple(word: str) -> bool:
    return len(word) == 3 and word.isdigit()


def _words(t: Tokens, i: int) -> Number:
    """A number in words up to the billions: "twenty-five", "two hundred", "one and a half"."""
    number: float = en.NUMBERS[t.low[i]]
    after = i + 1
    units = t.skip(after, "-")
    if number >= 20 and 0 < en.NUMBERS.get(t.low[units], 0) < 10:
        number, after = number + en.NUMBERS[t.low[units]], units + 1
    if t.low[after] in en.MULTIPLES:
        number, after = number * en.MULTIPLES[t.low[after]], after + 1
    return half_more(t, after, number)


def half_more(t: Tokens, i: int, number: float) -> Number:
    """The number with "and a half" after it, hyphens or none."""
    at = i
    for word in ("and", "a", "half"):
        at = t.skip(at, "-")
        if t.low[at] != word:
            return Number(number, i)
        at += 1
    return Number(number + 0.5, at)


def ordinal(t: Tokens, i: int) -> Number | None:
    """The ordinal at token `i`, in words or figures: "third", "21st", "twenty-first"."""
    word = t.low[i]
    if word.isdigit() and len(word) <= 2:
        return Number(int(word), i + 2) if t.joined(i) and t.low[i + 1] in en.ORDINAL_ENDS else None
    if word in en.ORDINALS:
        return Number(en.ORDINALS[word], i + 1)
    tens = en.NUMBERS.get(word, 0)
    if tens >= 20 and t.low[i + 1] == "-" and en.ORDINALS.get(t.low[i + 2], 99) < 10:
        return Number(tens + en.ORDINALS[t.low[i + 2]], i + 3)
    return None


def day_of_month(t: Tokens, i: int) -> Number | None:
    """A day of a month in figures, 1 to 31, with or without its ending."""
    word = t.low[i]
    if not word.isdigit() or len(word) > 2 or not 1 <= int(word) <= 31 or word == "00":
        return None
    after = i + 1
    if t.joined(i) and t.low[after] in en.ORDINAL_ENDS:
        return Number(int(word), after + 1)
    if t.joined(i) and (t.low[after] in "%:°" or _goes_on(t, i) or t.low[after].isalpha()):
        return None
    return Number(int(word), after)


def _goes_on(t: Tokens, i: int) -> bool:
    """Whether digits go on behind a sign that parts a number: 5.5, 1,000, 10/12."""
    return t.low[i + 1] in ".,/" and t.joined(i + 1) and t.low[i + 2].isdigit()


def year(t: Tokens, i: int) -> Number | None:
    """Four digits that can be a year, standing for themselves; whether they are one the neighbours must tell."""
    word = t.low[i]
    if len(word) != 4 or not word.isdigit() or not _EARLIEST_YEAR <= int(word) <= _LATEST_YEAR:
        return None
    if t.joined(i) and (t.low[i + 1].isalpha() or t.low[i + 1] in "%°" or _goes_on(t, i)):
        return None
    return Number(int(word), i + 1)


def year_after_date(t: Tokens, i: int) -> Number | None:
    """A year that goes on a month or a day, unless it counts what comes next."""
    found = year(t, i)
    return found if found and not (t.low[found.after] in en.COUNTED and t.low[found.after] != "of") else None


def bare_year(t: Tokens, i: int) -> Number | None:
    """A year that stands alone, told from counts and numbers by its neighbours."""
    found = year(t, i)
    if found is None or _tied(t, i):
        return None
    number = int(t.low[i])
    before, following = t.before(i), t.low[found.after]
    if before in en.NO_YEAR_BEFORE or before in _BAD_SIGNS or before.isdigit():
        return None
    if following in en.COUNTED and (following != "of" or number < _EARLIEST_BARE):
        return None
    prepared = before in en.BEFORE_YEARS or before == "("
    if number < _EARLIEST_BARE:
        sure = before in en.BEFORE_OLD_YEARS or before == "("
        sure = sure or (number >= 1500 and (prepared or before in ("the", "this", "s")))
        return found if sure and not _plural(following) else None
    counting = _plural(following) and not t.capital(found.after) and before not in ("the", "’", "s")
    if counting and (not prepared or number % 100 == 0):
        return None
    return found


def _plural(word: str) -> bool:
    return len(word) > 3 and word.endswith("s") and not word.endswith("ss") and word not in en.NO_PLURALS


def _tied(t: Tokens, i: int) -> bool:
    """Whether a sign ties the digits to something before them: 555-2014, v2.2014, $2014, 12/2014."""
    if i == 0 or not t.joined(i - 1):
        return False
    before = t.low[i - 1]
    if before in _BAD_SIGNS:
        return True
    if before.isalpha():
        return True
    if before not in _SEPARATORS or i < 2 or not t.joined(i - 2):
        return False
    return before != "-" or t.low[i - 2] not in ("post", "pre", "mid", "early", "late", "to")
