"""The lineage of one story: text reuse is evidence, lineage an inference from it."""

from stemma.model import Lineage, Passages, Story
from stemma.trace.alignment import witness
from stemma.trace.branches import branches
from stemma.trace.closest import closest, shared_pairs
from stemma.trace.columns import table
from stemma.trace.decide import copies_of
from stemma.trace.descents import arrows_between, count_of_texts, descents
from stemma.trace.edits import edits
from stemma.trace.origins import origins
from stemma.trace.public import public_words, stated
from stemma.trace.relations import related
from stemma.trace.settings import TraceSettings
from stemma.trace.spread import joined, spread


def trace(story: Story, shared: Passages, using: TraceSettings | None = None) -> Lineage:
    """Who shares whose words, which texts stand behind the reports, and what each report changed.

    `shared` holds the passages of the whole pile. The result depends on nothing but the reports of the story.
    """
    using = using or TraceSettings()
    witnesses = {note.report.id: witness(note) for note in sorted(story.reports, key=lambda note: note.report.id)}
    pairs = shared_pairs(tuple(witnesses), shared)
    traced = closest(pairs, len(witnesses), using.most_pairs)
    words = table(tuple(witnesses.values()))
    marked = {id: public_words(w.note) for id, w in witnesses.items()}
    told = {id: joined(marked[id], list(stated(w.note))) for id, w in witnesses.items()}
    public = spread(told, traced, words)
    copies = related(copies_of(traced, words, public, using), witnesses)
    arrows = arrows_between(copies, witnesses)
    sources = origins(story.id, copies, arrows, witnesses, using)
    texts, because = count_of_texts(sources)
    return Lineage(
        copies=copies,
        origins=sources,
        descents=descents(arrows, sources, witnesses),
        branches=branches(copies, sources, witnesses),
        edits=edits(copies, sources, witnesses, marked),
        texts=texts,
        because=because,
        pairs_left_out=len(pairs.pairs) - len(traced.pairs),
    )
