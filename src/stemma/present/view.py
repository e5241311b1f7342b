"""What the page shows of a comparison, worked out from the records: labels, letters, shares, counts."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from stemma.errors import SettingsError
from stemma.model import Account, Annotations, Comparison, Copy, Descent, Origin, Report, Span
from stemma.present.beside import Beside, align, overlapping
from stemma.present.lens import Change, changes
from stemma.present.shown import plain, short
from stemma.present.tree import Drawing, by_parent, rows, tree

LETTERS = "αβγδεζηθικλμνξοπρστυφχψω"
STYLES = 6
"""Colours with patterns that can be told apart; further witnesses begin again, and keep their letters."""

SHORT_LABEL = 19

LEAST_BAR, LEAST_LETTERED = 0.28, 0.045
"""Parts of the mosaic's full width: of the shortest report's bar, and of a run of sentences that shows its letter."""

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How much the page shows; all of it is in the exchange format anyway.

    `heavy`: least weight (0 to 1) of an edit that is listed openly, the others are folded.
    `partners`: pairs drawn side by side for each report, strongest first. `edits`: changes listed for a story.
    """

    heavy: float = 0.5
    partners: int = 6
    edits: int = 200

    def __post_init__(self) -> None:
        """Refuse what makes no page."""
        if not 0 <= self.heavy <= 1:
            raise SettingsError(f"page setting 'heavy' must be between 0 and 1, not {self.heavy}")
        for name in ("partners", "edits"):
            if getattr(self, name) < 1:
                raise SettingsError(f"page setting '{name}' must be at least 1, not {getattr(self, name)}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """An origin as it is drawn: those that stand behind reports have a letter, own prose has none."""

    origin: Origin
    letter: str
    css: str
    reports: int

    @property
    def name(self) -> str:
        """What the witness is, in words."""
        kind = self.origin.kind
        if kind == "credited":
            return f"{self.origin.label or 'credited text'}, credited"
        return {"inferred": "unseen text, credited by nobody", "own": "own prose", "addition": "addition"}[kind]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a report's text: a sentence, furniture, or what lies between; `css` names its origin."""

    span: Span
    anchor: str
    css: str
    furniture: bool = False
    public: bool = False


class ReportView:
    """One report as the page shows it. `number` tells apart reports of one outlet within the pile."""

    def __init__(self, notes: Annotations, number: int = 0) -> None:
        self.notes = notes
        self.report: Report = notes.report
        name = _name(self.report)
        self.name = name
        self.mark = f" ({number})" if number else ""
        self.label = name + self.mark
        self.anchor = "r-" + _slug(self.report.id)
        self.pieces: tuple[Piece, ...] = _pieces(notes, self.anchor, {}, set())
        self.shares: tuple[tuple[Witness, float], ...] = ()
        self.elsewhere: tuple[int, ...] = (0,) * len(notes.sentences)

    @cached_property
    def words(self) -> int:
        """Words outside of furniture."""
        return sum(len(self.report.text[s:e].split()) for s, e in self.notes.sentences)

    @property
    def short(self) -> str:
        """The label at a length that fits a drawing, its number kept."""
        return short(self.name, SHORT_LABEL - len(self.mark)) + self.mark

    @property
    def title(self) -> str:
        """The report's headline, or its first words."""
        return self.report.title or short(self.report.text[:200], 80) or "(no text)"

    @property
    def day(self) -> str:
        """The day of publication as far as it is known."""
        return (self.report.published or "")[:10]

    @property
    def written(self) -> str:
        """The day of publication in words."""
        return written_day(self.day)

    @property
    def published(self) -> str:
        """The time of publication in words, as precise as it is known."""
        return " ".join([self.written, *(self.report.published or "")[11:].split()])

    @property
    def language(self) -> str:
        """The language tag where it is one that a browser knows, or nothing."""
        return self.report.language if re.fullmatch(r"[a-z]{2}(-[A-Z]{2})?", self.report.language) else ""

    @property
    def pick(self) -> str:
        """Shares of the text by origin, in words: `62 % α, 38 % own`."""
        return ", ".join(
            f"{share:.0%}".replace("%", " %") + f" {w.letter or w.origin.kind}" for w, share in self.shares
        )

    @property
    def debts(self) -> str:
        """Shares of the text by unseen text: `47 % β, 22 % α`."""
        owed = [f"{share:.0%} {w.letter}".replace("%", " %") for w, share in self.shares if w.letter]
        return ", ".join(owed) or "own prose only"

    @property
    def alike(self) -> list[str]:
        """A key for each sentence: its origin and the number of reports that share it."""
        styles = [piece.css for piece in self.pieces if piece.anchor and not piece.furniture]
        return [f"{css} {count}" for css, count in zip(styles, self.elsewhere, strict=True)]

    def anchor_at(self, place: int) -> str:
        """The anchor of the piece of text at a place, or that of the report."""
        for piece in self.pieces:
            if piece.anchor and piece.span.start <= place < piece.span.end:
                return piece.anchor
        return self.anchor

    @property
    def mass(self) -> int:
        """Characters of the sentences and the furniture: the width of the report in the mosaic."""
        return sum(self.width(piece) for piece in self.pieces if piece.anchor)

    def width(self, piece: Piece) -> int:
        """The characters of a piece: its width in the mosaic."""
        return piece.span.end - piece.span.start


@dataclass(frozen=True, slots=True, kw_only=True)
class PairView:
    """Two reports that share wording, aligned."""

    copy: Copy
    a: ReportView
    b: ReportView
    beside: Beside

    @property
    def copies(self) -> bool:
        """Whether copying of prose is claimed."""
        return any(p.shared == "copy" for p in self.copy.passages)

    @property
    def kinds(self) -> list[tuple[str, int]]:
        """How many passages of each kind the two share."""
        return sorted(Counter(p.shared for p in self.copy.passages).items())

    @property
    def changed(self) -> int:
        """Rows with changed words."""
        return sum(row.changed and row.shared is not None for row in self.beside.rows)


class StoryView:
    """One story as the page shows it."""

    def __init__(self, account: Account, views: Mapping[str, ReportView], whole_pile: bool, using: Settings) -> None:
        self.account = account
        self.lineage = account.lineage
        self.anchor = "story-" + _slug(account.story.id)
        self.whole_pile = whole_pile
        self.using = using
        ids = [notes.report.id for notes in account.story.reports]
        self.view = {i: views[i] for i in ids}
        self.reports = sorted(self.view.values(), key=lambda v: (v.day or "9999", v.label, v.report.id))
        self.witness = _witnesses(account.lineage.origins)
        self.witnesses = [w for w in self.witness.values() if w.letter]
        self.descents = _drawn(account.lineage.descents, self.witness, self.view)
        order = by_parent([w.origin.id for w in self.witnesses], [v.report.id for v in self.reports], self.descents)
        self.reports = [self.view[i] for i in order]
        _fill(self)

    @property
    def title(self) -> str:
        """A report's own headline."""
        return self.account.title

    @property
    def texts(self) -> str:
        """Independent texts as a range: `2–4`."""
        low, high = self.lineage.texts
        return str(low) if low == high else f"{low}–{high}"

    @property
    def days(self) -> str:
        """The days on which the reports appeared."""
        return span_of_days(self.reports)

    @cached_property
    def copying(self) -> list[ReportView]:
        """Reports that have copied prose in common with another of the story."""
        ids = {i for c in self.lineage.copies if any(p.shared == "copy" for p in c.passages) for i in (c.a, c.b)}
        return [view for view in self.reports if view.report.id in ids]

    @cached_property
    def unseen(self) -> list[Witness]:
        """Texts outside of the pile that stand behind at least two reports."""
        return [w for w in self.witnesses if w.reports > 1]

    @cached_property
    def changes(self) -> list[Change]:
        """The edits of shared copy, weightiest first."""
        return changes(self.lineage.edits, {i: view.notes for i, view in self.view.items()})

    @property
    def heavy(self) -> list[Change]:
        """Changes that weigh enough to be listed openly."""
        return [c for c in self.changes if c.weight >= self.using.heavy][: self.using.edits]

    @property
    def light(self) -> list[Change]:
        """The other changes, as many as the page lists."""
        rest = [c for c in self.changes if c.weight < self.using.heavy]
        return rest[: max(0, self.using.edits - len(self.heavy))]

    @cached_property
    def pairs(self) -> list[PairView]:
        """The pairs that the page draws, those with the most copied prose first."""
        return [
            PairView(
                copy=c,
                a=self.view[c.a],
                b=self.view[c.b],
                beside=align(
                    c, self.view[c.a].notes, self.view[c.b].notes, (self.view[c.a].alike, self.view[c.b].alike)
                ),
            )
            for c in _strongest(self.lineage.copies, self.using.partners)
        ]

    @cached_property
    def tree(self) -> Drawing | None:
        """The tree with witnesses on top, where it fits."""
        return tree(*self._graph)

    @cached_property
    def rows(self) -> Drawing:
        """The tree with a report a row."""
        return rows(*self._graph)

    @property
    def _graph(self) -> tuple[list[str], list[str], list[Descent]]:
        return [w.origin.id for w in self.witnesses], [v.report.id for v in self.reports], self.descents

    @property
    def longest(self) -> int:
        """Characters of the longest report: the full width of the mosaic."""
        return max(view.mass for view in self.reports) or 1

    def part(self, view: ReportView) -> float:
        """The width (0 to 1) of a report's bar: by the root of its length, so that a long one leaves room to others."""
        return max(LEAST_BAR, math.sqrt(view.mass / self.longest))

    def lettered(self, view: ReportView) -> dict[str, str]:
        """Letters for the anchors of those tiles that begin a run wide enough to hold one."""
        letters = {w.css: w.letter for w in self.witnesses if any(w is held for held, _ in view.shares)}
        tiles = [piece for piece in view.pieces if piece.anchor]
        found = {}
        for css, run in groupby(tiles, key=lambda piece: piece.css):
            run_tiles = list(run)
            width = sum(view.width(piece) for piece in run_tiles) / (view.mass or 1)
            if css in letters and width * self.part(view) >= LEAST_LETTERED:
                found[run_tiles[0].anchor] = letters[css]
        return found

    def name(self, node: str) -> str:
        """A witness or report in words."""
        if node in self.view:
            return self.view[node].label
        return f"{self.witness[node].letter} ({self.witness[node].name})"


def span_of_days(reports: Sequence[ReportView]) -> str:
    """The first and last day on which the reports appeared, as far as it is known."""
    days = sorted({view.day for view in reports if view.day})
    if not days:
        return "no dates known"
    first, last = written_day(days[0]), written_day(days[-1])
    return first if first == last else f"{first} to {last}"


def written_day(day: str) -> str:
    """An ISO day in words, or as it is where it is not a whole day.

    >>> written_day("2031-03-09")
    '9 March 2031'
    """
    year, _, rest = day.partition("-")
    month, _, number = rest.partition("-")
    if not (number.isdecimal() and month.isdecimal() and 1 <= int(month) <= 12):
        return day
    return f"{int(number)} {MONTHS[int(month) - 1]} {year}"


def views_of(comparison: Comparison) -> dict[str, ReportView]:
    """A view of each report; those of one outlet within one story are numbered."""
    views = {}
    for account in comparison.accounts:
        names = [_name(notes.report) for notes in account.story.reports]
        seen: Counter[str] = Counter()
        for notes, name in zip(account.story.reports, names, strict=True):
            seen[name] += 1
            views[notes.report.id] = ReportView(notes, seen[name] if names.count(name) > 1 else 0)
    return views


def _name(report: Report) -> str:
    """The outlet, or the file where none is known."""
    return (report.outlet or "").removeprefix("www.") or _file_name(report.uri)


def _file_name(uri: str) -> str:
    return plain(re.split(r"[/\\]", uri)[-1] or uri)


def _slug(name: str) -> str:
    return re.sub(r"[^A-Za-z0-9]+", "-", name)


def _witnesses(origins: Sequence[Origin]) -> dict[str, Witness]:
    """Letters for the texts behind reports, those behind most reports first; own prose shares one style."""
    count = {o.id: len({place.report for place in o.passages}) for o in origins}
    behind = sorted((o for o in origins if o.kind in {"credited", "inferred"}), key=lambda o: (-count[o.id], o.id))
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


def _drawn(
    descents: Sequence[Descent], witness: Mapping[str, Witness], view: Mapping[str, ReportView]
) -> list[Descent]:
    """The descents between what the tree draws."""
    drawn = {i for i, w in witness.items() if w.letter} | set(view)
    return [d for d in descents if d.parent in drawn and d.child in view]


def _fill(story: StoryView) -> None:
    """Give each report of the story its origins, shares and the reports that share its sentences."""
    origin_at: dict[str, dict[Span, Witness]] = defaultdict(dict)
    for w in story.witness.values():
        for place in w.origin.passages:
            origin_at[place.report][place.span] = w
    public, partners = _shared_sentences(story)
    for i, view in story.view.items():
        style = _sentence_origins(view.notes, origin_at[i])
        view.pieces = _pieces(view.notes, view.anchor, style, public[i])
        view.shares = _shares(view.notes, style)
        view.elsewhere = tuple(len(partners[i, n]) for n in range(len(view.notes.sentences)))


def _sentence_origins(notes: Annotations, places: Mapping[Span, Witness]) -> dict[int, Witness]:
    """The witness of each sentence: that which holds most of it."""
    held: dict[int, Counter[str]] = defaultdict(Counter)
    by_id = {w.origin.id: w for w in places.values()}
    for span, w in sorted(places.items()):
        for n in overlapping(notes.sentences, span):
            start, end = notes.sentences[n]
            held[n][w.origin.id] += min(end, span.end) - max(start, span.start)
    return {n: by_id[max(sorted(count), key=lambda i: count[i])] for n, count in held.items()}


def _shared_sentences(story: StoryView) -> tuple[dict[str, set[int]], dict[tuple[str, int], set[str]]]:
    """Per report, the sentences with public words; per sentence, the reports that share wording with it."""
    public: dict[str, set[int]] = defaultdict(set)
    partners: dict[tuple[str, int], set[str]] = defaultdict(set)
    for pair in story.lineage.copies:
        for passage in pair.passages:
            for me, other, span in ((pair.a, pair.b, passage.a), (pair.b, pair.a, passage.b)):
                touched = overlapping(story.view[me].notes.sentences, span)
                for n in touched:
                    partners[me, n].add(other)
                if passage.shared not in {"copy", "phrase"}:
                    public[me].update(touched)
    return public, partners


def _shares(notes: Annotations, style: Mapping[int, Witness]) -> tuple[tuple[Witness, float], ...]:
    total = sum(e - s for s, e in notes.sentences)
    length: Counter[str] = Counter()
    first: dict[str, Witness] = {}
    for n, w in sorted(style.items()):
        start, end = notes.sentences[n]
        key = w.letter or w.origin.kind
        length[key] += end - start
        first.setdefault(key, w)
    return tuple((first[key], size / total) for key, size in sorted(length.items(), key=lambda kv: (-kv[1], kv[0])))


def _pieces(notes: Annotations, anchor: str, style: Mapping[int, Witness], public: set[int]) -> tuple[Piece, ...]:
    """The whole text in order, cut at sentences and furniture."""
    parts = [(span, n, False) for n, span in enumerate(notes.sentences)]
    parts += [(span, n, True) for n, span in enumerate(notes.report.furniture)]
    pieces, place = [], 0
    for span, n, furniture in sorted(parts):
        if span.start > place:
            pieces.append(Piece(Span(place, span.start), "", ""))
        if furniture:
            pieces.append(Piece(span, f"{anchor}-f{n}", "fu", furniture=True))
        else:
            w = style.get(n)
            pieces.append(Piece(span, f"{anchor}-s{n}", w.css if w else "", public=n in public))
        place = max(place, span.end)
    if place < len(notes.report.text):
        pieces.append(Piece(Span(place, len(notes.report.text)), "", ""))
    return tuple(pieces)


def _strongest(copies: Sequence[Copy], partners: int) -> list[Copy]:
    """Each report's strongest partners; all pairs where the story is small."""
    ranked = sorted(copies, key=lambda c: (-_strength(c)[0], -_strength(c)[1], c.a, c.b))
    kept, count = [], Counter[str]()
    for c in ranked:
        if count[c.a] < partners or count[c.b] < partners:
            kept.append(c)
            count.update((c.a, c.b))
    return kept


def _strength(pair: Copy) -> tuple[float, int]:
    """Copied share of the shorter side, then words shared in any way."""
    return max(pair.share_a, pair.share_b) + min(pair.share_a, pair.share_b), sum(p.words for p in pair.passages)
