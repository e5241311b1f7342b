"""Statements: the clauses of a story's reports, those that state the same put together.

Reused passages align by themselves, as the same words; the rest by meaning and by the facts in them. Every clause is
in one statement, also where only one report says it.
"""

from collections.abc import Sequence
from hashlib import sha256

from stemma.compare.alike import Alike, alike
from stemma.compare.assertions import NO_DATE, assertions, in_time
from stemma.compare.clauses import Clause, clauses
from stemma.compare.counts import Texts
from stemma.compare.linking import linked
from stemma.compare.reused import reused
from stemma.compare.settings import CompareSettings
from stemma.model import Count, Lineage, Span, Statement, Story

_UNKNOWN = Count(low=0, high=0)


def align(story: Story, lineage: Lineage, using: CompareSettings | None = None) -> tuple[Statement, ...]:
    """The statements of a story, without counts and differences, in the order of their earliest assertions.

    Takes time in proportion to the square of the number of clauses: some seconds for ten thousand. Where a clause is
    like more than `using.most_alike` others, only the nearest are looked at.
    """
    using = using or CompareSettings()
    given = clauses(story)
    pairs: dict[tuple[int, int], Alike] = {}
    for found in alike(given, using.least_alike, using.most_alike):
        pairs[found.a, found.b] = found
    for found in reused(given, lineage, using.reused_share):
        pairs[found.a, found.b] = found
    groups = linked(given.report.tolist(), [pairs[key] for key in sorted(pairs)], using.same_statement)
    texts = Texts(story, lineage)
    published = {notes.report.id: notes.report.published or NO_DATE for notes in story.reports}

    def place(statement: Statement) -> tuple[str, str, tuple[Span, ...]]:
        first = statement.assertions[0]
        return published[first.report], first.report, first.spans

    return tuple(sorted((_statement([given.rows[row] for row in group], texts) for group in groups), key=place))


def _statement(members: Sequence[Clause], texts: Texts) -> Statement:
    rows = sorted(members, key=in_time)
    return Statement(id=_id(rows[0]), assertions=assertions(rows, texts), text_origins=_UNKNOWN, sources=_UNKNOWN)


def _id(first: Clause) -> str:
    """From the earliest clause, so that it stays when later reports come."""
    place = f"{first.notes.report.id}:{first.unit.predicate.start}:{first.unit.spans[0].start}"
    return sha256(place.encode("utf-8")).hexdigest()[:16]
