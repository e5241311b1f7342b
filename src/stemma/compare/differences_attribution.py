"""Who stands behind two assertions: one report speaks in its own voice, the other gives it to a speaker."""

from collections.abc import Iterator, Sequence

from stemma.compare.differences_reading import Reading, stem
from stemma.compare.differences_words import content, share_of_words
from stemma.lang.loaded_en import JUDGING_CUES
from stemma.model import Difference, DifferenceRelation, Span
from stemma.text.words import words

SAME_WORDS = 0.7
"""Share of words in common from which two assertions give the same words, so that one speaker must be wrong."""


def attribution_differences(a: Reading, b: Reading, attributing: Sequence[str]) -> Iterator[Difference]:
    """How two assertions differ in who is said to stand behind them; at most one.

    `attributing` are the reports that attribute the statement somewhere: what such a report says in its own voice
    beside that, a headline or a lead, is no difference.
    """
    if a.report == b.report:
        return
    if (a.said is None) != (b.said is None):
        own = a if a.said is None else b
        if own.report in attributing:
            return
        weight, why = 0.45, "one says it in its own voice, the other gives it to a speaker"
        yield attributed(a, b, "unclear", weight, why)
    elif a.said is not None and b.said is not None and other_speaker(a, b):
        if share_of_words(a, b) >= SAME_WORDS and len(content(a)) > 2:
            yield attributed(a, b, "contradiction", 0.7, "the same words, given to another speaker")
        else:
            yield attributed(a, b, "unclear", 0.35, "given to another speaker")


def attributed(a: Reading, b: Reading, relation: DifferenceRelation, weight: float, why: str) -> Difference:
    """A difference of attribution between two assertions."""
    return Difference(
        kind="attribution",
        relation=relation,
        between=(a.place, b.place),
        spans=(frame(a), frame(b)),
        weight=weight,
        because=(why,),
    )


def frame(reading: Reading) -> Span:
    """The words that say who says it; those of the assertion where nobody is named."""
    said = reading.said
    if said is None:
        return reading.whole
    spans = [span for span in (said.source, said.cue) if span is not None]
    return Span(min(s.start for s in spans), max(s.end for s in spans)) if spans else reading.whole


def other_speaker(a: Reading, b: Reading) -> bool:
    """Whether two attributed assertions are given to speakers that cannot be one.

    Speakers that reports name are entities; one that is only described may be anybody whose description shares a word.
    """
    if a.said is None or b.said is None:
        return False
    mine, theirs = (a.said.speaker, a.said.via), (b.said.speaker, b.said.via)
    if a.said.speaker and b.said.speaker:
        return not {who for who in mine if who} & {who for who in theirs if who}
    told, other = described(a), described(b)
    return bool(told) and bool(other) and not told & other


def described(reading: Reading) -> frozenset[str]:
    """The stems of the words by which a report names a speaker; none where it names none."""
    said = reading.said
    if said is None:
        return frozenset()
    told = said.described or (reading.text(said.source) if said.source else "")
    return frozenset(stem(told[w.start : w.end]) for w in words(told) if w.end - w.start > 3)


def charged_cue(reading: Reading) -> bool:
    """Whether the word of saying judges what is said: "claimed", "admitted"."""
    cue = reading.said.cue if reading.said else None
    return cue is not None and any(stem(part) in _JUDGING for part in reading.text(cue).split())


_JUDGING = frozenset(map(stem, JUDGING_CUES))
