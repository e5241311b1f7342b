"""How much of a gold `Parse` an engine finds: everything aligned by characters, as in the CoNLL 2018 shared task.

Zeman et al. 2018, "CoNLL 2018 Shared Task: Multilingual Parsing from Raw Text to Universal Dependencies": a word or a
sentence is found where both ends are; a property counts where the word is found and the property is the same, an arc
where the head is found too. Labels are compared without their subtypes, features only where they are universal.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from stemma.model import Span
from stemma.text.engine import Parse, Run

UNIVERSAL_FEATURES = frozenset(
    {"PronType", "NumType", "Poss", "Reflex", "Foreign", "Abbr", "Gender", "Animacy", "Number", "Case", "Definite"}
    | {"Degree", "VerbForm", "Mood", "Tense", "Aspect", "Voice", "Evident", "Polarity", "Person", "Polite"}
)


SUBJECTS = ("nsubj", "csubj")


class Count(NamedTuple):
    """Of how many things found and how many in the gold standard how many are the same."""

    right: int
    found: int
    gold: int

    @property
    def precision(self) -> float:
        """Part of what was found that is right; 0 where nothing was found."""
        return self.right / max(1, self.found)

    @property
    def recall(self) -> float:
        """Part of the gold standard that was found; 0 where it is empty."""
        return self.right / max(1, self.gold)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.right / max(1, self.found + self.gold)

    def plus(self, other: "Count") -> "Count":
        """Both together."""
        return Count(self.right + other.right, self.found + other.found, self.gold + other.gold)


Scores = dict[str, Count]


def total(scores: Iterable[Mapping[str, Count]]) -> Scores:
    """The sums over several texts."""
    summed: Scores = {}
    for score in scores:
        for key, count in score.items():
            summed[key] = summed.get(key, Count(0, 0, 0)).plus(count)
    return summed


def _common(found: Collection[object], gold: Collection[object]) -> Count:
    return Count(len(set(found) & set(gold)), len(set(found)), len(set(gold)))


@dataclass(frozen=True)
class _Pair:
    """A found and a gold analysis of one text, and which of their words are the same."""

    found: Parse
    gold: Parse
    aligned: Mapping[int, int]
    """The gold word of each found word that has one."""

    def count(self, same: Callable[[int, int], bool]) -> Count:
        right = sum(same(a, b) for a, b in self.aligned.items())
        return Count(right, len(self.found), len(self.gold))

    def same_head(self, a: int, b: int) -> bool:
        """Whether the found word `a` hangs on the same word as the gold word `b`."""
        head = self.found.heads[a]
        return self.gold.heads[b] == (-1 if head < 0 else self.aligned.get(head, -2))


def tree_scores(found: Parse, gold: Parse) -> Scores:
    """Sentences, tokens, tags, lemmas and arcs.

    Beside the measures of the shared task (`uas`, `las`) those that parsers are mostly reported with: `uas_words` and
    `las_words` leave punctuation out and compare labels with their subtypes.
    """
    places = {span: index for index, span in enumerate(gold.spans)}
    aligned = {index: places[span] for index, span in enumerate(found.spans) if span in places}
    pair = _Pair(found, gold, aligned)
    return {
        "sentences": _common(run_spans(found, found.sentences), run_spans(gold, gold.sentences)),
        "tokens": pair.count(lambda a, b: True),
        "upos": pair.count(lambda a, b: found.upos[a] == gold.upos[b]),
        "xpos": pair.count(lambda a, b: found.xpos[a] == gold.xpos[b]),
        "feats": pair.count(lambda a, b: universal(found.feats[a]) == universal(gold.feats[b])),
        "lemmas": pair.count(lambda a, b: gold.lemmas[b] in ("", found.lemmas[a])),
        "uas": pair.count(pair.same_head),
        "las": pair.count(lambda a, b: pair.same_head(a, b) and plain(found.relations[a]) == plain(gold.relations[b])),
        **_word_arcs(pair),
    }


def _word_arcs(pair: _Pair) -> Scores:
    found, gold = pair.found, pair.gold
    arcs = [
        (a, b)
        for a, b in pair.aligned.items()
        if "punct" not in (found.relations[a], gold.relations[b]) and pair.same_head(a, b)
    ]
    words = (len(found) - found.relations.count("punct"), len(gold) - gold.relations.count("punct"))
    return {
        "uas_words": Count(len(arcs), *words),
        "las_words": Count(sum(found.relations[a] == gold.relations[b] for a, b in arcs), *words),
    }


def plain(relation: str) -> str:
    """A relation without its subtype."""
    return relation.partition(":")[0]


def universal(feats: str) -> tuple[str, ...]:
    """The universal ones among features such as "Number=Sing|Style=Coll", sorted."""
    return tuple(sorted(item for item in feats.split("|") if item.partition("=")[0] in UNIVERSAL_FEATURES))


def run_spans(parse: Parse, runs: Iterable[Run]) -> list[Span]:
    """Where in the text runs of tokens stand."""
    return [Span(parse.spans[first].start, parse.spans[after - 1].end) for first, after in runs]


def name_scores(found: Parse, gold: Parse, uncertain: Sequence[Span]) -> Scores:
    """Names by kind and together, exact in extent and kind.

    `names_sure` leaves out what was found on an uncertain span, `names_anywhere` counts the extent alone.
    """
    sets = [
        {
            (*span, name.kind)
            for span, name in zip(run_spans(parse, [Run(*n[:2]) for n in parse.names]), parse.names, strict=True)
        }
        for parse in (found, gold)
    ]
    unsure = {at for span in uncertain for at in range(*span)}
    sure = {item for item in sets[0] if unsure.isdisjoint(range(item[0], item[1]))}
    scores = {
        kind: _common(*({item for item in part if item[2] == kind} for part in sets))
        for kind in ("PERSON", "ORG", "PLACE")
    }
    return {
        **scores,
        "names": _common(*sets),
        "names_sure": _common(sure, sets[1]),
        "names_anywhere": _common(*({item[:2] for item in part} for part in sets)),
    }


def speech_scores(found: Parse, gold: Parse) -> Scores:
    """Cues and sources by exact spans, and all three parts of attributions by characters.

    `sources_by_tree` takes the subject of each cue, as the tree has it, in place of what is tagged as a source.
    """
    by_tree = run_spans(found, [run for cue in found.cues for run in _subject(found, cue)])
    scores: Scores = {"sources_by_tree": _common(by_tree, run_spans(gold, gold.sources))}
    for part in ("cues", "sources", "contents"):
        spans = [run_spans(parse, getattr(parse, part)) for parse in (found, gold)]
        scores[part] = _common(*spans)
        scores[f"{part}_characters"] = _common(*({at for span in of for at in range(*span)} for of in spans))
    return scores


def _subject(parse: Parse, cue: Run) -> Iterator[Run]:
    """The subject of the verb that the cue is or holds; of "according to" what is named behind it."""
    sentence = next(run for run in parse.sentences if run.first <= cue.first < run.after)
    head = next((at for at in range(*cue) if not cue.first <= parse.heads[at] < cue.after), cue.first)
    if parse.lemmas[head] == "accord":
        tops = [parse.heads[head]]
    else:
        tops = [at for at in range(*sentence) if parse.heads[at] == head and plain(parse.relations[at]) in SUBJECTS][:1]
    for top in tops:
        below = [at for at in range(*sentence) if _hangs_on(parse, at, top) and not cue.first <= at < cue.after]
        if below:
            yield Run(below[0], below[-1] + 1)


def _hangs_on(parse: Parse, token: int, top: int) -> bool:
    while token not in (-1, top):
        token = parse.heads[token]
    return token == top
