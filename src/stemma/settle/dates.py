"""Publication times across a story: a report that says only "Wednesday" takes its day from one that says "January 19".

A report's own stamp stands until its text speaks against it: then the text and the fellow reports decide, and the
reasons are kept. A report without any stamp is put on the day on which most of the days that it names are days that
its fellows name.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from stemma.model import Annotations, Dating, PublishedBasis, Report, Story
from stemma.settle.evidence import Evidence, day_of, days_around, doubts, evidence, issue
from stemma.settle.settings import SettleSettings
from stemma.text.timex import concerns_iran, times, written_on
from stemma.text.timex_calendar import Interval, holding

# How many days of a story without a single stamp are tried, the ones named most often first.
_DAYS_TRIED = 6
_WEEK = 7
# Stamps further from the middle of their story than this, in days, are not tried for its undated reports.
_WIDEST = 60


class _Named(NamedTuple):
    """A day that reports of the story name: how many do, and the words of the first two."""

    reports: int
    first: tuple[tuple[str, str], ...]
    """Ids of reports, and how each calls the day and itself."""


class _Fit(NamedTuple):
    """How well a day fits a report: the days that it shares with its fellows, and what speaks against it."""

    day: date
    days: tuple[date, ...]
    shared: tuple[str, ...]
    matched: int
    """How many of its mentions are such days."""
    score: int
    """How often fellows name the shared days, less what speaks against."""
    against: int


_Days = Mapping[date, _Named]


def dated(story: Story, using: SettleSettings) -> Story:
    """The story with its reports on the days that they tell together, and the reasons for each change."""
    told = [evidence(note, using.mentions) for note in story.reports]
    stamps = {e.report.id: _stamp(e.report) for e in told}
    own = {e.report.id: found for e in told if (found := _by_its_text(e, stamps[e.report.id], using))}
    doubted = set(own) | {i for i, stamp in stamps.items() if stamp is None}
    sure = {i: stamp.begin for i, stamp in stamps.items() if stamp and stamp.unit == "day" and i not in doubted}
    anchors = {e.report.id: _anchor(e.report.id, stamps, own) for e in told}
    named = _days_named(told, anchors)
    datings = [_dating(e, stamps[e.report.id], own.get(e.report.id), sure, named, using) for e in told]
    changed = {found.report: found for found in datings if found is not None}
    if not changed:
        return story
    reports = tuple(
        _redated(note, told[i], changed[note.report.id]) if note.report.id in changed else note
        for i, note in enumerate(story.reports)
    )
    return replace(story, reports=reports, datings=tuple(changed[i] for i in sorted(changed)))


def _stamp(report: Report) -> Interval | None:
    return written_on(report.published)


def _anchor(report: str, stamps: Mapping[str, Interval | None], own: Mapping[str, Dating]) -> Interval | None:
    """What the days that a report names are counted from, before its fellows are asked."""
    return written_on(own[report].published) if report in own else stamps[report]


# --- one report by itself -------------------------------------------------------------------------


def _by_its_text(told: Evidence, stamp: Interval | None, using: SettleSettings) -> Dating | None:
    """What the text alone makes of its stamp: another day, the month of a page head, nothing."""
    report = told.report
    if stamp is None:
        month = issue(report)
        return _changed(report, month, "text", [f"its page head names {month}"]) if month else None
    if stamp.unit != "day":
        return None
    days = [doubt for doubt in doubts(told, stamp.begin, using.dateline) if doubt.day is not None]
    # A verb may be misread: it takes two days that the text looks back to.
    if len(days) < 2 and not any(doubt.sure for doubt in days):
        return None
    day = max(doubt.day for doubt in days if doubt.day is not None)
    return _changed(report, day.isoformat(), "text", [doubt.reason for doubt in days])


def _changed(report: Report, published: str | None, basis: PublishedBasis, because: Sequence[str]) -> Dating:
    return Dating(report=report.id, stamped=report.published, published=published, basis=basis, because=tuple(because))


# --- a report among its fellows -------------------------------------------------------------------


def _days_named(told: Sequence[Evidence], anchors: Mapping[str, Interval | None]) -> _Days:
    """The days that the reports name."""
    named: dict[date, dict[str, str]] = {}
    for e in told:
        for mention in (*e.full, *e.mentions):
            if (day := day_of(mention, anchors[e.report.id])) is not None:
                named.setdefault(day, {}).setdefault(
                    e.report.id, f"“{mention.words}” in {e.report.outlet or e.report.uri}"
                )
    return {day: _Named(len(by), tuple(by.items())[:2]) for day, by in named.items()}


def _dating(
    told: Evidence,
    stamp: Interval | None,
    own: Dating | None,
    sure: Mapping[str, date],
    named: _Days,
    using: SettleSettings,
) -> Dating | None:
    """What becomes of one report's publication time; None where it stays as it is."""
    fellows = sorted(day for i, day in sure.items() if i != told.report.id)
    if stamp is None:
        return own or _undated(told, fellows, named, using)  # its own page head is better than a guess
    if stamp.unit != "day":
        return None
    return _doubted(told, stamp.begin, own, fellows, named, using)


