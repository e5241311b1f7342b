"""The stage: reports in, shared passages out."""

from collections.abc import Sequence

import numpy as np

from stemma.model import Passages, Report
from stemma.reuse.chains import chains
from stemma.reuse.columns import Table, passages, stacked, substantial, table
from stemma.reuse.edges import trimmed
from stemma.reuse.runs import PORTION, Runs, portions, runs
from stemma.reuse.settings import ReuseSettings
from stemma.reuse.twins import spread, twins
from stemma.reuse.words import Words, words

DEFAULTS = ReuseSettings()


def reuse(reports: Sequence[Report], using: ReuseSettings = DEFAULTS) -> Passages:
    """The passages that each two of the reports share, with the places where their wordings differ.

    Case, accents and punctuation do not count as wording, and furniture is never looked at. Spans and variants are
    code points of the unchanged texts; they begin and end with words. The order of the reports makes no difference.
    """
    pile = sorted({report.id: report for report in reports}.values(), key=lambda report: report.id)
    same = twins(pile)
    prose = words(same.firsts)
    found = runs(prose, using)
    shared = stacked([_shared(found.take(part), prose, using) for part in _by_pairs(found, prose)])
    return passages(spread(shared, same, prose, using), [report.id for report in pile])


def _by_pairs(found: Runs, prose: Words) -> list[slice]:
    """Portions of the runs that part no pair of reports: they bound the memory, whatever the pile."""
    return portions(prose.report[found.a].astype(np.int64) << 32 | prose.report[found.b], PORTION)


def _shared(found: Runs, prose: Words, using: ReuseSettings) -> Table:
    """The passages of some pairs of reports, from all the runs that these share."""
    return table(substantial(trimmed(chains(found, prose, using), prose), prose, using), prose)
