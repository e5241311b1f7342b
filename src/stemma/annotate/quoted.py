"""Quotations and who speaks them: the cue beside the marks, or the speaker before who goes on.

A quotation that is speech belongs, in this order, to the cue that stands behind it ("“…,” said the pilot"), to the one
that leads to it ("the pilot said: “…”"), to the content of a clause that it lies in, to an unlisted verb beside it
("“…,” she shrugged"), or to whoever spoke last, where no sentence of the reporter's own stands between.
"""

from collections.abc import Iterable, Mapping, Sequence

from stemma.annotate.lines import announced, signed
from stemma.annotate.quotes import Quotes
from stemma.annotate.said import GOES_ON, Said
from stemma.annotate.sources import beside, is_nobody, nominal
from stemma.annotate.tree import SUBJECTS, Tree, covered, without
from stemma.text.engine import Run

_ASIDE = 8
"""Tokens between a quotation and an unlisted verb that reports it."""
_NEAR = 40
"""Tokens between a quotation and the cue that reports it: names with their offices, places and days."""
_BESIDE = 3
"""Tokens between a cue and a quotation that is speech though it has no verb: "he said: “Never.”"."""
_OF_SOMETHING = frozenset(("verb of saying: object", "verb of saying: prepositional", "noun of saying"))
"""Frames that tell what somebody speaks of: nobody goes on from there with words of his own."""


def with_quotations(tree: Tree, quotes: Quotes, found: Iterable[Said], scripted: Iterable[Said] = ()) -> list[Said]:
    """The attributions of `found` with the quotations that belong to them, and those of quotations by themselves.

    Quotations inside of `scripted` are left alone: a transcript gives them to their speakers.
    """
    said = sorted(found, key=lambda s: s.head)
    owners = _owners(tree, quotes, said)
    said = [_filled(tree, quotes, s, owners.get(n, [])) for n, s in enumerate(said)]
    owner_of = {k: n for n, owned in owners.items() for k in owned}
    heads = [s.head for s in said]
    said = [_apart(quotes, s, n, owner_of, heads) for n, s in enumerate(said)]
    said = [announced(tree, quotes, s) for s in said]
    taken = {k for s in (*said, *scripted) for k in quotes.within(s.content)}
    said.extend(signed(tree, quotes, taken))
    for k in range(len(quotes.runs)):
        if k not in taken and quotes.speaks(k) and (new := _unlisted(tree, quotes, k)):
            said.append(new)
            taken.add(k)
    said = sorted((s for s in said if s.content), key=lambda s: (s.content[0].first, s.head))
    return _going_on(tree, quotes, said, taken)


# --- the cue beside the marks -------------------------------------------------------------------


def _owners(tree: Tree, quotes: Quotes, said: Sequence[Said]) -> dict[int, list[int]]:
    """Which attribution, by its index, the marks show to own which quotations."""
    heads = [(s.head, n) for n, s in enumerate(said) if s.quotes]
    owners: dict[int, list[int]] = {}
    at = 0
    for k, run in enumerate(quotes.runs):
        while at < len(heads) and heads[at][0] < run.first:
            at += 1
        if not quotes.speaks(k):
            continue
        owner = _behind(tree, quotes, said, heads, at, k)
        if owner is None:
            owner = _leading(tree, quotes, said, heads, at, k)
        if owner is not None:
            owners.setdefault(owner, []).append(k)
    return owners


