"""Live blogs: entries under times of their own, told from chronologies by the word "live" over them."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from statistics import median

from stemma.lang.page_words import LIVE
from stemma.model import Span
from stemma.read import dates
from stemma.read.draft import Draft
from stemma.read.lines import Line, ends_sentence, lines_of

_STAMP = re.compile(
    r"(?:(?:updated|posted|published)?(?: at)?\s*:?\s*)?(?:\d{1,2}\s?[hm](?:ours?|in(?:ute)?s?)? ago\s*)?"
    r"(?P<hour>[01]?\d|2[0-3])[:.h](?P<minute>[0-5]\d)\s*(?P<half>[ap]\.?m\b\.?)?\s*(?P<zone>[A-Z]{2,4}|[+-]\d{2}:?\d{2})?"
    r"(?:\s*\(\d{1,2}[:.]\d{2} [A-Z]{2,4}\))?\s*[-–—:|]?$",
    re.IGNORECASE,
)
_LIVE = re.compile(LIVE, re.IGNORECASE)
_FIRST_LINES = 6
_LONGEST_HEADING, _LONGEST_STAMP = 200, 60
_FEWEST_ENTRIES = 4
_MEDIAN_WORDS = 20
# A shorter entry ("More soon.") stays with the one above it.
_FEWEST_WORDS = 12


def entries_of(draft: Draft) -> list[Draft]:
    """The entries of a live blog as reports, each with its time; none where `draft` is no live blog."""
    lines = lines_of(draft.text)
    head = [draft.title or "", draft.url or "", *(line.text for line in lines[:_FIRST_LINES])]
    if not any(_LIVE.search(words) for words in head if len(words) <= _LONGEST_HEADING):
        return []
    stamps = [
        number for number, line in enumerate(lines) if len(line.text) <= _LONGEST_STAMP and _STAMP.match(line.text)
    ]
    if len(stamps) < _FEWEST_ENTRIES or not _one_way([_minutes(lines[number].text) for number in stamps]):
        return []
    entries = _entries(lines, stamps)
    if len(entries) < _FEWEST_ENTRIES or median(map(_words, entries)) < _MEDIAN_WORDS:
        return []
    started = draft.published or dates.in_text(line.text for line in lines[: stamps[0]]) or dates.in_address(draft.url)
    title = draft.title or next((line.text for line in lines if _LIVE.search(line.text)), None)
    times = _times([entry[0].text for entry in entries], started)
    return [_report(draft, entry, time, title) for entry, time in zip(entries, times, strict=True)]


def _entries(lines: Sequence[Line], stamps: Sequence[int]) -> list[list[Line]]:
    """The lines of each entry, its time first; what stands above the first is one too if it is long enough."""
    entries = [list(lines[: stamps[0]])]
    for start, end in pairwise([*stamps, len(lines)]):
        entry = list(lines[start:end])
        if len(entries) > 1 and _words(entry) < _FEWEST_WORDS:
            entries[-1] += entry
        else:
            entries.append(entry)
    return entries if _words(entries[0]) >= _MEDIAN_WORDS else entries[1:]


def _words(entry: Sequence[Line]) -> int:
    return sum(len(line.text.split()) for line in entry if not _STAMP.match(line.text))


def _minutes(stamp: str) -> int:
    """The time of day of a stamp, in minutes; 0 where it is none."""
    match = _STAMP.match(stamp)
    if match is None:
        return 0
    hour = int(match["hour"])
    if half := match["half"]:
        hour = hour % 12 + 12 * (half[0] in "pP")
    return 60 * hour + int(match["minute"])


def _falls(times: Sequence[int]) -> int:
    return sum(a > b for a, b in pairwise(times))


def _one_way(times: Sequence[int]) -> bool:
    """Whether the times run in one direction, but for midnights and a slip or two."""
    return min(_falls(times), _falls(times[::-1])) <= 1 + len(times) // 10


def _times(stamps: Sequence[str], started: str | None) -> list[str | None]:
    """When each entry was published, as far as the day is known; the entry that has no time takes the blog's."""
    if started is None:
        return [None] * len(stamps)
    zone = started[-6:] if re.search(r"[+-]\d\d:\d\d$", started[10:]) else ""
    minutes = [_minutes(stamp) for stamp in stamps]
    upwards = _falls(minutes) <= _falls(minutes[::-1])
    day = date.fromisoformat(started[:10])
    found: list[str | None] = []
    latest = 0
    for stamp, at in zip(stamps if upwards else stamps[::-1], minutes if upwards else minutes[::-1], strict=True):
        match = _STAMP.match(stamp)
        if match is None:
            found.append(started)
            continue
        # Past midnight the clock starts again.
        if latest - at > 12 * 60:
            day += timedelta(days=1)
        latest = at
        found.append(dates.normalised(f"{day} {at // 60:02}:{at % 60:02}:00 {match['zone'] or zone}".strip()))
    return found if upwards else found[::-1]


def _report(draft: Draft, entry: Sequence[Line], time: str | None, title: str | None) -> Draft:
    text = draft.text[entry[0].span.start : entry[-1].span.end]
    stamp = _STAMP.match(entry[0].text) is not None
    return replace(
        draft,
        text=text,
        title=_headline(entry[stamp:]),
        published=time,
        furniture=(Span(0, entry[0].span.end - entry[0].span.start),) if stamp else (),
        container=title,
    )


def _headline(entry: Sequence[Line]) -> str | None:
    """The first line of an entry, if it is short, no sentence, and something follows."""
    first = entry[0].text if len(entry) > 1 else ""
    return first if 0 < len(first) <= _LONGEST_HEADING and not ends_sentence(first) else None
