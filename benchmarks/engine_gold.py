"""Gold analyses of running text: treebanks as texts with the `Parse` that a perfect engine would give."""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby, pairwise
from pathlib import Path
from typing import Literal, NamedTuple, get_args

import numpy as np
from training.gum_names import SentenceNames, names
from training.gum_speech import Speech, speech
from training.treebanks import Document, NamedSentence, NamedSpan, Sentence, Token, documents, gum, uner

from stemma.model import Span
from stemma.text.engine import Name, NameKind, Parse, Run

Layout = Literal["paragraphs", "groups"]
"""How sentences make paragraphs: as in the treebank, or grouped as for the trial of 2026 (see `grouped`)."""

NEWS = ("news", "interview")


class Annotated(NamedTuple):
    """A sentence with what is annotated beside its tree; None where nothing is."""

    sentence: Sentence
    names: SentenceNames | None
    speech: Speech | None


@dataclass(frozen=True, slots=True)
class Gold:
    """A text, its paragraphs, and what is right for it.

    A name found on one of the `uncertain` spans is neither right nor wrong.
    """

    text: str
    paragraphs: tuple[Span, ...]
    parse: Parse
    uncertain: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class GoldSet:
    """Texts that are scored together, and what of them is annotated."""

    name: str
    golds: tuple[Gold, ...]
    named: bool
    attributed: bool


Paragraphs = Callable[[Sequence[Annotated]], Iterator[list[Annotated]]]


def gold_sets(treebanks: Path, layout: Layout) -> Iterator[GoldSet]:
    """The sets of the score: GUM's news and interviews (NI), its other genres, PUD, EWT test."""
    dev, test = (gum(treebanks / "gum", split) for split in ("dev", "test"))
    by_paragraph = layout == "paragraphs"
    yield _gum_set("NI", [document for document in dev + test if document.genre in NEWS], by_paragraph)
    yield _gum_set("GUM test, others", [document for document in test if document.genre not in NEWS], by_paragraph)
    others = [document for document in dev if document.genre not in NEWS]
    yield _gum_set("GUM dev, others", others, by_paragraph)
    for genre, of_genre in groupby(others, key=lambda document: document.genre):
        yield _gum_set(f"GUM dev, {genre}", list(of_genre), by_paragraph)
    pud = _with_uner(treebanks / "pud" / "en_pud.conllu", treebanks / "pud" / "uner-pud.iob2")
    yield GoldSet(
        "PUD", _laid_out(pud, _treebank_paragraphs if by_paragraph else _few(1)), named=True, attributed=False
    )
    ewt = _with_uner(treebanks / "ewt" / "en_ewt-test.conllu", treebanks / "ewt" / "uner-test.iob2")
    yield GoldSet(
        "EWT test", _laid_out(ewt, _treebank_paragraphs if by_paragraph else _few(5)), named=True, attributed=False
    )


def _gum_set(name: str, chosen: Sequence[Document], by_paragraph: bool) -> GoldSet:
    annotated = [
        [Annotated(*parts) for parts in zip(document.sentences, names(document), speech(document), strict=True)]
        for document in chosen
    ]
    golds = _laid_out(annotated, _treebank_paragraphs if by_paragraph else grouped(random.Random(0)))
    return GoldSet(name, golds, named=True, attributed=True)


def _with_uner(trees: Path, named: Path) -> list[list[Annotated]]:
    """The documents of a treebank with the names that Universal NER gives for the same sentences.

    PUD's stand in another order there, and one or two are spelt in another way: of these nothing is known.
    """
    by_letters = {"".join(sentence.forms): sentence for sentence in uner(named)}
    return [
        [
            Annotated(sentence, _names_from(by_letters.get("".join(sentence.forms)), sentence), None)
            for sentence in document.sentences
        ]
        for document in documents(trees)
    ]


def _names_from(named: NamedSentence | None, sentence: Sentence) -> SentenceNames:
    """Names on the tokens of the tree. Where the two are tokenised differently, what fits no token is uncertain."""
    if named is None:
        return SentenceNames((), tuple(range(len(sentence.tokens))))
    starts, ends = _edges(sentence.forms)
    from_, to = _edges(named.forms)
    spans: list[NamedSpan] = []
    uncertain: list[int] = []
    for first, after, kind in named.names:
        begin, end = from_[first], to[after - 1]
        if begin in starts and end in ends:
            spans.append(NamedSpan(starts.index(begin), ends.index(end) + 1, kind))
        else:
            uncertain += [place for place, at in enumerate(starts) if begin <= at < end]
    return SentenceNames(tuple(spans), tuple(uncertain))


def _edges(forms: Sequence[str]) -> tuple[list[int], list[int]]:
    """Where words begin and end, counted without white space."""
    ends = list(accumulate(len(form) for form in forms))
    return [0, *ends[:-1]], ends


