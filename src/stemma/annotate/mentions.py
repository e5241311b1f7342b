"""The names in one report, with their borders and kinds: what the tagger saw, what the table knows, what repeats.

Taggers slip where a report does not: they cut names, miss one in three organisations and call a country an actor. So a
known name wins over the tagger's, an institution takes in the words that say which one, a name found once is found
wherever the report repeats it, and a name is of one kind in the whole report: the one most of its places speak for.
"""

from collections import Counter
from collections.abc import Iterator

from stemma.annotate.common_names import agreements, institutions
from stemma.annotate.named import LONGEST, POSSESSIVE, Named
from stemma.annotate.reading import Reading
from stemma.lang import names_en, offices_en
from stemma.model import MentionKind
from stemma.text.gazetteer import Gazetteer

_KINDS: dict[str, MentionKind] = {"PERSON": "person", "ORG": "organisation", "PLACE": "place"}


def names(reading: Reading, table: Gazetteer) -> list[Named]:
    """The names of a report in order, none overlapping another. Takes time linear in its length."""
    known = list(_known(reading, table))
    made = [*agreements(reading), *known, *institutions(reading, table, known), *_tagged(reading, table)]
    # "North Korean" takes part, so that no half of it is a name, and then goes.
    found = [name for name in _disjoint(made) if name.kind != "other"]
    found = _of_one_kind(reading, found)
    return _repeated(reading, found)


# --- the table ----------------------------------------------------------------------------------


def _known(reading: Reading, table: Gazetteer) -> Iterator[Named]:
    people = _people(reading, table)
    i = 0
    while i < len(reading):
        word = reading.words[i]
        match = _match(reading, table, i) if word in table.by_first and i not in people else None
        if match is None:
            i += 1
            continue
        name, after = match
        entry = table.names.get(name)
        yield Named(i, after, entry.mention_kind if entry else "other", entry)
        i = after


def _people(reading: Reading, table: Gazetteer) -> frozenset[int]:
    """The tokens of people's names of several words, in which Jordan is no country."""
    return frozenset(
        i
        for name in reading.parse.names
        if name.kind == "PERSON" and name.after - name.first > 1
        if reading.words[name.first][:1].isupper() and reading.between(name.first, name.after) not in table.names
        for i in range(name.first, name.after)
    )


def _match(reading: Reading, table: Gazetteer, i: int) -> tuple[str, int] | None:
    """The longest name of the table at token `i`, and the token after it."""
    text, start = reading.text, reading.starts[i]
    for name in table.by_first[reading.words[i]]:
        there = text[start : start + len(name)]
        if there != name and " ".join(there.split()) != name and not (len(name) > 3 and there == name.upper()):
            continue
        after = reading.tokens_until(i, start + len(name))
        if after is None or (after == i + 1 and not _is_name(reading, i)):
            continue
        return name, after
    return None


def _is_name(reading: Reading, i: int) -> bool:
    """Whether a word that may be a name is one here: "US" in a line of capitals and "Nice" need not be."""
    if reading.parse.upos[i] != "PROPN" and not reading.parse.xpos[i].startswith("NNP"):
        return False
    # "Delhi Zoo" and "Jordan Peterson" are other names, which the tagger or the rules for institutions find.
    return not (len(reading.words[i]) <= 3 and reading.shouts(i))


# --- the tagger ---------------------------------------------------------------------------------


def _tagged(reading: Reading, table: Gazetteer) -> Iterator[Named]:
    for name in reading.parse.names:
        first, after = _trimmed(reading, name.first, name.after)
        if first >= after or (after - first == 1 and _is_no_name(reading.words[first], table)):
            continue
        kind = _KINDS[name.kind]
        if kind == "person":
            first, after = _whole_person(reading, first, after)
        else:
            first, after = _whole_thing(reading, table, first, after)
        yield Named(first, after, _corrected(reading, first, after, kind))


def _is_no_name(word: str, table: Gazetteer) -> bool:
    """Whether one word that the tagger takes for a name is none: "Iranian", or "Zoo" where a sentence begins."""
    common = word.lower() in offices_en.INSTITUTIONS and word.lower() not in offices_en.NAMED_INSTITUTIONS
    return word in table.adjectives or (common and word not in table.names)


