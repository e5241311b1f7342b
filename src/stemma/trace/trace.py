"""The lineage of one story: text reuse is evidence, lineage an inference from it."""

from stemma.model import Lineage, Passages, Story
from stemma.trace.alignment import witness
from stemma.trace.branches import branches
from stemma.trace.decide import copy_of, judged_pieces
from stemma.trace.descents import count_of_texts, descents
from stemma.trace.edits import edits
from stemma.trace.origins import origins
from stemma.trace.public import public_words
from stemma.trace.relations import related
from stemma.trace.settings import TraceSettings
from stemma.trace.spread import spread


def trace(story: Story, shared: Passages, using: TraceSettings | None = None) -> Lineage:
    """Who shares whose words, which texts stand behind the reports, and what each report changed.

    `shared` holds the passages of the whole pile. The result depends on nothing but the reports of the story.
    """
    using = using or TraceSettings()
    witnesses = {note.report.id: witness(note) for note in story.reports}
    found = {(a, b): passages for a, b, passages in shared.among(witnesses)}
    marked = {id: public_words(w.note) for id, w in witnesses.items()}
    public = spread(marked, found, witnesses)
    judged = {
        (a, b): judged_pieces(passages, witnesses[a], witnesses[b], public, using) for (a, b), passages in found.items()
    }
    decided = (copy_of(witnesses[a], witnesses[b], pieces, public, using) for (a, b), pieces in judged.items())
    copies = related(decided, witnesses)
    sources = origins(story.id, copies, witnesses, using)
    texts, because = count_of_texts(sources)
    return Lineage(
        copies=copies,
        origins=sources,
        descents=descents(copies, sources, witnesses),
        branches=branches(copies, sources, witnesses),
        edits=edits(copies, sources, witnesses, marked),
        texts=texts,
        because=because,
    )
