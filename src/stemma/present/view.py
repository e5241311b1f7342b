"""What the page shows of a story, worked out from its account: counts, pairs, changes, drawings."""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby

from stemma.errors import SettingsError
from stemma.model import Account, Branch, Copy, Descent, Lineage, Relation
from stemma.present.beside import Beside, align, overlapping
from stemma.present.facts_view import FactsView
from stemma.present.lens import Change, changes
from stemma.present.origins import Witness, origins_of, sentence_origins, shares, witnesses
from stemma.present.report_view import ReportView, cut_up, name_of, slug, span_of_days
from stemma.present.tree import Drawing, Limb, by_parent, first_witness, rows, tree

MANY_ROWS = 14
"""Reports from which the rows of a story are drawn in groups that can be folded."""

BRANCH = "branch "
"""How the names of branches begin in a drawing."""

SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉"

LEAST_BAR, LEAST_LETTERED = 0.28, 0.045
"""Parts of the mosaic's full width: of the shortest report's bar, and of a run of sentences that shows its letter."""

RELATIONS: dict[Relation, str] = {
    "copy": "copy",
    "same-outlet": "same outlet",
    "versions": "two versions of one agency’s story",
    "syndication": "outlet and credited outlet",
}
"""What two copying reports are to each other, in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSettings:
    """How much the page shows; all of it is in the exchange format anyway.

    `heavy`: least weight (0 to 1) of an edit that is listed openly, the others are folded.
    `partners`: pairs drawn side by side for each report, strongest first. `edits`: changes listed for a story.
    `facts`: entries of a story's lists of speech, times, figures and people, those of most reports first.
    """

    heavy: float = 0.5
    partners: int = 6
    edits: int = 200
    facts: int = 400

    def __post_init__(self) -> None:
        """Refuse what makes no page."""
        if not 0 <= self.heavy <= 1:
            raise SettingsError(f"page setting 'heavy' must be between 0 and 1, not {self.heavy}")
        for name in ("partners", "edits", "facts"):
            if getattr(self, name) < 1:
                raise SettingsError(f"page setting '{name}' must be at least 1, not {getattr(self, name)}")


@dataclass(frozen=True, slots=True, kw_only=True)
class PairView:
    """Two reports that share wording, aligned; `number` counts the pairs of a story."""

    number: int
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
    def relation(self) -> str:
        """What the two are to each other, in words."""
        return RELATIONS[self.copy.relation] if self.copy.relation else ""

    @property
    def changed(self) -> int:
        """Rows with changed words."""
        return sum(row.changed and row.shared is not None for row in self.beside.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Reports of a large story with the same first witness; `copied` where they have words from reports alone."""

    witness: Witness | None
    copied: bool
    reports: tuple[ReportView, ...]
    drawing: Drawing

    @property
    def open(self) -> bool:
        """Whether the group is unfolded from the start: all but a long list of reports that stand alone."""
        return self.witness is not None or self.copied or len(self.reports) <= MANY_ROWS


