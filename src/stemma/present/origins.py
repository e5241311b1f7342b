"""Whose text each sentence is: origins with their letters and colours, and what part of a report each holds."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from stemma.model import Annotations, Origin, Span
from stemma.present.beside import overlapping

LETTERS = "αβγδεζηθικλμνξοπρστυφχψω"
STYLES = 6
"""Colours with patterns that can be told apart; further witnesses begin again, and keep their letters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """An origin as it is drawn: those that stand behind reports have a letter, own prose has none."""

    origin: Origin
    letter: str
    css: str
    reports: int

    @property
    def unseen(self) -> bool:
        """Whether the text lies outside of the pile."""
        return self.origin.kind in {"credited", "inferred"}

    @property
    def name(self) -> str:
        """What the witness is, in words."""
        kind = self.origin.kind
        if kind == "own" and self.letter:
            return "text of one report, taken up by others"
        if kind == "credited":
            return f"{self.origin.label or 'credited text'}, credited"
        return {"inferred": "unseen text, no agreed credit", "own": "own prose", "addition": "addition"}[kind]


def witnesses(origins: Sequence[Origin]) -> dict[str, Witness]:
    """Letters for the texts behind reports, those behind most first; own prose of single reports shares one style."""
    count = {o.id: len({place.report for place in o.passages}) for o in origins}
    behind = [o for o in origins if o.kind in {"credited", "inferred"} or count[o.id] > 1]
    behind.sort(key=lambda o: (-count[o.id], o.id))
    found = {}
    for n, origin in enumerate(behind):
        again = n // len(LETTERS) or ""
        found[origin.id] = Witness(
            origin=origin, letter=f"{LETTERS[n % len(LETTERS)]}{again}", css=f"o{n % STYLES}", reports=count[origin.id]
        )
    for origin in origins:
        if origin.id not in found:
            found[origin.id] = Witness(origin=origin, letter="", css=origin.kind, reports=count[origin.id])
    return found


def origins_of(witnesses: Mapping[str, Witness], report: str) -> dict[Span, Witness]:
    """The witness of each place of a report."""
    return {place.span: w for w in witnesses.values() for place in w.origin.passages if place.report == report}


def sentence_origins(notes: Annotations, places: Mapping[Span, Witness]) -> dict[int, Witness]:
    """The witness of each sentence: that which holds most of it."""
    held: dict[int, Counter[str]] = defaultdict(Counter)
    by_id = {w.origin.id: w for w in places.values()}
    for span, w in sorted(places.items()):
        for n in overlapping(notes.sentences, span):
            start, end = notes.sentences[n]
            held[n][w.origin.id] += min(end, span.end) - max(start, span.start)
    return {n: by_id[max(sorted(count), key=lambda i: count[i])] for n, count in held.items()}


def shares(notes: Annotations, style: Mapping[int, Witness]) -> tuple[tuple[Witness, float], ...]:
    """The part (0 to 1) of the sentences that each origin holds, largest first."""
    total = sum(e - s for s, e in notes.sentences)
    length: Counter[str] = Counter()
    first: dict[str, Witness] = {}
    for n, w in sorted(style.items()):
        start, end = notes.sentences[n]
        key = w.letter or w.origin.kind
        length[key] += end - start
        first.setdefault(key, w)
    return tuple((first[key], size / total) for key, size in sorted(length.items(), key=lambda kv: (-kv[1], kv[0])))