def _undated(told: Evidence, fellows: Sequence[date], named: _Days, using: SettleSettings) -> Dating | None:
    """The time of a report without a stamp, as far as its fellows tell it."""
    best = _best(told, fellows, named, using)
    if not best or best[0].against:
        return None
    published = _common(best)
    return _changed(told.report, published, "story", best[0].shared) if published else None


def _doubted(
    told: Evidence, stamp: date, own: Dating | None, fellows: Sequence[date], named: _Days, using: SettleSettings
) -> Dating | None:
    """What becomes of a stamp that the text or the fellows speak against."""
    reasons = [doubt.reason for doubt in doubts(told, stamp, using.dateline)]
    stray = _stray(stamp, fellows, using.outlier)
    before = _fit(told, stamp, named, using)
    if own is None and not stray and (before.shared or not reasons):
        return None
    best = _best(told, fellows, named, using)
    if not best or best[0].against or not (published := _common(best)) or len(published) < len("2018-01-02"):
        return own
    shared = best[0].shared
    if stray:
        reasons.append(f"its stamp lies {abs((stamp - _middle(fellows)).days)} days from the middle of its fellows’")
    every = not before.shared and len(shared) >= max(2, len(told.mentions))
    if own is None and not (stray and (before.against or every)) and not (before.against and not before.shared):
        return None
    return _changed(told.report, published, "story", (*reasons, *shared))


def _stray(stamp: date, fellows: Sequence[date], outlier: int) -> bool:
    """Whether a stamp lies far from those of its fellows, which agree among themselves."""
    if len(fellows) < 2:
        return False
    middle = _middle(fellows)
    together = sum(abs((day - middle).days) <= outlier // 2 for day in fellows)
    return together >= 2 and 2 * together > len(fellows) and abs((stamp - middle).days) > outlier


def _middle(days: Sequence[date]) -> date:
    """The median day, the earlier of two; `days` are sorted."""
    return days[(len(days) - 1) // 2]


def _best(told: Evidence, fellows: Sequence[date], named: _Days, using: SettleSettings) -> list[_Fit]:
    """The days that fit a report best and their rivals, of those near its fellows'; the best ones first."""
    if not told.mentions:
        return []
    if fellows:
        middle = _middle(fellows)
        near = [day for day in fellows if abs((day - middle).days) <= _WIDEST]
    else:
        near = sorted((day for day, by in named.items() if _others(by, told.report.id)), reverse=True)[:_DAYS_TRIED]
    fits = [fit for day in days_around(near, using.reach) if (fit := _fit(told, day, named, using)).shared]
    if fellows and using.reach:
        fits = [fit._replace(score=fit.score - abs((fit.day - middle).days) // using.reach) for fit in fits]
    fits.sort(
        key=lambda fit: (
            -fit.score,
            -fit.matched,
            abs((fit.day - middle).days) if fellows else fit.day < fit.days[-1],
            fit.day,
        )
    )
    return [fit for fit in fits if fit.days == fits[0].days or _rivals(fit, fits[0])]


def _rivals(fit: _Fit, best: _Fit) -> bool:
    """Whether a day does nearly as well as the best one by reading other days out of the text."""
    return 2 * fit.score > best.score and not set(fit.days) <= set(best.days)


def _common(best: Sequence[_Fit]) -> str | None:
    """What the best day and its rivals have in common: the best day, where all are of one week or there are no rivals;
    else the month, the year, nothing."""
    days = sorted(fit.day for fit in best)
    if (days[-1] - days[0]).days < _WEEK or all(fit.days == best[0].days for fit in best):
        return best[0].day.isoformat()
    first, last = days[0].isoformat(), days[-1].isoformat()
    shares = (first[:length] for length in (len("2018-01"), len("2018")) if first[:length] == last[:length])
    return next(shares, None)


def _fit(told: Evidence, day: date, named: _Days, using: SettleSettings) -> _Fit:
    """What a report's days would be, had it been written on `day`."""
    here = holding("day", day)
    shared: dict[date, str] = {}
    matched = 0
    for mention in told.mentions:
        meant = day_of(mention, here)
        by = named.get(meant) if meant is not None else None
        if by is None or meant is None or not _others(by, told.report.id):
            continue
        matched += 1
        words = next(words for report, words in by.first if report != told.report.id)
        shared.setdefault(meant, f"its “{mention.words}” is {meant.isoformat()}, {words}")
    against = len(doubts(told, day, using.dateline))
    score = sum(_others(named[meant], told.report.id) for meant in shared) - 2 * against
    return _Fit(day, tuple(sorted(shared)), tuple(shared.values()), matched, score, against)


def _others(by: _Named, report: str) -> int:
    """How many reports besides one name a day; of a day that many name, its own naming counts for nothing."""
    return by.reports - any(i == report for i, _ in by.first)


# --- times anew -----------------------------------------------------------------------------------


def _redated(note: Annotations, told: Evidence, dating: Dating) -> Annotations:
    """The report with its new publication time, and its times counted from there."""
    report = replace(note.report, published=dating.published, published_basis=dating.basis)
    found = times(told.found, written_on(dating.published), iranian=concerns_iran(report.text))
    return replace(note, report=report, times=found)
