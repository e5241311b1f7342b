"""Time expressions: found in a text, then put on the calendar.

Two steps, since the day of a report may be learnt late, from its fellows: `expressions` reads what the words say,
"Wednesday", "the end of last year"; `resolved` says which day that is. The grammar goes from tokens to readings by
recursive descent, and is greedy: at each token the longest expression wins. Values are TIMEX3's (ISO-TimeML,
Pustejovsky et al. 2010); weekdays and months without a year have the sense that news gives them: the last one, the day
of the report included, unless the clause looks ahead.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from stemma.lang import times_en as en
from stemma.lang.calendar import MONTHS
from stemma.model import Span, Time
from stemma.text.engine import Parse
from stemma.text.timex_calendar import Interval, finer, holding
from stemma.text.timex_dates import date as dated
from stemma.text.timex_lengths import LENGTH_WORDS, counted
from stemma.text.timex_moments import MOMENT_WORDS, moment
from stemma.text.timex_months import dotted, iso
from stemma.text.timex_numbers import day_of_month
from stemma.text.timex_readings import Expression, Length, Moment, Reading, Step
from stemma.text.timex_resolve import Resolved, resolve
from stemma.text.timex_sense import sense, wants_sense
from stemma.text.timex_tokens import Tokens
from stemma.text.timex_years import of_an_era

_STARTS = MOMENT_WORDS | LENGTH_WORDS
# How far back a mention may lie that "the day before" or a clock time counts from, in characters.
_MEMORY = 600
_JOINS = frozenset(("and", "to", "or", "through", "until", "till", "-"))
_AFTER_SECOND_DAY = frozenset(
    ("", ".", ",", ";", ")", "in", "at", "on", "by", "for", "when", "while", "as", "with", "after")
)


def expressions(
    text: str, paragraphs: Sequence[Span], *, language: str = "en", parse: Parse | None = None
) -> tuple[Expression, ...]:
    """The time expressions of each paragraph, sorted and disjoint.

    Languages other than English give dates in figures alone, where only one order of day and month makes a date. A
    `parse` of the text makes the choice between last and next surer. Takes time linear in the length of the text.

    >>> text = "The mayor, elected last year, resigned on Friday, 5 January."
    >>> found = expressions(text, [Span(0, len(text))])
    >>> [text[e.start : e.end] for e in found]
    ['last year', 'Friday, 5 January']
    """
    found: list[Expression] = []
    for start, end in paragraphs:
        tokens = Tokens(text, start, end)
        found.extend(_english(tokens, parse) if language == "en" else _figures(tokens))
    return tuple(found)


def _english(t: Tokens, parse: Parse | None) -> list[Expression]:
    found: list[Expression] = []
    after = 0
    for i in [i for i, word in enumerate(t.low) if word in _STARTS or word[:1].isdecimal()]:
        if i < after:
            continue
        if (read := _read(t, i)) is None:
            continue
        reading, first, last = read
        reading = _with_context(t, first, last, reading, parse)
        first += _is_article_of_noun(t, first, reading)
        found.append(Expression(t.start[first], t.end[last - 1], reading))
        after = last
        while (second := _second_day(t, after, reading)) is not None:
            reading, first, after = second
            found.append(Expression(t.start[first], t.end[after - 1], reading))
        _lend_year(t, found)
    return found


def _is_article_of_noun(t: Tokens, i: int, reading: Reading) -> bool:
    """Whether the article at token `i` is that of a noun behind the time: "the 2015 deal"."""
    if t.low[i] != "the" or not isinstance(reading, Moment) or not reading.steps or reading.shade:
        return False
    return reading.steps[0].unit in ("year", "month") and reading.steps[0].how == "is" and _names(t, i + 1)


def _names(t: Tokens, i: int) -> bool:
    """Whether a year or a month stands at token `i`, by its own name."""
    figures = t.low[i].isdigit() and t.low[i + 1] not in en.ORDINAL_ENDS
    return figures or t.low[i] in MONTHS


def _figures(t: Tokens) -> Iterator[Expression]:
    """Dates in figures, which every language writes alike."""
    after = 0
    for i in range(t.count):
        if i < after or not t.low[i][:1].isdecimal():
            continue
        found = iso(t, i) or dotted(t, i)
        if found is not None and found.after == i + 5:  # three numbers and two signs: no 9/11
            after = found.after
            yield Expression(t.start[i], t.end[after - 1], Moment(steps=found.steps))


def _read(t: Tokens, i: int) -> tuple[Reading, int, int] | None:
    """The longest reading at token `i`, its first token and the one after it."""
    if (era := of_an_era(t, i)) is not None:
        return era, i, i + 1 + (t.low[i + 1] in ("bc", "bce", "ad", "ce"))
    by_count = counted(t, i)
    by_name = moment(t, i)
    if by_count is not None and (by_name is None or by_count.after >= by_name.after):
        return by_count.reading, i, by_count.after
    return (by_name.moment, i, by_name.after) if by_name is not None else None


def _with_context(t: Tokens, first: int, after: int, reading: Reading, parse: Parse | None) -> Reading:
    """The reading with what the words around it add: which way the clause looks, an open end."""
    if not isinstance(reading, Moment):
        return reading
    before = t.before(first)
    if before in ("since", "until", "till") and not reading.part and not reading.clock:
        reading = replace(reading, bound="since" if before == "since" else "until")
    if not wants_sense(reading):
        return reading
    found = "future" if _is_plan(t, first, after, reading) else sense(t, first, after, parse)
    # A feast is the nearest one, unless the clause looks ahead.
    return replace(reading, sense=found) if reading.sense == "" or found == "future" else reading


def _is_plan(t: Tokens, first: int, after: int, reading: Moment) -> bool:
    """Whether something is put on a weekday: "called a meeting for Thursday", but not "blamed for Thursday's fire"."""
    step = reading.steps[0]
    named = step.unit == "weekday" and step.how == "is"
    return named and t.before(first) == "for" and (not t.low[after] or t.low[after] in en.AFTER_PLANS)


def _second_day(t: Tokens, i: int, reading: Reading) -> tuple[Moment, int, int] | None:
    """The second number in "Oct. 3 and 4"."""
    if not isinstance(reading, Moment) or reading.part or reading.clock or reading.until:
        return None
    at = next((k for k, step in enumerate(reading.steps) if step.unit == "day" and step.how == "is"), None)
    if at is None or at == 0 or reading.steps[at - 1].unit != "month":
        return None
    first = i + 1 if t.low[i] in _JOINS or t.low[i] == "," else 0
    found = day_of_month(t, first) if first else None
    if found is None or (t.low[found.after] not in _AFTER_SECOND_DAY and t.low[found.after] not in _JOINS):
        return None
    number = int(found.value or 0)
    if number <= reading.steps[at].number or dated(t, first) is not None:
        return None
    return replace(reading, steps=(*reading.steps[:at], Step("day", "is", number))), first, found.after


def _lend_year(t: Tokens, found: list[Expression]) -> None:
    """In "between May and June 2017" the first month takes the year of the second."""
    if len(found) < 2:
        return
    first, second = found[-2], found[-1]
    if not isinstance(first.reading, Moment) or not isinstance(second.reading, Moment):
        return
    a, b = first.reading.steps, second.reading.steps
    if not (
        a and len(b) > 1 and a[0] == ("month", "is", a[0].number, 0) and b[0].unit == "year" and b[1].unit == "month"
    ):
        return
    if t.text[first.end : second.start].strip().lower() not in _JOINS | {"–", ",", "and in"}:
        return
    earlier = a[0].number <= b[1].number or b[0].how != "is"
    year = b[0] if earlier else b[0]._replace(number=b[0].number - 1)
    found[-2] = first._replace(reading=replace(first.reading, steps=(year, *a)))


# --- on the calendar ----------------------------------------------------------------------------


def written_on(published: str | None) -> Interval | None:
    """The day that a publication time tells in its own zone, or the month or year where it tells no more.

    >>> written_on("2022-01-20T01:00:00+03:30")
    Interval(begin=datetime.date(2022, 1, 20), end=datetime.date(2022, 1, 20), unit='day')
    """
    if not published:
        return None
    try:
        parts = [int(part) for part in published[:10].split("-")]
        day = date(parts[0], *[*parts[1:], 1, 1][:2])
        return holding(("year", "month", "day")[min(len(parts), 3) - 1], day)
    except (ValueError, IndexError):
        return None


def resolved(
    found: Sequence[Expression], report: Interval | None, *, iranian: bool = False
) -> list[tuple[Expression, Resolved]]:
    """The expressions on the calendar, without those that no calendar has (31 February).

    `report` is when the report was written (see `written_on`). `iranian` says that its figures are those of Iran, whose
    months end about the 20th.
    """
    resolutions: list[tuple[Expression, Resolved]] = []
    mentioned: Interval | None = None
    place = 0
    for expression in found:
        reading = expression.reading
        near = mentioned if expression.start - place <= _MEMORY else None
        if isinstance(reading, Moment) and not reading.steps and near is not None and near.unit != "day":
            near = None
        if isinstance(reading, Length) and iranian:
            reading = replace(reading, iranian=True)
        if (onwards := _onwards(reading)) is not None and near is None:
            reading = onwards
        what = resolve(reading, report, near)
        if what is None:
            continue
        resolutions.append((expression, what))
        if what.interval is not None and not finer("year", what.interval.unit):
            mentioned, place = what.interval, expression.end
    return resolutions


def _onwards(reading: Reading) -> Length | None:
    """The length of "two days later", which tells no more where nothing was mentioned before."""
    if not isinstance(reading, Moment) or reading.anchor != "mentioned" or not reading.steps:
        return None
    step = reading.steps[0]
    return Length(number=step.number, unit=step.unit) if step.how == "move" and step.number > 0 else None


def concerns_iran(text: str) -> bool:
    """Whether a text speaks of Iran, whose official figures are kept by its own months and years."""
    return any(word in text for word in en.IRAN)


def times(found: Sequence[Expression], report: Interval | None, *, iranian: bool = False) -> tuple[Time, ...]:
    """The expressions as records: see `resolved`.

    >>> text = "The ferry sank on Wednesday and was raised in late March."
    >>> found = expressions(text, [Span(0, len(text))])
    >>> [(time.value, time.begin) for time in times(found, written_on("2022-04-15"))]
    [('2022-04-13', '2022-04-13'), ('2022-03', '2022-03-21')]
    """
    return tuple(
        Time(
            span=Span(expression.start, expression.end),
            type=what.type,
            value=what.value,
            begin=what.begin.isoformat() if what.begin else None,
            end=what.end.isoformat() if what.end else None,
        )
        for expression, what in resolved(found, report, iranian=iranian)
    )