def _behind(
    tree: Tree, quotes: Quotes, said: Sequence[Said], heads: Sequence[tuple[int, int]], at: int, k: int
) -> int | None:
    """The attribution whose clause stands behind quotation k: "“…,” said the pilot", "“…,” the pilot said"."""
    start = quotes.runs[k].after
    if at >= len(heads) or start >= len(tree):
        return None
    cue, n = heads[at]
    if cue - start > _NEAR or quotes.paragraph[cue] != quotes.paragraph[start - 1]:
        return None
    if quotes.end(k) in (".", "…") and not (
        cue == start and not said[n].nobody and tree.parse.spans[cue].start > tree.parse.spans[start - 1].end
    ):
        return None
    if quotes.end(k) in "!?" and said[n].root > cue and quotes.quoted[said[n].root] < 0:
        return None
    gap = range(start, cue)
    if any(quotes.quoted[i] >= 0 or tree.words[i] in (".", ";", ":", "!", "?") for i in gap):
        return None
    words = [i for i in gap if tree.is_word(i)]
    if all(tree.parse.upos[i] in ("ADV", "AUX", "CCONJ") for i in words):
        own = tree.parse.xpos[cue] != "VBG"
        return n if own and (not words or tree.words[words[0]] not in ("and", "but")) else None
    source = said[n].source
    if source is None or not start <= source.first < cue:
        return None
    before = [i for i in words if i < source.first]
    return n if all(tree.parse.upos[i] in ("ADV", "CCONJ", "DET", "ADJ") for i in before) and len(before) < 3 else None


def _leading(
    tree: Tree, quotes: Quotes, said: Sequence[Said], heads: Sequence[tuple[int, int]], at: int, k: int
) -> int | None:
    """The attribution whose clause leads to quotation k: "the pilot said: “…”", "he said, “…”", "“…,” he said, “…”"."""
    first = quotes.runs[k].first
    lead = tree.words[first - 1] if first else ""
    if not at or first == 0:
        return None
    cue, n = heads[at - 1]
    near = first - cue <= _NEAR and quotes.paragraph[cue] == quotes.paragraph[first]
    announced = lead == ":" and quotes.paragraph[first] - quotes.paragraph[cue] == 1
    if not near and not announced:
        return None
    if any(tree.words[i] in (";", "!", "?") or quotes.quoted[i] >= 0 for i in range(cue + 1, first)):
        return None
    if tree.sentence[cue] != tree.sentence[first] and lead != ":":
        return None
    if lead not in (",", ":", "--", "—", "–", "-") and first - 1 != cue:
        return None
    return n if lead == ":" or first - cue < _BESIDE or quotes.says(k) else None


def _filled(tree: Tree, quotes: Quotes, said: Said, owned: list[int]) -> Said:
    """An attribution with the whole of each quotation that it owns or that its content runs into."""
    if not owned:
        return said._replace(content=_whole(quotes, said))
    runs = [quotes.runs[k] for k in owned]
    framed = said.content if _is_own(quotes, said, owned) else ()
    source = said.source
    if (source is None and not said.nobody) or (source is not None and quotes.quoted[source.first] >= 0):
        source = beside(tree, quotes.quoted, said.head)
    content = merged([*runs, *framed])
    if source is not None:
        content = tuple(run for run in content if not (run.first < source.after and source.first < run.after))
    because = said.because if framed else ("quotation beside its cue",)
    return said._replace(content=content or merged(runs), source=source, because=because)


def _is_own(quotes: Quotes, said: Said, owned: list[int]) -> bool:
    """Whether the clause of a cue is content beside the quotations that the cue owns, not just a part of them."""
    if said.because[:1] == ("verb of saying: object",) or all(map(quotes.begins, owned)):
        return False
    return said.root >= 0 and quotes.quoted[said.root] < 0


def _whole(quotes: Quotes, said: Said) -> tuple[Run, ...]:
    """The content with the whole of each quotation that it begins or ends in."""
    runs = list(said.content)
    for first, after in said.content:
        for i in (first, after - 1):
            if (k := quotes.quoted[i]) >= 0:
                runs.append(quotes.runs[k])
    return merged(runs)


