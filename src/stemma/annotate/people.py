"""Which names of people stand for the same person: full names first, then the short ones by what came before.

A report gives somebody's full name once and a surname from then on. Bearers of one surname stay apart: a short name
goes to the one who was named last, and to nobody where two were named together.
"""

from collections.abc import Mapping, Sequence

from stemma.annotate.named import Named
from stemma.annotate.offices import Office
from stemma.annotate.reading import Reading
from stemma.lang import offices_en
from stemma.text.personal_names import gender_of, given_gender, part_of, plain

_NEAR = 12
"""Words around a name within which a word for a relative tells that its bearers are several."""
_NOWHERE = 9


class _Full:
    """The bearer of a full name while names are being gathered."""

    def __init__(self, words: tuple[str, ...]) -> None:
        self.forms = [words]
        self.last_seen = -1
        self.has_relatives = False
        self.gender = given_gender(words[0]) if len(words) > 1 else ""
        self.is_titled = False

    def hear(self, title: str) -> None:
        """Learn a gender from a title before the name; the first one holds."""
        if title and not self.is_titled:
            self.gender, self.is_titled = title, True


class People:
    """The people of one report, gathered from their names in the order of the text."""

    def __init__(self, reading: Reading, offices: Mapping[Named, Sequence[Office]]) -> None:
        self.reading = reading
        self.offices = offices
        self.bearers: list[_Full] = []
        self.of: dict[Named, int | None] = {}
        self.doubts: dict[int, str] = {}
        self._exact: dict[tuple[str, ...], int] = {}
        self._by_word: dict[str, list[int]] = {}
        self._titles: dict[int, set[str]] = {}

    def gather(self, names: Sequence[Named]) -> None:
        """Decide for each of the names of people whom it stands for; None where it may be one of several."""
        people = [name for name in names if name.kind == "person"]
        words = {name: self._words(name) for name in people}
        # "Sassou Nguesso" beside "Denis Sassou Nguesso" is a surname of two words.
        surnames = {held[i:] for held in words.values() for i in range(1, len(held))}
        for name in people:
            if len(words[name]) > 1 and words[name] not in surnames:
                self._add_full(name, words[name])
        for name in people:
            if (key := self._exact.get(words[name])) is not None:
                self.bearers[key].last_seen = name.first
                self.of[name] = key
            else:
                self._add_short(name, words[name])

    def _words(self, name: Named) -> tuple[str, ...]:
        tokens = self.reading.words[name.first : name.after]
        return tuple(plain(word) for word in tokens if word[:1].isalnum()) or (plain(tokens[0]),)

    # --- full names -----------------------------------------------------------------------------

    def _add_full(self, name: Named, words: tuple[str, ...]) -> None:
        titles = {office.title.lower().removeprefix("former ") for office in self.offices.get(name, ())}
        key = self._exact.get(words)
        relatives = self._among_relatives(name)
        if key is None:
            key = self._same_person(words, titles, relatives)
            if key is None:
                key = len(self.bearers)
                self.bearers.append(_Full(words))
            else:
                self.bearers[key].forms.append(words)
            self._exact[words] = key
            for word in dict.fromkeys(words):
                bearers = self._by_word.setdefault(word, [])
                if key not in bearers:
                    bearers.append(key)
        self._titles.setdefault(key, set()).update(titles)
        self.bearers[key].hear(self._titled(name))
        self.bearers[key].has_relatives |= relatives

    def _same_person(self, words: tuple[str, ...], titles: set[str], relatives: bool) -> int | None:
        """The one bearer whose full name holds these words, or lies in them; an office in common decides."""
        candidates = [
            key
            for key in self._by_word.get(words[-1], ())[:50]
            if any(part_of(words, form) or part_of(form, words) for form in self.bearers[key].forms)
        ]
        official = [key for key in candidates if titles & self._titles.get(key, set())]
        if len(official) == 1:
            return official[0]
        if len(candidates) == 1 and not (relatives or self.bearers[candidates[0]].has_relatives):
            return candidates[0]
        return None

    def _among_relatives(self, name: Named) -> bool:
        """Whether a word for a relative stands near: then two like names may well be two people's."""
        reading = self.reading
        begin, end = reading.parse.sentences[reading.sentence[name.first]]
        near = range(max(begin, name.first - _NEAR), min(end, name.after + _NEAR))
        return any(reading.lower[i] in offices_en.KIN for i in near)

    # --- short names ----------------------------------------------------------------------------

    def _add_short(self, name: Named, words: tuple[str, ...]) -> None:
        key, doubt = self._whose(name, words)
        if key is None and doubt is None:
            key = len(self.bearers)
            self.bearers.append(_Full(words))
            for word in dict.fromkeys(words):
                self._by_word.setdefault(word, []).append(key)
        if key is not None:
            self.bearers[key].hear(self._titled(name))
            self.bearers[key].last_seen = name.first
            if doubt:
                self.doubts.setdefault(key, doubt)
        self.of[name] = key

    def _whose(self, name: Named, words: tuple[str, ...]) -> tuple[int | None, str | None]:
        """Whom a short name stands for, and what is doubtful about it."""
        best = self._best_fits(self._by_word.get(words[-1], []), words)
        several = len(best) > 1
        best = self._of_gender(name, best)
        if not several:
            return (best[0] if best else None), None
        doubt = f"doubt: others in the report bear the name {self.reading.between(name.first, name.after)}"
        if not best:  # somebody of whom the report has told nothing yet
            return None, None
        if len(best) == 1:
            return best[0], doubt
        seen = sorted(((self.bearers[key].last_seen, key) for key in best), reverse=True)
        (latest, key), (earlier, _) = seen[0], seen[1]
        if latest < 0:
            return min(best), f"{doubt}; the one named first is taken"
        if earlier >= 0 and self.reading.sentence[latest] == self.reading.sentence[earlier]:
            return None, doubt
        return key, f"{doubt}; the one named last is taken"

    def _best_fits(self, bearers: Sequence[int], words: tuple[str, ...]) -> list[int]:
        """Of the bearers of these words, those in whose name they stand in the likeliest place: last, inside, first."""
        ranks = [(min(_rank(form, words) for form in self.bearers[key].forms), key) for key in bearers[:200]]
        ranks = [(rank, key) for rank, key in ranks if rank < _NOWHERE]
        least = min((rank for rank, _ in ranks), default=0)
        return [key for rank, key in ranks if rank == least]

    def _of_gender(self, name: Named, keys: list[int]) -> list[int]:
        """The bearers who can be called "Mr." or "Mrs.", where the name says so.

        A title outweighs a given name, which may be anybody's: it parts two bearers, a given name only chooses.
        """
        wanted = self._titled(name)
        if not wanted:
            return keys
        fitting = [key for key in keys if self.bearers[key].gender in ("", wanted)]
        return fitting or [key for key in keys if not self.bearers[key].is_titled]

    def _titled(self, name: Named) -> str:
        """The gender that the title right before a name tells: "male", "female" or nothing."""
        title = self.reading.lower[name.first - 1].rstrip(".") if name.first else ""
        return gender_of(title) if title in offices_en.HONORIFICS | offices_en.OFFICES else ""


def _rank(form: tuple[str, ...], words: tuple[str, ...]) -> int:
    if form[-len(words) :] == words:
        return 0
    if len(words) > 1:
        return _NOWHERE
    if form[0] == words[0]:
        return 0 if words[0] in offices_en.SURNAMES_IN_FRONT else 2
    return 1