def _trimmed(reading: Reading, first: int, after: int) -> tuple[int, int]:
    """A name without its articles, titles and possessive endings; empty where no word in capitals is left."""
    while after > first and (reading.words[after - 1] in POSSESSIVE or not reading.has_letter(after - 1)):
        after -= 1
    while after - first > 2 and _is_place_line(reading, first, after):
        after -= 1
    while first < after and (
        reading.lower[first] in names_en.ARTICLES
        or (after - first > 1 and reading.lower[first].rstrip(".") in offices_en.HONORIFICS)
        or not reading.has_letter(first)
    ):
        first += 1
    if first < after and not any(
        reading.words[i][:1].isupper() or reading.words[i][:1].isdigit() for i in range(first, after)
    ):
        return first, first
    return first, after


def _is_place_line(reading: Reading, first: int, after: int) -> bool:
    """Whether the last word is no part of a name: the place in capitals, or the sign, behind a byline."""
    last = reading.words[after - 1]
    shouted = last.isupper() and len(last) > 3 and not any(w.isupper() for w in reading.words[first : after - 1])
    return shouted or last[:1] in "©@#"


def _whole_person(reading: Reading, first: int, after: int) -> tuple[int, int]:
    """The borders of a person's name: the parser may see words of it that the tagger missed, "Jae-in" goes on."""
    end, begin = reading.end(first), reading.parse.sentences[reading.sentence[first]].first
    heads, relations = reading.parse.heads, reading.parse.relations
    while after < end and after - first < LONGEST:
        if after + 1 < end and reading.words[after] == "-" and reading.touches(after) and reading.touches(after + 1):
            after += 2
            continue
        inside = first <= heads[after] < after and relations[after] == "flat"
        if not (inside and reading.words[after][:1].isupper() and not reading.tagged[after]):
            break
        after += 1
    before = first - 1
    given = before >= begin and heads[first] == before and relations[first] == "flat" and not reading.tagged[before]
    if given and reading.words[before][:1].isupper() and reading.parse.xpos[before].startswith("NNP"):
        titled = reading.lower[before].rstrip(".") in offices_en.HONORIFICS | offices_en.OFFICES
        first = first if titled else before
    return first, after


def _whole_thing(reading: Reading, table: Gazetteer, first: int, after: int) -> tuple[int, int]:
    """The borders of an organisation or a place, with the words in capitals that the parser joins to it."""
    end, begin = reading.end(first), reading.parse.sentences[reading.sentence[first]].first
    heads, upos = reading.parse.heads, reading.parse.upos
    while first > begin and after - first < LONGEST:
        i = first - 1
        joined = first <= heads[i] < after and reading.parse.relations[i] in ("compound", "flat", "amod", "nummod")
        proper = reading.words[i][:1].isupper() and upos[i] in ("PROPN", "ADJ", "NOUN") and not reading.tagged[i]
        if not (joined and proper) or reading.words[i] in table.adjectives or reading.lower[i] in offices_en.OFFICES:
            break
        first = i
    while after < end and after - first < LONGEST:
        inside = first <= heads[after] < after or (heads[after - 1] == after and upos[after] == "PROPN")
        if not (inside and reading.words[after][:1].isupper() and upos[after] == "PROPN" and not reading.tagged[after]):
            break
        if reading.lower[after] in offices_en.OFFICES or reading.parse.relations[after] not in (
            "flat",
            "compound",
            "nmod",
        ):
            break
        after += 1
    if after < end and reading.lower[after] in offices_en.NAMED_INSTITUTIONS and first <= heads[after - 1] <= after:
        after += heads[after - 1] == after
    elif after + 1 < end and reading.lower[after] == "of" and reading.lower[after - 1] in names_en.BEFORE_OF:
        after = _after_of(reading, after + 1, end) or after
    return first, after


def _after_of(reading: Reading, i: int, end: int) -> int | None:
    """Where the capitals after "of" end; None where none stand there."""
    at = i + (reading.lower[i] == "the")
    after = None
    while at < end and at - i < LONGEST and reading.words[at][:1].isupper() and reading.parse.upos[at] == "PROPN":
        after = at = at + 1
    return after


