"""Names that every report may use: countries with their people, capitals and seats, institutions, agreements.

The shipped table is `lang/places_en.tsv`; users add a table of their own in the same form, whose lines win.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Literal, cast

from stemma.errors import SettingsError
from stemma.lang.agencies import AGENCIES
from stemma.model import MentionKind

PlaceKind = Literal["country", "region", "place", "capital", "seat", "organisation", "agreement", "document", "event"]
_KINDS = ("country", "region", "place", "organisation", "agreement", "document", "event")
_FIRST_WORD = re.compile(r"[^\s\-'’]+")
_MENTION_KINDS: Mapping[str, MentionKind] = {
    "country": "place",
    "region": "place",
    "place": "place",
    "capital": "place",
    "seat": "organisation",
    "organisation": "organisation",
    "agreement": "agreement",
    "document": "document",
    "event": "event",
}


@dataclass(frozen=True, slots=True)
class Known:
    """An entity of the table. `country` is the name of the country that it is, or lies in, or stands for."""

    name: str
    kind: PlaceKind
    country: str | None = None

    @property
    def mention_kind(self) -> MentionKind:
        """What a mention of it is."""
        return _MENTION_KINDS[self.kind]


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """The table, looked up by name. Adjectives and peoples ("Iranian") lead to countries and regions."""

    names: Mapping[str, Known]
    adjectives: Mapping[str, Known]
    capitals: Mapping[str, Known]
    """Name of a capital -> its country."""
    by_first: Mapping[str, tuple[str, ...]] = field(repr=False)
    """First word -> the names that begin with it, longest first."""


def gazetteer(extra: Path | None = None) -> Gazetteer:
    """The shipped table, with the lines of the file `extra` before it.

    Raises SettingsError where the file cannot be read or a line of it has another form.

    >>> table = gazetteer()
    >>> table.names["Kremlin"].country, table.adjectives["Iranians"].name, table.capitals["Tehran"].name
    ('Russia', 'Iran', 'Iran')
    """
    if extra is None:
        return _gazetteer("", "")
    try:
        own = extra.read_text("utf-8-sig")
    except (OSError, ValueError) as error:
        raise SettingsError(f"annotate: {extra}: cannot be read as a table of names ({error})") from error
    return _gazetteer(own, str(extra))


@lru_cache(maxsize=4)
def _gazetteer(own: str, where: str) -> Gazetteer:
    shipped = resources.files("stemma.lang").joinpath("places_en.tsv").read_text("utf-8")
    return _table([*_rows(own, where), *_rows(shipped, "places_en.tsv")])


def _rows(text: str, where: str) -> Iterable[list[str]]:
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if cells[0] not in _KINDS or len(cells) < 2 or not cells[1]:
            raise SettingsError(
                f"annotate: {where}, line {number}: must be a kind ({', '.join(_KINDS)}), a tab and names parted by |"
            )
        yield cells + [""] * (6 - len(cells))


def _table(rows: list[list[str]]) -> Gazetteer:
    countries: dict[str, str] = {}
    for kind, names, _, code, *_ in rows:
        if kind == "country" and code:
            countries.setdefault(code, names.split("|")[0])
    known: dict[str, Known] = {}
    adjectives: dict[str, Known] = {}
    capitals: dict[str, Known] = {}
    for kind, names, people, code, capital, seats, *_ in rows:
        name = _split(names)[0]
        country = countries.get(code) if code else None
        entry = Known(name, cast(PlaceKind, kind), country)
        for form in _split(names):
            known.setdefault(form, entry)
        for form in _split(people):
            adjectives.setdefault(form, entry)
        for form in _split(capital):
            known.setdefault(form, Known(_split(capital)[0], "capital", name))
            capitals.setdefault(form, entry)
        for form in _split(seats):
            known.setdefault(form, Known(form, "seat", name))
    for agency in AGENCIES:
        for form in agency.aliases:
            known.setdefault(form, Known(agency.name, "organisation"))
    return Gazetteer(known, adjectives, capitals, _by_first([*known, *(form for form in adjectives if " " in form)]))


def _split(cell: str) -> list[str]:
    return [part.strip() for part in cell.split("|") if part.strip()]


def _by_first(names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for name in names:
        if match := _FIRST_WORD.match(name):
            found.setdefault(match.group(), []).append(name)
            if len(match.group()) > 3:
                found.setdefault(match.group().upper(), []).append(name)
    return {first: tuple(sorted(dict.fromkeys(group), key=lambda n: (-len(n), n))) for first, group in found.items()}