# --- how sentences make paragraphs ---


def _treebank_paragraphs(sentences: Sequence[Annotated]) -> Iterator[list[Annotated]]:
    numbers = accumulate(item.sentence.opens for item in sentences)
    for _, paragraph in groupby(zip(numbers, sentences, strict=True), key=lambda pair: pair[0]):
        yield [item for _, item in paragraph]


def grouped(chance: random.Random) -> Paragraphs:
    """As in the trial of 2026: at most eight sentences, and one paragraph in four runs on into the next."""

    def group(sentences: Sequence[Annotated]) -> Iterator[list[Annotated]]:
        current: list[Annotated] = []
        for item in sentences:
            if current and (len(current) >= 8 or (item.sentence.opens and chance.random() > 0.25)):
                yield current
                current = []
            current.append(item)
        if current:
            yield current

    return group


def _few(most: int) -> Paragraphs:
    """Every `most` sentences a paragraph."""

    def cut(sentences: Sequence[Annotated]) -> Iterator[list[Annotated]]:
        for first in range(0, len(sentences), most):
            yield list(sentences[first : first + most])

    return cut


# --- a document as text and parse ---


def _laid_out(annotated: Sequence[Sequence[Annotated]], paragraphs: Paragraphs) -> tuple[Gold, ...]:
    return tuple(gold(list(paragraphs(document))) for document in annotated)


def gold(paragraphs: Sequence[Sequence[Annotated]]) -> Gold:
    """The text of the paragraphs, parted by blank lines, with its analysis."""
    pieces: list[str] = []
    places: list[Span] = []
    spans: list[Span] = []
    at = 0
    for paragraph in paragraphs:
        text, inside = _paragraph_text([token for item in paragraph for token in item.sentence.tokens])
        places.append(Span(at, at + len(text)))
        spans += [Span(at + start, at + end) for start, end in inside]
        pieces.append(text)
        at += len(text) + len("\n\n")
    sentences = [item for paragraph in paragraphs for item in paragraph]
    uncertain = tuple(
        spans[run.first + place]
        for run, item in zip(_runs(sentences), sentences, strict=True)
        for place in (item.names.uncertain if item.names else ())
    )
    return Gold("\n\n".join(pieces), tuple(places), _parse(sentences, spans), uncertain)


def _paragraph_text(tokens: Sequence[Token]) -> tuple[str, list[Span]]:
    pieces: list[str] = []
    spans: list[Span] = []
    at = 0
    for token in tokens:
        spans.append(Span(at, at + len(token.form)))
        pieces.append(token.form + " " * token.spaced)
        at += len(pieces[-1])
    return "".join(pieces).rstrip(" "), spans


def _runs(sentences: Sequence[Annotated]) -> list[Run]:
    edges = [0, *accumulate(len(item.sentence.tokens) for item in sentences)]
    return [Run(first, after) for first, after in pairwise(edges)]


def _parse(sentences: Sequence[Annotated], spans: Sequence[Span]) -> Parse:
    tokens = [token for item in sentences for token in item.sentence.tokens]
    runs = _runs(sentences)
    said = [item.speech for item in sentences if item.speech]
    return Parse(
        spans=tuple(spans),
        sentences=tuple(runs),
        upos=tuple(token.upos for token in tokens),
        xpos=tuple(token.xpos for token in tokens),
        feats=tuple(token.feats for token in tokens),
        lemmas=tuple(token.lemma for token in tokens),
        heads=tuple(
            run.first + token.head if token.head >= 0 else -1
            for run, item in zip(runs, sentences, strict=True)
            for token in item.sentence.tokens
        ),
        relations=tuple(token.relation for token in tokens),
        names=tuple(_names(sentences, runs)),
        cues=_marked([flag for part in said for flag in part.cue]),
        sources=_marked([flag for part in said for flag in part.source]),
        contents=_marked([flag for part in said for flag in part.content]),
        vectors=np.zeros((len(runs), 0), np.float32),
    )


def _names(sentences: Sequence[Annotated], runs: Sequence[Run]) -> Iterator[Name]:
    kinds: dict[str, NameKind] = {kind: kind for kind in get_args(NameKind)}
    for run, item in zip(runs, sentences, strict=True):
        for first, after, kind in item.names.spans if item.names else ():
            if kind in kinds:
                yield Name(run.first + first, run.first + after, kinds[kind])


def _marked(flags: Sequence[int]) -> tuple[Run, ...]:
    """The runs that flags of 0 (outside), 1 (begins) and 2 (continues) mark."""
    numbers = accumulate(flag != 2 for flag in flags)
    found: list[Run] = []
    for _, places in groupby(range(len(flags)), key=dict(enumerate(numbers)).__getitem__):
        run = list(places)
        if flags[run[0]] == 1:
            found.append(Run(run[0], run[-1] + 1))
    return tuple(found)
