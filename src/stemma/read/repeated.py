"""Furniture that only a pile tells: short lines that an outlet prints under reports of different stories.

An outlet repeats itself for two reasons: what its pages carry (a slogan, a call to subscribe, the name of a series)
stands in reports of any story; background stands in its reports of one. So a line counts only where it stands in
three reports that have nothing else in common, and a long line is prose.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from math import ceil
from urllib.parse import urlsplit

from stemma.model import Report, Span
from stemma.read.furniture import Kind, merged
from stemma.read.lines import Line, ends_sentence, lines_of
from stemma.read.running import masked

_FEWEST_REPORTS = 3
# In a large pile any short sentence comes again by chance; furniture comes in a good part of an outlet's reports.
_LEAST_SHARE, _LEAST_SHARE_OF_SENTENCES = 0.01, 0.05
_LONGEST, _MOST_WORDS = 240, 30
_MOST_LOOKED_AT = 30
# On 201 reports of 36 events: half of all pairs of different events have at most these parts of the smaller one's names
# and longer words in common, and one in a hundred pairs of the same event has.
_MOST_NAMES, _MOST_LONG_WORDS = 0.10, 0.16
_NAME = re.compile(r"(?<=[a-z,;’”] )[A-Z]\w{2,}")
_LONG_WORD = re.compile(r"\w{5,}")
_QUOTED = ("“", '"', "‘", "«", "„", "- ", "– ", "— ")


def repeated_furniture(reports: Iterable[Report]) -> list[Report]:
    """The reports, in their order, with the lines that an outlet repeats across stories marked as furniture.

    Depends on the reports as a whole, not on their order. Takes time linear in their length.
    """
    reports = list(reports)
    outlets: defaultdict[str, list[int]] = defaultdict(list)
    for number, report in enumerate(reports):
        if outlet := _outlet(report):
            outlets[outlet].append(number)
    marked: dict[int, Report] = {}
    for numbers in outlets.values():
        if len(numbers) >= _FEWEST_REPORTS:
            own = sorted(numbers, key=lambda number: reports[number].id)
            changed = _marked([reports[number] for number in own])
            marked.update((own[place], report) for place, report in changed.items())
    return [marked.get(number, report) for number, report in enumerate(reports)]


def _outlet(report: Report) -> str | None:
    try:
        return report.outlet or (urlsplit(report.url).hostname if report.url else None)
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class _Words:
    """What tells the stories of two reports apart."""

    names: frozenset[str]
    long_words: frozenset[str]

    def unlike(self, other: "_Words") -> bool:
        return (
            _overlap(self.names, other.names) <= _MOST_NAMES
            and _overlap(self.long_words, other.long_words) <= _MOST_LONG_WORDS
        )


def _overlap(a: frozenset[str], b: frozenset[str]) -> float:
    least = min(len(a), len(b))
    return len(a & b) / least if least else 0.0


def _marked(reports: Sequence[Report]) -> dict[int, Report]:
    """The reports of one outlet that hold lines it repeats, by their places."""
    lines = [_prose_lines(report) for report in reports]
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for place, own in enumerate(lines):
        for key in dict.fromkeys(_key(line.text) for line in own):
            holders[key].append(place)
    often = {key: places for key, places in holders.items() if key and len(places) >= _fewest(key, len(reports))}

    @cache
    def words_of(place: int) -> _Words:
        rest = "\n".join(line.text for line in lines[place] if _key(line.text) not in often)
        return _Words(frozenset(_NAME.findall(rest)), frozenset(_LONG_WORD.findall(rest.casefold())))

    repeated = frozenset(
        key for key, places in often.items() if _unlike_ones(map(words_of, places[:_MOST_LOOKED_AT])) >= _FEWEST_REPORTS
    )
    found: dict[int, Report] = {}
    for place in sorted({place for key in repeated for place in often[key]}):
        spans = [line.span for line in lines[place] if _key(line.text) in repeated]
        # A report that holds nothing else keeps it.
        if len(spans) < len(lines[place]):
            found[place] = _with_furniture(reports[place], spans)
    return found


def _prose_lines(report: Report) -> list[Line]:
    starts = [span.start for span in report.furniture]

    def is_marked(span: Span) -> bool:
        before = bisect_right(starts, span.start)
        return before > 0 and span.start < report.furniture[before - 1].end

    return [line for line in lines_of(report.text) if not is_marked(line.span)]


def _key(text: str) -> str:
    """What a line has in common with its repetitions; nothing, for one that is long, spoken or without words."""
    if len(text) > _LONGEST or len(text.split()) > _MOST_WORDS or text.startswith(_QUOTED):
        return ""
    return masked(text) if sum(letter.isalpha() for letter in text) > 1 else ""


def _fewest(key: str, count: int) -> int:
    share = _LEAST_SHARE_OF_SENTENCES if ends_sentence(key) else _LEAST_SHARE
    return max(_FEWEST_REPORTS, ceil(share * count))


def _unlike_ones(words: Iterable[_Words]) -> int:
    """How many of these have nothing in common with each other: the first, and each that is unlike all before."""
    unlike: list[_Words] = []
    for one in words:
        if all(one.unlike(other) for other in unlike):
            unlike.append(one)
        if len(unlike) == _FEWEST_REPORTS:
            break
    return len(unlike)


def _with_furniture(report: Report, spans: Sequence[Span]) -> Report:
    marked: dict[Span, Kind] = dict.fromkeys((*report.furniture, *spans), "running")
    return replace(report, furniture=merged(report.text, marked))