def merged(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Runs in order, joined where they touch or overlap."""
    out: list[Run] = []
    for run in sorted(runs):
        if out and run.first <= out[-1].after:
            out[-1] = Run(out[-1].first, max(out[-1].after, run.after))
        else:
            out.append(run)
    return tuple(out)


def _apart(quotes: Quotes, said: Said, number: int, owner_of: Mapping[int, int], heads: Sequence[int]) -> Said:
    """An attribution without the quotations that another cue owns, unless its content holds that cue as well."""
    others = [
        quotes.runs[k]
        for k in quotes.within(said.content)
        if (owner := owner_of.get(k, number)) != number and not covered(heads[owner], said.content)
    ]
    if not others:
        return said
    left = [piece for run in said.content for piece in without(run, others)]
    left = [run for run in map(quotes.tree.trimmed, left) if run.first < run.after]
    return said._replace(content=tuple(left))


# --- quotations without a cue of saying ---------------------------------------------------------


def _unlisted(tree: Tree, quotes: Quotes, k: int) -> Said | None:
    """A verb that is none of saying and yet reports the quotation before it: "“It sank,” she shrugged"."""
    after = quotes.runs[k].after
    if quotes.end(k) not in (",", "!", "?", "—", "–") or after >= len(tree) or quotes.quoted[after] >= 0:
        return None
    if quotes.paragraph[after] != quotes.paragraph[after - 1] or not quotes.says(k):
        return None
    for at in range(after, min(tree.bounds(after).after, after + _ASIDE)):
        if quotes.quoted[at] >= 0:
            return None
        if tree.parse.upos[at] != "VERB":
            continue
        subject = tree.kid(at, *SUBJECTS)
        if subject is None or quotes.quoted[subject] >= 0 or subject < after:
            return None
        if tree.kid(at, "ccomp", "obj") is not None:
            return None
        source = nominal(tree, subject, at)
        return Said(at, Run(at, at + 1), source, (quotes.runs[k],), ("verb beside a quotation",))
    return None


def _going_on(tree: Tree, quotes: Quotes, said: list[Said], taken: set[int]) -> list[Said]:
    """The attributions with the quotations that go on without a source."""
    ends = sorted((_end(s), n) for n, s in enumerate(said) if _can_go_on(tree, s))
    at = 0
    last: int | None = None
    for k, run in enumerate(quotes.runs):
        while at < len(ends) and ends[at][0] < run.first:
            if last is None or not _is_aside_of(tree, quotes, said[last], said[ends[at][1]]):
                last = ends[at][1]
            at += 1
        if k in taken or last is None or not quotes.speaks(k) or not quotes.leads(k):
            continue
        s = said[last]
        if _follows(tree, quotes, max(_end(s), ends[at - 1][0]), run.first):
            because = s.because if GOES_ON in s.because else (*s.because, GOES_ON)
            said[last] = s._replace(content=merged((*s.content, run)), because=because)
            taken.add(k)
    return said


def _can_go_on(tree: Tree, said: Said) -> bool:
    """Whether a quotation can go on from an attribution: somebody speaks in it, with words of his own."""
    nobody = is_nobody(tree, said.source) or (said.nobody and said.source is None)
    return said.because[0] not in _OF_SOMETHING and not nobody


def _is_aside_of(tree: Tree, quotes: Quotes, before: Said, said: Said) -> bool:
    """Whether words of saying only go on with the sentence of a quotation: "“…,” she said, adding that"."""
    same = tree.sentence[max(before.head, 0)] == tree.sentence[max(said.head, 0)]
    return same and bool(quotes.within(before.content)) and not quotes.within(said.content)


def _end(said: Said) -> int:
    """The last token of an attribution: of its cue, its source or its content."""
    source = said.source.after - 1 if said.source is not None else -1
    return max(said.head, source, said.content[-1].after - 1)


def _follows(tree: Tree, quotes: Quotes, end: int, start: int) -> bool:
    """Whether no sentence of the reporter's own stands between the end of speech and the next quotation."""
    return tree.sentence[start] - tree.sentence[end] <= 1 and quotes.paragraph[start] - quotes.paragraph[end] <= 1
