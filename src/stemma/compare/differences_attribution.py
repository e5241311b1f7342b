"""Who stands behind two assertions: one report speaks in its own voice, the other gives it to a speaker."""

from collections.abc import Iterator, Sequence

from stemma.compare.differences_reading import Reading, stem
from stemma.compare.voices import may_be_one, one_body, one_quotation
from stemma.lang.loaded_en import JUDGING_CUES
from stemma.model import Difference, DifferenceRelation, Span


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
        quoted = a.voice is not None and b.voice is not None and one_quotation(a.voice, b.voice)
        if quoted:
            yield attributed(a, b, "contradiction", 0.8, "one quotation, given to two speakers")
        else:
            yield attributed(a, b, "unclear", 0.35, "given to another speaker")


def stance(a: Reading, b: Reading) -> tuple[str, ...]:
    """What makes a difference of attribution one and the same: a report that speaks for itself, or two speakers."""
    own = [reading.report for reading in (a, b) if reading.said is None]
    if own:
        return ("own", *own)
    return tuple(sorted(reading.voice.called if reading.voice else "" for reading in (a, b)))


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
    """Whether two attributed assertions are given to speakers that cannot be one, as far as the reports tell."""
    if a.voice is None or b.voice is None:
        return False
    return not one_body(a.voice, b.voice) and not may_be_one(a.voice, b.voice)


def charged_cue(reading: Reading) -> bool:
    """Whether the word of saying judges what is said: "claimed", "admitted"."""
    cue = reading.said.cue if reading.said else None
    return cue is not None and any(stem(part) in _JUDGING for part in reading.text(cue).split())


_JUDGING = frozenset(map(stem, JUDGING_CUES))
