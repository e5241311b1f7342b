"""Whom a pronoun or a nominal can take up: who was named or spoke before it, and how near they are to mind.

Salience after Lappin and Leass (1994), cut down to what news prose needs: speakers and subjects before others, the
nearest sentence before those further off, words in quotations not at all. Where two are equally near, nobody is taken.
"""

from bisect import bisect_left, insort
from collections.abc import Collection, Iterator
from typing import Literal, NamedTuple

from stemma.annotate.entities import Found
from stemma.model import Span
from stemma.text.personal_names import gender_of, given_gender, plain

Number = Literal["one", "thing", "many"]

_SENTENCES = 5
_PARAGRAPHS = 3
"""How far back a pronoun can reach. In the development data 19 of 20 reach no further than two paragraphs."""
_MOST = 60
"""Referents that are weighed at most, so that a list of a thousand names stays cheap."""
SPEAKER, _SUBJECT, _OTHER, _OWNER = 4.0, 3.0, 0.75, 0.25
_TIE, _NEAR_TIE = 0.4, 1.2
"""Below the one, a choice between two is a guess and not made; below the other, it is made with a doubt."""
_FADES = 0.75
"""Salience that is lost with each sentence."""


class Referent(NamedTuple):
    """Somebody or something that the text put before the reader at `token`.

    `entity` is None for the unnamed, of whom `words` are kept. `many` people, `one` person or one `thing`.
    """

    token: int
    entity: str | None
    number: Number
    weight: float
    words: Span
    gender: str = ""


class Choice(NamedTuple):
    """Who was taken, or None, and why."""

    referent: Referent | None
    because: str


class Referents:
    """The referents of one report in the order of the text; speakers are added as they are found."""

    def __init__(self, found: Found) -> None:
        self.found = found
        self.reading = found.reading
        self.genders = _genders(found)
        self._places: dict[str, list[int]] = {}
        self._tokens: list[int] = []
        self._held: list[Referent] = []
        for name in found.names:
            hidden = self.reading.quoted[name.first] or self.reading.in_dateline(name.first)
            if name.kind in ("person", "organisation", "place") and not hidden:
                entity = found.ids[name]
                number: Number = "one" if name.kind == "person" else "thing"
                span = self.reading.span(name.first, name.after)
                gender = self.genders.get(entity or "", "")
                self._tokens.append(name.first)
                if entity is not None:
                    self._places.setdefault(entity, []).append(name.first)
                self._held.append(
                    Referent(name.first, entity, number, self._weight(name.first, name.after), span, gender)
                )

    def _weight(self, first: int, after: int) -> float:
        reading = self.reading
        if after < len(reading) and reading.words[after] in ("'s", "’s", "'", "’"):
            return _OWNER
        return _SUBJECT if reading.is_subject(reading.head_of(first, after)) else _OTHER

    def add_speaker(self, token: int, entity: str | None, number: Number, words: Span, gender: str = "") -> None:
        """Put a speaker before the reader, named or not."""
        at = bisect_left(self._tokens, token)
        self._tokens.insert(at, token)
        if entity is not None:
            insort(self._places.setdefault(entity, []), token)
        known = self.genders.get(entity or "", "")
        self._held.insert(at, Referent(token, entity, number, SPEAKER, words, gender or known))

    def before(self, token: int) -> Iterator[tuple[Referent, float]]:
        """The referents before `token` that are near enough, nearest first, with their salience there."""
        reading = self.reading
        sentence, paragraph = reading.sentence[token], reading.paragraph(token)
        at = bisect_left(self._tokens, token)
        for referent in reversed(self._held[max(0, at - _MOST) : at]):
            away = sentence - reading.sentence[referent.token]
            apart = paragraph - reading.paragraph(referent.token)
            if apart > _PARAGRAPHS:
                return
            near = _FADES * min(away, _SENTENCES) + 0.5 * apart
            yield referent, referent.weight - near

    def places(self, entity: str, token: int) -> list[int]:
        """Where `entity` was put before the reader, before `token`."""
        places = self._places.get(entity, [])
        return places[: bisect_left(places, token)]

    def latest(self, entity: str, token: int) -> int | None:
        """Where `entity` was last put before the reader, before `token`; None where it was not."""
        places = self._places.get(entity, [])
        at = bisect_left(places, token)
        return places[at - 1] if at else None

    def choose(self, token: int, number: Number, gender: str = "", *, among: Collection[str] | None = None) -> Choice:
        """Whom a pronoun or a nominal at `token` takes up; one of the entities `among`, where these are given."""
        best: dict[str, tuple[float, Referent]] = {}
        for referent, salience in self.before(token):
            if not _agrees(referent, number, gender) or not (among is None or referent.entity in among):
                continue
            key = referent.entity or f"{referent.words.start}"
            score, held = best.get(key, (salience, referent))
            # Being named again and again keeps somebody in mind, by a little.
            best[key] = (max(score, salience) + (0.1 if key in best else 0.0), held)
        ranked = sorted(best.values(), key=lambda pair: (-pair[0], -pair[1].token))
        word = self.reading.lower[token]
        if not ranked:
            return Choice(None, f"nobody before “{word}” fits it")
        if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _TIE:
            return Choice(None, f"“{word}” may be one of two")
        taken = ranked[0][1]
        because = f"“{word}” takes up who was last named or spoke"
        if taken.weight < _SUBJECT or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _NEAR_TIE):
            because = f"doubt: {because}, where others are near"
        return Choice(taken, because)


def _agrees(referent: Referent, number: Number, gender: str) -> bool:
    if number == "many":
        return referent.number != "one"
    if referent.number != number:
        return False
    return not (gender and referent.gender) or gender == referent.gender


def _genders(found: Found) -> dict[str, str]:
    """The gender of each person as titles, offices and relatives' words tell it; else as the given name hints."""
    told: dict[str, str] = {}
    for name in found.names:
        entity = found.ids[name]
        if name.kind == "person" and entity is not None and entity not in told:
            begin = found.reading.parse.sentences[found.reading.sentence[name.first]].first
            for i in range(name.first - 1, max(begin, name.first - 3) - 1, -1):
                if gender := gender_of(found.reading.lower[i]):
                    told[entity] = gender
                    break
                if found.reading.words[i] != ",":
                    break
    for id, entity_record in found.entities.items():
        if entity_record.kind == "person" and id not in told:
            words = [word for role in entity_record.roles for word in role.title.lower().split()]
            hints = [gender for word in words if (gender := gender_of(word))]
            first = entity_record.name.split()
            hints.append(given_gender(plain(first[0])) if len(first) > 1 else "")
            told[id] = hints[0]
    return told
