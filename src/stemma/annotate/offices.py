"""Offices: the title of a person as a report gives it, and of what.

    Foreign Minister X          X, Iran's foreign minister,       the minister, X,
    spokesman for the zoo X     X, head of the Y,                 X is the mayor of Y

A title takes in the words before its head that say which one ("deputy police chief"); a country, a name or an
institution before it says of what ("Defense Ministry spokesman").
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from stemma.annotate.named import POSSESSIVE, Named
from stemma.annotate.reading import Reading
from stemma.lang import names_en, offices_en
from stemma.model import Role
from stemma.text.gazetteer import Gazetteer

_CLOSERS = frozenset((",", ".", ";", ":", ")", "]", "”", '"', "''", "’", "–", "—", "-", "--", "!", "?"))
_PREPOSITIONS = frozenset(("of", "for", "at", "in", "to", "with"))
_NOUNS = frozenset(("NOUN", "PROPN", "ADJ", "NUM"))
_FIELDS = frozenset(("minister", "secretary", "commissioner", "head", "director"))
_REACH = 12
"""Words from a name to its title; bounds every walk."""


class Office(NamedTuple):
    """A title at tokens `[first, after)`, "of" phrase included; `head` is the token of its main word.

    `title` and `of` are words as a report gives them, countries by their usual name; `definite` says whether the phrase
    names one person ("the minister", "Iran's minister") or introduces one ("a spokesman").
    """

    first: int
    head: int
    after: int
    title: str
    of: str | None
    definite: bool

    @property
    def role(self) -> Role:
        """The office as a record."""
        return Role(title=self.title, of=self.of)


class Offices:
    """The offices of one report, read off its words; `names` are its names in order."""

    def __init__(self, reading: Reading, table: Gazetteer, names: Sequence[Named]) -> None:
        self.reading = reading
        self.table = table
        self.at: dict[int, Named] = {i: name for name in names for i in range(name.first, name.after)}

    def of_person(self, name: Named) -> Iterator[Office]:
        """The offices that the words around a person's name give to the person."""
        before = self._before(name)
        if before is not None:
            yield before if before.of else before._replace(of=self._home(name))
        yield from self._behind(name)

    # --- before and after a name ----------------------------------------------------------------

    def _before(self, name: Named) -> Office | None:
        reading = self.reading
        begin = reading.parse.sentences[reading.sentence[name.first]].first
        i = name.first - 1
        while i >= begin and name.first - i < 5 and self._is_style(i):
            i -= 1
        if i < begin:
            return None
        if reading.words[i] == ",":
            office = self._ending_at(i - 1, begin)
            settled = office is not None and (office.definite or self._article(office.first) is not None)
            return office if settled and self._closes(name.after, name) else None
        return self._ending_at(i, begin) if reading.words[i] not in POSSESSIVE else None

    def _home(self, name: Named) -> str | None:
        """ "Rabbi X of the Old Temple": of what an office is that stands before a name."""
        end = self.reading.end(name.first)
        if name.after + 1 >= end or self.reading.lower[name.after] != "of":
            return None
        after = self._noun_phrase(name.after + 1, end)
        if after is None or not self._holds_capital(name.after + 1, after):
            return None
        return self._as_country(name.after + 1 + (self.reading.lower[name.after + 1] in names_en.ARTICLES), after)

    def _is_style(self, i: int) -> bool:
        """Whether token `i` is a rank, an honour or a bracket before a name, and no office."""
        word = self.reading.lower[i].rstrip(".")
        if self.is_head(i):
            return False
        return word in offices_en.HONORIFICS and word not in offices_en.OFFICES and word not in offices_en.SHORT_TITLES

    def _ending_at(self, i: int, begin: int) -> Office | None:
        """The office whose last word is token `i`: its head, or the end of "head of the zoo"."""
        if self.is_head(i):
            return self.office(i)
        if self.reading.parse.upos[i] not in _NOUNS:
            return None
        for head in range(i - 1, max(begin, i - _REACH) - 1, -1):
            if self.reading.parse.upos[head] in ("VERB", "AUX", "PRON") or self.reading.words[head] in (",", ";", ":"):
                return None
            if self.is_head(head):
                office = self.office(head)
                return office if office.after == i + 1 and office.after > head + 1 else None
        return None

    def _closes(self, i: int, name: Named) -> bool:
        """Whether a name set off by commas ends at token `i`: with a comma, a stop or the verb of its sentence."""
        reading = self.reading
        return i >= reading.end(name.first) or reading.parse.upos[i] in ("PUNCT", "VERB", "AUX", "ADV", "SCONJ", "PART")

    def _behind(self, name: Named) -> Iterator[Office]:
        """ "X, the minister of Y and head of Z," and "X (mayor of Y)"."""
        reading = self.reading
        end = reading.end(name.first)
        i = name.after
        if i + 1 >= end or reading.words[i] not in (",", "(", "–", "—"):
            return
        i = self._past_age(i + 1, end)
        for _ in range(3):
            head = self._head_from(i, end)
            if head is None:
                return
            office = self.office(head)
            if not self._set_off(office, end):
                return
            yield office
            i = office.after
            if i >= end or reading.lower[i] != "and":
                return
            i += 1

    def _past_age(self, i: int, end: int) -> int:
        """The token after "45," at token `i`."""
        words = self.reading.words
        return i + 2 if i + 2 < end and words[i].isdigit() and words[i + 1] == "," else i

    def _head_from(self, i: int, end: int) -> int | None:
        """The head of the title that begins at token `i`."""
        reading = self.reading
        found = None
        for at in range(i, min(end, i + _REACH)):
            upos, word = reading.parse.upos[at], reading.words[at]
            if self.is_head(at):
                found = at
            elif found is not None:
                return found
            nominal = upos in _NOUNS or upos == "DET" or word in POSSESSIVE or word in ("-", "then", "currently")
            if not (nominal or reading.lower[at] in ("his", "her", "its", "their", "who", "is", "and") or found == at):
                return found
            if reading.lower[at] == "and" and found is None and not self._joined_modifiers(at):
                return None
        return found

    def _joined_modifiers(self, i: int) -> bool:
        return self.reading.parse.upos[i - 1] in _NOUNS and self.reading.parse.upos[i - 1] != "PROPN"

    def _set_off(self, office: Office, end: int) -> bool:
        """Whether an office behind a comma belongs to the name before it: "with X, the president said" has another."""
        i, reading = office.after, self.reading
        if i >= end or reading.parse.upos[i] in ("CCONJ", "PRON", "SCONJ") or reading.words[i] in _CLOSERS:
            return True
        bare = self._article(office.first) is None and not office.definite
        return bare and reading.parse.upos[i] in ("VERB", "AUX", "ADP", "ADV")

    # --- one office -----------------------------------------------------------------------------

    def is_head(self, i: int) -> bool:
        """Whether token `i` is the main word of a title."""
        reading = self.reading
        word = reading.lower[i]
        short = offices_en.SHORT_TITLES.get(word.rstrip(".")) if reading.words[i][:1].isupper() else None
        if short is not None:
            return True
        if reading.parse.upos[i] not in ("NOUN", "PROPN", "ADJ", "X"):
            return False
        before = reading.lower[i - 1] if i else ""
        if word in offices_en.OFFICES:
            return word not in offices_en.NEED_MORE or self._has_more(i)
        return before in offices_en.COMPOUND_ONLY.get(word, ())

    def _has_more(self, i: int) -> bool:
        """Whether words around say of what somebody is "head" or "member"."""
        reading = self.reading
        if i + 1 < len(reading) and reading.lower[i + 1] in ("of", "for", "at"):
            return True
        if not i or reading.sentence[i - 1] != reading.sentence[i]:
            return False
        before = reading.lower[i - 1]
        return reading.parse.upos[i - 1] in _NOUNS or before in POSSESSIVE or before in offices_en.MODIFIERS

    def office(self, head: int) -> Office:
        """The office whose main word is token `head`."""
        reading = self.reading
        first, title_first, of = self._left(head)
        after, behind, field = self._right(head)
        words = [offices_en.SHORT_TITLES.get(reading.lower[head].rstrip(".")) or reading.words[head]]
        words = [reading.words[i] for i in range(title_first, head)] + words
        title = " ".join(words + field).replace(" - ", "-")
        former = first > 0 and reading.lower[first - 1] in offices_en.FORMER
        if former and not title.lower().startswith(("former", "ex")):
            title = f"former {title}"
        of = of or behind
        article = self._article(first)
        definite = article is None and of is not None and self._is_possessed(first, title_first)
        return Office(first, head, after, title, of, definite or article == "the" or bool(self._owner(first)))

    def _is_possessed(self, first: int, title_first: int) -> bool:
        return any(self.reading.words[i] in POSSESSIVE for i in range(first, title_first))

    def _article(self, first: int) -> str | None:
        """The article before token `first`."""
        for i in range(first - 1, max(-1, first - 4), -1):
            word = self.reading.lower[i]
            if word in ("the", "a", "an", "another", "one", "this", "that"):
                return "the" if word in ("the", "this", "that") else "a"
            if self.reading.parse.upos[i] != "ADJ" and word not in offices_en.FORMER:
                return None
        return None

    def _owner(self, first: int) -> bool:
        return first > 0 and self.reading.lower[first - 1] in ("his", "her", "its", "their", "our", "my")

    def _left(self, head: int) -> tuple[int, int, str | None]:
        """Where the phrase begins, where its title begins, and of what the words before the title make it."""
        reading = self.reading
        title_first = head - (reading.lower[head - 1] in offices_en.COMPOUND_ONLY.get(reading.lower[head], ()))
        i = title_first - 1
        begin = max(reading.parse.sentences[reading.sentence[head]].first, head - _REACH)
        while i >= begin and self._is_modifier(i):
            if reading.words[i] != "-":
                title_first = i
            i -= 1
        first = title_first
        i = title_first - 1
        if i < begin:
            return first, title_first, None
        if reading.words[i] in POSSESSIVE and i > begin:
            owner, at = self._name_ending_at(i - 1, begin)
            return (at if owner else first), title_first, owner
        owner, at = self._name_ending_at(i, begin)
        return (at if owner else first), title_first, owner

    def _is_modifier(self, i: int) -> bool:
        """Whether token `i` is a word of a title before its head."""
        reading = self.reading
        word, low, upos = reading.words[i], reading.lower[i], reading.parse.upos[i]
        if word == "-" or low in offices_en.FORMER or low in offices_en.RANKS_BELOW:
            return True
        if low in offices_en.MODIFIERS or low in offices_en.OFFICES:
            name = self.at.get(i)
            return name is None or name.after - name.first == 1
        if word in self.table.adjectives or i in self.at or low in offices_en.INSTITUTIONS:
            return False
        return upos == "NOUN" and word.islower()

    def _name_ending_at(self, i: int, begin: int) -> tuple[str | None, int]:
        """The name, the country or the institution whose last word is token `i`, and its first token."""
        reading = self.reading
        name = self.at.get(i)
        if name is not None and name.after == i + 1:
            if name.known is not None and name.known.kind == "country":
                return name.known.name, name.first
            return reading.between(name.first, name.after), name.first
        if i > begin and (adjective := self.table.adjectives.get(f"{reading.words[i - 1]} {reading.words[i]}")):
            return adjective.name, i - 1
        if (adjective := self.table.adjectives.get(reading.words[i])) is not None:
            return adjective.name, i
        if reading.lower[i] not in offices_en.INSTITUTIONS:
            return None, i
        first = i
        while first > begin and (self._is_modifier(first - 1) or reading.parse.upos[first - 1] == "ADJ"):
            first -= 1
        return reading.between(first, i + 1), first

    def _right(self, head: int) -> tuple[int, str | None, list[str]]:
        """Where the phrase ends, of what the words behind it make it, and the words that the title goes on with."""
        reading = self.reading
        i, end = head + 1, reading.end(head)
        if i + 1 >= end or reading.lower[i] not in _PREPOSITIONS:
            return i, None, []
        behind = reading.lower[i + 1]
        state = offices_en.TITLE_OF.get(reading.lower[head])
        if reading.lower[i] == "of" and state and behind in state:
            return i + 2, None, reading.words[i : i + 2]
        after = self._noun_phrase(i + 1, end)
        if after is None or (reading.lower[i] in ("to", "with", "in") and not self._holds_capital(i + 1, after)):
            return i, None, []
        first = i + 1 + (reading.lower[i + 1] in names_en.ARTICLES)
        of = self._as_country(first, after)
        if reading.lower[i] == "of" and reading.lower[head] in _FIELDS and not self._holds_capital(i + 1, after):
            institution = reading.lower[after - 1] in offices_en.INSTITUTIONS
            return after, (of if institution else None), ([] if institution else reading.words[i:after])
        return after, of, []

    def _as_country(self, first: int, after: int) -> str:
        known = self.table.names.get(self.reading.between(first, after))
        return known.name if known and known.kind == "country" else self.reading.between(first, after)

    def _holds_capital(self, first: int, after: int) -> bool:
        return any(word[:1].isupper() for word in self.reading.words[first:after])

    def _noun_phrase(self, i: int, end: int) -> int | None:
        """Where the noun phrase from token `i` on ends, inner "of", "for" and "in" included."""
        reading = self.reading
        start, after = i, None
        while i < end and i - start < _REACH:
            name = self.at.get(i)
            if name is not None and name.first == i:
                if name.kind == "person" and after is not None and reading.lower[i - 1] not in ("of", "for", "to"):
                    titled = self.is_head(i - 1) if i > start else False
                    return after if not titled else name.after
                i = after = name.after
                continue
            upos, low = reading.parse.upos[i], reading.lower[i]
            based = upos == "VERB" and reading.words[i - 1] == "-"
            if upos in _NOUNS or reading.words[i] in POSSESSIVE or reading.words[i] == "-" or based:
                i = after = i + 1
            elif upos == "DET" or (after is not None and low in ("of", "for", "in", "and", "&")):
                if low == "and" and not self._goes_on_after_and(i, end):
                    break
                i += 1
            else:
                break
        return after

    def _goes_on_after_and(self, i: int, end: int) -> bool:
        """Whether "and" joins two nouns of one field of office, and no second office."""
        named = i + 1 in self.at
        return i + 1 < end and self.reading.parse.upos[i + 1] in _NOUNS and not named and not self.is_head(i + 1)
