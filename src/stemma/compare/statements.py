"""The statements of a story with all that is known of them: who carries them, who stands behind them, what differs."""

from dataclasses import replace

from stemma.compare.align import align
from stemma.compare.counts import Texts
from stemma.compare.differences import Differences
from stemma.compare.settings import CompareSettings
from stemma.compare.sources import Sources
from stemma.model import Lineage, Statement, Story


def statements(story: Story, lineage: Lineage, using: CompareSettings | None = None) -> tuple[Statement, ...]:
    """What the reports of `story` state, in the order of the earliest assertions; each clause is in one statement."""
    texts = Texts(story, lineage)
    sources, differences = Sources(story, texts), Differences(story)
    found = []
    for statement in align(story, lineage, using):
        of_sources, entities = sources.count(statement.assertions)
        found.append(
            replace(
                statement,
                text_origins=texts.count(statement.assertions),
                sources=of_sources,
                entities=entities,
                differences=differences.of(statement.assertions),
            )
        )
    return tuple(found)