def _corrected(reading: Reading, first: int, after: int, kind: MentionKind) -> MentionKind:
    """The kind of a name as its own words and the words around it tell it."""
    last = reading.lower[after - 1]
    if after - first > 1 or last in names_en.SURE_HEADS:
        for kinds, words in names_en.HEADS.items():
            if last in words or (kinds == "organisation" and reading.lower[first] in names_en.ORGANISATION_FIRST):
                return kinds  # type: ignore[return-value]
    before = reading.lower[first - 1] if first else ""
    if kind == "person" and before in offices_en.INSTITUTIONS and reading.words[first - 1].islower():
        given = reading.lower[first] in offices_en.GIVEN_NAMES
        described = any(word in offices_en.OFFICES for word in reading.lower[max(0, first - 5) : first - 1])
        return kind if given or described else "organisation"
    return kind


# --- the whole report ---------------------------------------------------------------------------


def _disjoint(found: list[Named]) -> list[Named]:
    """Of names that overlap, the longest; of equal ones, the first given."""
    taken: list[Named] = []
    used: set[int] = set()
    for name in sorted(found, key=lambda n: n.first - n.after):
        if used.isdisjoint(range(name.first, name.after)):
            used.update(range(name.first, name.after))
            taken.append(name)
    return sorted(taken)


def _of_one_kind(reading: Reading, found: list[Named]) -> list[Named]:
    """Each name with the kind that most of its places have; what the table knows is settled."""
    votes: dict[str, Counter[MentionKind]] = {}
    for name in found:
        if name.known is None:
            votes.setdefault(folded(reading, name), Counter())[_vote(reading, name)] += 1
    surnames = {
        reading.lower[name.after - 1] for name in found if name.kind == "person" and name.after - name.first > 1
    }
    settled = []
    for name in found:
        if name.known is None:
            key = folded(reading, name)
            counted = votes[key]
            kind: MentionKind = max(sorted(counted), key=lambda k: counted[k])
            if name.after - name.first == 1 and key in surnames and kind != "person":
                kind = "person"
            name = name._replace(kind=kind)
        settled.append(name)
    return settled


def _vote(reading: Reading, name: Named) -> MentionKind:
    """What one place says of a name's kind: nobody is called "the Smith"."""
    if name.kind == "person" and name.first and reading.lower[name.first - 1] == "the":
        following = reading.parse.upos[name.after] if name.after < len(reading) else ""
        if following not in ("NOUN", "PROPN"):
            return "organisation"
    return name.kind


def folded(reading: Reading, name: Named) -> str:
    """A name as it is compared: in small letters, without dots, with one space between its words."""
    return " ".join(word.replace(".", "") or word for word in reading.lower[name.first : name.after])


def _repeated(reading: Reading, found: list[Named]) -> list[Named]:
    """The names found, and the places where the report repeats one that nothing found there."""
    used = bytearray(len(reading))
    for name in found:
        used[name.first : name.after] = b"\x01" * (name.after - name.first)
    sought: dict[str, list[tuple[tuple[str, ...], Named]]] = {}
    for name in found:
        words = tuple(reading.words[name.first : name.after])
        if words[0][:1].isupper() or name.kind == "agreement":
            _seek(sought, words, name)
            if name.kind == "person" and len(words) > 1 and words[-1][:1].isupper() and len(words[-1]) > 2:
                _seek(sought, words[-1:], name)
    again = []
    for i, word in enumerate(reading.words):
        if used[i] or word not in sought:
            continue
        for words, name in sought[word]:
            after = i + len(words)
            if tuple(reading.words[i:after]) == words and not any(used[i:after]):
                if len(words) == 1 and not _names_here(reading, i):
                    continue
                again.append(Named(i, after, name.kind, name.known))
                used[i:after] = b"\x01" * len(words)
                break
    return sorted([*found, *again])


def _names_here(reading: Reading, i: int) -> bool:
    """Whether a word that is a name elsewhere is one at token `i`, too: "Bush", but not "BUSH" in a shouted line."""
    if reading.shouts(i):
        return False
    begins = i == reading.parse.sentences[reading.sentence[i]].first
    speaks = i + 1 < reading.end(i) and reading.parse.xpos[i + 1] in ("VBD", "VBZ")
    return reading.parse.upos[i] == "PROPN" or not begins or reading.parse.relations[i] == "nsubj" or speaks


def _seek(sought: dict[str, list[tuple[tuple[str, ...], Named]]], words: tuple[str, ...], name: Named) -> None:
    """Add one way to write a name; a first word has few ways, so that looking them up stays cheap."""
    ways = sought.setdefault(words[0], [])
    if len(ways) < 16 and all(way != words for way, _ in ways):
        ways.append((words, name))
        ways.sort(key=lambda way: -len(way[0]))
