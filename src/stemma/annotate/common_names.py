"""Names that words in small letters make: "the Ruritanian foreign ministry", "the 1987 arms treaty"."""

from collections.abc import Iterator, Sequence

from stemma.annotate.named import LONGEST, POSSESSIVE, Named
from stemma.annotate.reading import Reading
from stemma.lang import names_en, offices_en
from stemma.text.gazetteer import Gazetteer

_STOPS = frozenset(("DET", "VERB", "AUX", "ADP", "PRON", "CCONJ", "SCONJ", "PUNCT", "NUM"))


def institutions(reading: Reading, table: Gazetteer, known: Sequence[Named]) -> Iterator[Named]:
    """Ministries and the like that a country, a place or a name in capitals tells from others of their sort."""
    begins = {i: name.first for name in known for i in range(name.first + 1, name.after)}
    for i, word in enumerate(reading.lower):
        if word not in offices_en.INSTITUTIONS or reading.parse.upos[i] not in ("NOUN", "PROPN", "ADJ"):
            continue
        if i + 1 < reading.end(i) and _goes_on(reading, i + 1):
            continue
        first = _first_of_institution(reading, table, i)
        if first is not None:
            yield Named(begins.get(first, first), _after_institution(reading, i), "organisation")
        elif (first := _first_at_capital(reading, table, i)) is not None:
            yield Named(first, i + 3, "organisation")


def _goes_on(reading: Reading, i: int) -> bool:
    """Whether the noun phrase goes on at token `i`, so that its head is still to come."""
    return reading.parse.upos[i] in ("NOUN", "PROPN") and reading.parse.heads[i - 1] == i


def _first_of_institution(reading: Reading, table: Gazetteer, head: int) -> int | None:
    """Where the name of the institution with this head begins; None where nothing tells which one it is."""
    capital = reading.words[head][:1].isupper()
    if not capital and reading.lower[head] not in offices_en.NAMED_INSTITUTIONS:
        return None
    first, named = head, False
    for i in reading.run_left(head):
        role = _role_before(reading, table, i, head) if head - i <= LONGEST else None
        if role is None:
            break
        if role != "link":
            first = i
        named = named or role == "name"
    return first if named and first < head else None


def _first_at_capital(reading: Reading, table: Gazetteer, head: int) -> int | None:
    """Where "foreign ministry in Vienna" begins; None where no capital follows."""
    if reading.lower[head] not in ("ministry", "government", "parliament") or head + 2 >= reading.end(head):
        return None
    if reading.lower[head + 1] != "in" or reading.words[head + 2] not in table.capitals:
        return None
    first = head
    while first > 0 and reading.lower[first - 1] in offices_en.MODIFIERS:
        first -= 1
    return first


def _role_before(reading: Reading, table: Gazetteer, i: int, head: int) -> str | None:
    """What token `i` is to the name of the institution at `head`: "name", "link", "more", or None for no part of it."""
    word, low, upos = reading.words[i], reading.lower[i], reading.parse.upos[i]
    capital = reading.words[head][:1].isupper()
    if word in POSSESSIVE:
        owned = i > 0 and (_holds_name(reading, table, i - 1) or (capital and reading.words[i - 1][:1].isupper()))
        return "link" if owned else None
    if word == "-":
        return "link" if reading.touches(i) and reading.touches(i + 1) else None
    office = low in offices_en.OFFICES and not capital
    if not word[:1].isalnum() or upos in _STOPS or low == reading.lower[head] or office:
        return None
    if _holds_name(reading, table, i):
        return "name"
    begins = i == reading.parse.sentences[reading.sentence[i]].first
    if word[:1].isupper() and (capital or not begins):
        return "name" if capital else "more"
    if low in offices_en.MODIFIERS:
        return None if capital and low in offices_en.INSTITUTIONS else "more"
    return "more" if not capital and upos == "NOUN" else None


def _holds_name(reading: Reading, table: Gazetteer, i: int) -> bool:
    word = reading.words[i]
    return word in table.adjectives or (word[:1].isupper() and (word in table.names or reading.tagged[i] == 1))


def _after_institution(reading: Reading, head: int) -> int:
    """Where the name ends: it may go on with "of" and words in capitals, or with "of" and a field of state."""
    after = head + 1
    if not reading.words[head][:1].isupper() or after >= reading.end(head) or reading.lower[after] != "of":
        return after
    at = after + 1
    while at < reading.end(head) and at - head < LONGEST:
        word = reading.words[at]
        if word[:1].isupper() and reading.parse.upos[at] in ("PROPN", "NOUN", "ADJ"):
            after = at + 1
        elif reading.lower[at] not in ("the", "and", "of", "for", "&"):
            break
        at += 1
    return after


def agreements(reading: Reading) -> Iterator[Named]:
    """Agreements by their year: "the 1987 arms treaty"."""
    for i, word in enumerate(reading.words):
        if len(word) == 4 and word.isdigit() and word[:2] in ("18", "19", "20"):
            for at in range(i + 1, min(i + 6, reading.end(i))):
                if reading.lower[at] in names_en.AGREEMENTS and reading.parse.upos[at] in ("NOUN", "PROPN"):
                    yield Named(i, at + 1, "agreement")
                    yield from _other_name(reading, at + 1)
                    break
                if reading.parse.upos[at] not in ("ADJ", "NOUN", "PROPN") and reading.words[at] != "-":
                    break


def _other_name(reading: Reading, i: int) -> Iterator[Named]:
    """The letters by which an agreement before token `i` goes, too: ", or NOHT"."""
    i += i < len(reading) and reading.words[i] == ","
    if i + 1 < len(reading) and reading.lower[i] in ("or", "(") and reading.words[i + 1].isupper():
        yield Named(i + 1, i + 2, "agreement")