class StoryView:
    """One story as the page shows it."""

    def __init__(self, account: Account, whole_pile: bool, using: PageSettings) -> None:
        self.account = account
        self.lineage = account.lineage
        self.anchor = "story-" + slug(account.story.id)
        self.whole_pile = whole_pile
        self.using = using
        self.witness = witnesses(account.lineage.origins)
        self.view = _views(account, self.witness)
        self.key = [w for w in self.witness.values() if w.letter]
        self.witnesses = [w for w in self.key if w.unseen]
        self.descents = _drawn(account.lineage.descents, self.witness, self.view)
        dated = sorted(self.view.values(), key=lambda v: (v.day or "9999", v.label, v.report.id))
        self.limbs = _limbs(account.lineage, self.descents)
        letters = [w.origin.id for w in self.witnesses]
        order = by_parent(letters, [v.report.id for v in dated], self.descents, self.limbs)
        self.reports = [self.view[i] for i in order]

    @property
    def title(self) -> str:
        """A report's own headline."""
        return self.account.title.strip() or "Story without a headline"

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
    def facts(self) -> FactsView:
        """Who said what, when, how much, in which office."""
        return FactsView(self.account, self.using.facts)

    @cached_property
    def changes(self) -> list[Change]:
        """The edits of shared copy, weightiest first."""
        return changes(self.lineage.edits, {i: view.notes for i, view in self.view.items()})

    @cached_property
    def heavy(self) -> list[Change]:
        """Changes that weigh enough to be listed openly; an exchange of small words never does."""
        return [c for c in self.changes if self._weighs(c)][: self.using.edits]

    @property
    def light(self) -> list[Change]:
        """The other changes, as many as the page lists."""
        rest = [c for c in self.changes if not self._weighs(c)]
        return rest[: max(0, self.using.edits - len(self.heavy))]

    def _weighs(self, change: Change) -> bool:
        return change.weight >= self.using.heavy and not change.small

    @cached_property
    def pairs(self) -> list[PairView]:
        """The pairs that the page draws, those with the most copied prose first."""
        return [
            PairView(
                number=n,
                copy=c,
                a=self.view[c.a],
                b=self.view[c.b],
                beside=align(
                    c, self.view[c.a].notes, self.view[c.b].notes, (self.view[c.a].alike, self.view[c.b].alike)
                ),
            )
            for n, c in enumerate(_strongest(self.lineage.copies, self.using.partners))
        ]

    def pair(self, a: str, b: str) -> PairView | None:
        """The pair of two reports, where the page draws it."""
        return self._pair_of.get((a, b)) or self._pair_of.get((b, a))

    def pair_anchor(self, pair: PairView, story: int) -> str:
        """The id of a pair's evidence on the page; `story` is the number of the story there."""
        return f"pair-{story}-{pair.number}"

    @cached_property
    def _pair_of(self) -> dict[tuple[str, str], PairView]:
        return {(pair.copy.a, pair.copy.b): pair for pair in self.pairs}

    @property
    def owners(self) -> list[tuple[ReportView, Witness]]:
        """The reports with independent prose, each with that."""
        found = []
        for view in self.reports:
            own = next((w for w, _ in view.shares if w.origin.kind == "own"), None)
            if own and view.runs(own):
                found.append((view, own))
        return found

    def branch_number(self, node: str) -> int:
        """The number of the branch that a node of the drawing stands for."""
        return int(node.removeprefix(BRANCH))

    def branch(self, node: str) -> Branch:
        """The branch that a node of the drawing stands for."""
        return self.lineage.branches[self.branch_number(node)]

    def branch_name(self, number: int) -> str:
        """What a branch is called: the letter of its origin and a number."""
        branch = self.lineage.branches[number]
        before = sum(other.origin == branch.origin for other in self.lineage.branches[:number])
        return f"{self.witness[branch.origin].letter}{SUBSCRIPTS[(before + 1) % 10]}"

    @cached_property
    def tree(self) -> Drawing | None:
        """The tree with witnesses on top, where it fits."""
        return tree(*self._graph)

    @cached_property
    def rows(self) -> Drawing:
        """The tree with a report a row."""
        return rows(*self._graph)

    @cached_property
    def groups(self) -> list[Group]:
        """The reports of a large story by their first witness, each group with its own rows; none of a small story."""
        if self.tree or len(self.reports) <= MANY_ROWS:
            return []
        letters, ids, descents, limbs = self._graph
        first = first_witness(letters, ids, descents)
        found = []
        for rank, members in groupby(self.reports, key=lambda view: first[view.report.id]):
            held = list(members)
            names = {view.report.id for view in held}
            over = [w for w in letters if any(d.parent == w and d.child in names for d in descents)]
            drawing = rows(over, [view.report.id for view in held], descents, _within(limbs, names))
            witness = self.witnesses[rank] if rank < len(letters) else None
            found.append(Group(witness=witness, copied=rank == len(letters), reports=tuple(held), drawing=drawing))
        return found

    @property
    def across(self) -> int:
        """Lines between reports of different groups, which no drawing of a group shows."""
        drawn = {edge.number for group in self.groups for edge in group.drawing.edges}
        return len(set(range(len(self.descents))) - drawn) if self.groups else 0

    @property
    def _graph(self) -> tuple[list[str], list[str], list[Descent], list[Limb]]:
        return [w.origin.id for w in self.witnesses], [v.report.id for v in self.reports], self.descents, self.limbs

    @property
    def longest(self) -> int:
        """Characters of the longest report: the full width of the mosaic."""
        return max(view.mass for view in self.reports) or 1

    def part(self, view: ReportView) -> float:
        """The width (0 to 1) of a report's bar: by the root of its length, so that a long one leaves room to others."""
        return max(LEAST_BAR, math.sqrt(view.mass / self.longest))

    def lettered(self, view: ReportView) -> dict[str, str]:
        """Letters for the anchors of those tiles that begin a run wide enough to hold one."""
        letters = {w.css: w.letter for w in self.key if any(w is held for held, _ in view.shares)}
        found = {}
        for css, run in groupby(view.tiles, key=lambda piece: piece.css):
            run_tiles = list(run)
            width = sum(view.width(piece) for piece in run_tiles) / (view.mass or 1)
            if css in letters and width * self.part(view) >= LEAST_LETTERED:
                found[run_tiles[0].anchor] = letters[css]
        return found

    def name(self, node: str) -> str:
        """A witness or report in words."""
        if node in self.view:
            return self.view[node].label
        if node.startswith(BRANCH):
            return self.branch_name(self.branch_number(node))
        return f"{self.witness[node].letter} ({self.witness[node].name})"


