"""The stage: reports in, shared passages out."""

from collections.abc import Sequence

from stemma.model import Passages, Report
from stemma.reuse.chains import chains
from stemma.reuse.columns import passages, substantial, table
from stemma.reuse.edges import completed, trimmed
from stemma.reuse.runs import runs
from stemma.reuse.settings import ReuseSettings
from stemma.reuse.twins import spread, twins
from stemma.reuse.words import words

DEFAULTS = ReuseSettings()


def reuse(reports: Sequence[Report], using: ReuseSettings = DEFAULTS) -> Passages:
    """The passages that each two of the reports share, with the places where their wordings differ.

    Case, accents and punctuation do not count as wording, and furniture is never looked at. Spans and variants are
    code points of the unchanged texts; they begin and end with words. The order of the reports makes no difference.
    """
    pile = sorted(reports, key=lambda report: report.id)
    same = twins(pile)
    prose = words(same.firsts)
    found = runs(prose, using)
    blocks = trimmed(chains(found, prose, using), prose)
    blocks = completed(substantial(blocks, prose, using), prose, using)
    shared = table(blocks, prose)
    return passages(spread(shared, same, prose, using), [report.id for report in pile])
