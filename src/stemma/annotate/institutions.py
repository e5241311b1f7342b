"""Which names of institutions, places and papers stand for the same thing: short forms, abbreviations, countries."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from stemma.annotate.named import Named
from stemma.annotate.reading import Reading
from stemma.lang import names_en, offices_en
from stemma.text.gazetteer import Gazetteer
from stemma.text.personal_names import plain

_ABBREVIATION = re.compile(r"[A-Z][A-Za-z]?(?:\.?[A-Z])+\.?s?")
_ALSO = frozenset(("or", "known", "called", "dubbed"))


class Groups(NamedTuple):
    """For each name the number of its thing; what the table calls the thing; the reasons for what was joined."""

    of: dict[Named, int]
    names: dict[int, str]
    because: dict[int, tuple[str, ...]]


def grouped(reading: Reading, table: Gazetteer, found: Sequence[Named]) -> Groups:
    """The things that the names stand for; names of people are not among `found`."""
    joining = _Joining(reading, table, found)
    joining.join_stated()
    joining.join_initials()
    joining.join_short_forms()
    return joining.groups()


class _Joining:
    def __init__(self, reading: Reading, table: Gazetteer, found: Sequence[Named]) -> None:
        self.reading = reading
        self.table = table
        self.found = found
        self.keys: dict[Named, str] = {name: self._key(name) for name in found}
        self.first: dict[str, Named] = {}
        for name, key in self.keys.items():
            self.first.setdefault(key, name)
        self.parent: dict[str, str] = {}
        self.reasons: dict[str, list[str]] = {}

    def _key(self, name: Named) -> str:
        """What a name is compared by: its line of the table, or its words with the country that they tell."""
        if name.known is not None:
            return f"={name.known.name}"
        words = [w for w in self.reading.words[name.first : name.after] if w[:1].isalnum() or w in "&-"]
        if len(words) > 2 and words[-2] == "in" and (country := self.table.capitals.get(words[-1])):
            words = [country.name, *words[:-2]]
        return " ".join(self._country_or_word(words))

    def _country_or_word(self, words: list[str]) -> Iterator[str]:
        i = 0
        while i < len(words):
            pair = " ".join(words[i : i + 2])
            for form, length in ((pair, 2), (words[i], 1)):
                known = self.table.adjectives.get(form) or self.table.names.get(form)
                if known is not None and known.kind == "country" and len(words) > length:
                    yield known.name.lower()
                    i += length
                    break
            else:
                yield plain(words[i])
                i += 1

    # --- joining --------------------------------------------------------------------------------

    def root(self, key: str) -> str:
        while key in self.parent:
            key = self.parent[key]
        return key

    def join(self, short: str, full: str, why: str) -> None:
        a, b = self.root(short), self.root(full)
        if a != b:
            self.parent[a] = b
            self.reasons.setdefault(b, []).extend([*self.reasons.pop(a, []), why])

    def join_stated(self) -> None:
        """ "International Energy Board (IEB)", "the 2015 nuclear deal, or JCPOA": the report says so itself."""
        reading = self.reading
        ends = {name.after: name for name in self.found}
        for name in self.found:
            i = name.first - 1
            if i < 1 or name.after - name.first > 3:
                continue
            short = reading.between(name.first, name.after)
            if reading.words[i] == "(" and i in ends and self._is_short_for(short, name, ends[i]):
                self.join(self.keys[name], self.keys[ends[i]], f"“{short}” stands in brackets behind the name")
            elif reading.lower[i] in _ALSO:
                full = ends.get(i - 1 if reading.words[i - 1] == "," else i)
                if full is not None and full.kind == name.kind and self._is_short_for(short, name, full):
                    self.join(self.keys[name], self.keys[full], f"the report calls it “{short}” too")

    def _is_short_for(self, short: str, name: Named, full: Named) -> bool:
        """Whether a name is another way to call the one before it; treaties go by letters of their own."""
        if name.kind == full.kind == "agreement":
            return True
        letters = plain(short).replace(" ", "")
        words = [plain(word) for word in self.reading.words[full.first : full.after]]
        return bool(letters) and len(words) > 1 and any(word.startswith(letters[0]) for word in words)

    def join_initials(self) -> None:
        """ "MTA" is the one name whose words begin with M, T and A."""
        initials: dict[str, list[str]] = {}
        for key, name in self.first.items():
            if name.after - name.first > 1:
                for letters in self._initials(name):
                    initials.setdefault(letters, []).append(key)
        for key, name in self.first.items():
            short = self.reading.words[name.first]
            if name.after - name.first == 1 and _ABBREVIATION.fullmatch(short) and name.kind != "place":
                full = initials.get(short.replace(".", "").lower(), [])
                if len(full) == 1 and len(short.replace(".", "")) > 2 and self.root(key) == key:
                    self.join(key, full[0], f"“{short}” has the first letters of the name")

    def _initials(self, name: Named) -> set[str]:
        words = [w.lower() for w in self.reading.words[name.first : name.after] if w[:1].isalnum()]
        content = "".join(word[0] for word in words if word not in names_en.INNER)
        return {content, "".join(word[0] for word in words)}

    def join_short_forms(self) -> None:
        """ "the Foreign Ministry" is the one that another place calls Ruritania's; "Acme" is Acme Holdings."""
        by_last: dict[str, list[str]] = {}
        by_first: dict[str, list[str]] = {}
        for key, name in self.first.items():
            words = self._compared(key)
            if words and (name.kind != "place" or words[-1] not in self.table.names):
                by_last.setdefault(words[-1], []).append(key)
                by_first.setdefault(words[0], []).append(key)
        # Longer names first: when a short form is looked at, its longer ones are known to be one.
        for key in sorted(self.first, key=lambda key: -len(self._compared(key))):
            name, words = self.first[key], self._compared(key)
            if name.kind == "place" or not words or (key.startswith("=") and len(words) == 1):
                continue
            longer = self._longer(key, words, by_last) or self._extended(key, words, by_first)
            roots = {self.root(other) for other in longer} - {self.root(key)}
            if len(roots) == 1:
                full = self.reading.between(*self.first[longer[0]][:2])
                self.join(key, longer[0], f"“{full}” is the only name of the report that it can shorten")

    def _compared(self, key: str) -> list[str]:
        """The words of a name, also of one that the table knows."""
        if not key.startswith("="):
            return key.split()
        first, after = self.first[key][:2]
        return [plain(word) for word in self.reading.words[first:after]]

    def _longer(self, key: str, words: list[str], by_last: dict[str, list[str]]) -> list[str]:
        """Names that end in all the words of this one."""
        if len(words) == 1 and words[0] in offices_en.INSTITUTIONS:
            return []
        others = by_last.get(words[-1], ())[:50]
        kind = self.first[key].kind
        return [
            other
            for other in others
            if other != key and self._compared(other)[-len(words) :] == words and self.first[other].kind == kind
        ]

    def _extended(self, key: str, words: list[str], by_first: dict[str, list[str]]) -> list[str]:
        """Names that begin with all the words of this one, and go on with "Inc." or with "and" and more."""
        found = []
        for other in by_first.get(words[0], ())[:50]:
            full = self._compared(other)
            rest = full[len(words) :]
            if rest and full[: len(words)] == words and other != key:
                firm = all(word in names_en.CORPORATE or word in names_en.HEADS["organisation"] for word in rest)
                if firm or (len(words) > 1 and rest[0] in ("and", "of", "for")):
                    found.append(other)
        return found

    # --- results --------------------------------------------------------------------------------

    def groups(self) -> Groups:
        numbers: dict[str, int] = {}
        of: dict[Named, int] = {}
        called: dict[int, str] = {}
        because: dict[int, tuple[str, ...]] = {}
        for name in self.found:
            root = self.root(self.keys[name])
            number = numbers.setdefault(root, len(numbers))
            of[name] = number
            if name.known is not None and name.known.kind == "country":
                called[number] = name.known.name
            if name.known is not None and name.known.kind != "country" and name.known.country:
                because[number] = (f"country: {name.known.country} (table of names)",)
        for root, number in numbers.items():
            if root in self.reasons:
                because[number] = (*because.get(number, ()), *dict.fromkeys(self.reasons[root]))
        return Groups(of, called, because)