def _limbs(lineage: Lineage, descents: Sequence[Descent]) -> list[Limb]:
    """The branches as they are drawn: each report on the first one below an origin from which a line leads to it."""
    lines = {(d.parent, d.child) for d in descents}
    found, taken = [], set[tuple[str, str]]()
    for n, branch in enumerate(lineage.branches):
        held = {(branch.origin, report) for report in branch.reports} & lines - taken
        if len(held) > 1:
            taken |= held
            found.append(
                Limb(f"{BRANCH}{n}", branch.origin, tuple(r for r in branch.reports if (branch.origin, r) in held))
            )
    return found


def _within(limbs: Sequence[Limb], names: Set[str]) -> list[Limb]:
    """The branches as far as they lie within a group of reports."""
    held = [(limb, tuple(report for report in limb.reports if report in names)) for limb in limbs]
    return [replace(limb, reports=inside) for limb, inside in held if inside]


def _drawn(
    descents: Sequence[Descent], witness: Mapping[str, Witness], view: Mapping[str, ReportView]
) -> list[Descent]:
    """The descents between what the tree draws."""
    drawn = {i for i, w in witness.items() if w.unseen} | set(view)
    return [d for d in descents if d.parent in drawn and d.child in view]


def _views(account: Account, witness: Mapping[str, Witness]) -> dict[str, ReportView]:
    """A view of each report of a story; those of one outlet are numbered."""
    names = [name_of(notes.report) for notes in account.story.reports]
    public, partners = _shared_sentences(account)
    seen: Counter[str] = Counter()
    views = {}
    for notes, name in zip(account.story.reports, names, strict=True):
        i = notes.report.id
        seen[name] += 1
        style = sentence_origins(notes, origins_of(witness, i))
        views[i] = ReportView(
            notes=notes,
            number=seen[name] if names.count(name) > 1 else 0,
            pieces=cut_up(notes, style, public[i]),
            shares=shares(notes, style),
            origin=tuple(style[n].origin.id if n in style else "" for n in range(len(notes.sentences))),
            elsewhere=tuple(len(partners[i, n]) for n in range(len(notes.sentences))),
        )
    return views


def _shared_sentences(account: Account) -> tuple[dict[str, set[int]], dict[tuple[str, int], set[str]]]:
    """Per report, the sentences with public words; per sentence, the reports that share wording with it."""
    sentences = {notes.report.id: notes.sentences for notes in account.story.reports}
    public: dict[str, set[int]] = defaultdict(set)
    partners: dict[tuple[str, int], set[str]] = defaultdict(set)
    for pair in account.lineage.copies:
        for passage in pair.passages:
            for me, other, span in ((pair.a, pair.b, passage.a), (pair.b, pair.a, passage.b)):
                touched = overlapping(sentences[me], span)
                for n in touched:
                    partners[me, n].add(other)
                if passage.shared not in {"copy", "phrase"}:
                    public[me].update(touched)
    return public, partners


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
    """Copied shares of both sides, then words shared in any way."""
    return pair.share_a + pair.share_b, sum(p.words for p in pair.passages)
