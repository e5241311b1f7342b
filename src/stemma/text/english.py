"""The engine for English: one encoder with a head for each layer of a `Parse`.

A text becomes tokens, tokens become windows, and the network reads one window at a time. So what it says of a window
depends on that window alone: its int8 arithmetic takes its scales from all that it reads at once. On one core that is
also the fastest way, as nothing is padded and a window fits into the processor's cache.
"""

import os
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from importlib import resources
from itertools import chain
from pathlib import Path
from typing import NamedTuple, Self, cast, get_args

import numpy as np
from numpy.typing import NDArray

from stemma.errors import EngineError, SettingsError
from stemma.model import Span
from stemma.text import forms
from stemma.text.engine import Name, NameKind, Parse, Run
from stemma.text.engine_file import MASK, OUTPUTS, EngineFile, open_engine, published, read_checked
from stemma.text.labels import gelu, lemma_of, product, runs
from stemma.text.trees import ROOT, heads
from stemma.text.windows import Window, Words, sub_words, windows, words
from stemma.text.wordpiece import WordPiece

_FILE = "english.onnx"
WIDTH = 384
_CLS, _SEP = 101, 102
_MOST_THREADS = 64
_EDGE = 8
"""Words at the edges of an overlap where a window sees too little to say whether a sentence begins."""

_CLOSING = frozenset(("”", "’", '"', "''", "»"))

Outputs = Mapping[str, NDArray[np.float32]]
"""What the network says of a window, by the names of `engine_file.OUTPUTS`: a row for each word or sub-word."""

_run = partial(tuple.__new__, Run)


class English:
    """Reads English with the network in the file `path`, by default the one that Stemma brings along.

    The file is opened when it is needed first, anew in each process; `threads` is the number of processor cores that
    the network may use at once. Raises EngineError where the file is missing, damaged or another one.
    """

    language = "en"

    def __init__(self, path: Path | str | None = None, threads: int = 1) -> None:
        if isinstance(threads, bool) or not 1 <= threads <= _MOST_THREADS:
            raise SettingsError(f"english: threads is {threads!r}, must be a whole number from 1 to {_MOST_THREADS}")
        self._path = Path(path) if path else Path(str(resources.files("stemma.lang") / _FILE))
        self._threads = threads
        self._version, self._sha256 = published(self._path)
        self._opening = threading.Lock()
        self._reader: Reader | None = None

    @classmethod
    def load(cls, path: Path | str | None = None, threads: int = 1) -> Self:
        """The engine, opened and ready to read."""
        engine = cls(path, threads)
        engine._opened()
        return engine

    @property
    def identity(self) -> str:
        """The engine's name and version."""
        return f"stemma-english {self._version}"

    def parse(self, text: str, paragraphs: Sequence[Span]) -> Parse:
        """Analyse the `paragraphs` of `text`: see `stemma.text.engine.Engine`."""
        return self._opened().parse(text, paragraphs)

    def __reduce__(self) -> tuple[type[Self], tuple[Path, int]]:
        return type(self), (self._path, self._threads)

    def _opened(self) -> "Reader":
        reader = self._reader
        if reader is None or reader.process != os.getpid():
            with self._opening:
                reader = self._reader
                if reader is None or reader.process != os.getpid():
                    data = read_checked(self._path, self._sha256)
                    reader = self._reader = Reader(open_engine(self._path, data, self._threads), self._path)
        return reader


class _Part(NamedTuple):
    """Tokens `[first, after)` of a window, and what the network says of the whole window."""

    window: Window
    outputs: Outputs
    first: int
    after: int


@dataclass(slots=True)
class _Columns:
    """A `Parse` while it grows."""

    sentences: list[Run] = field(default_factory=list)
    upos: list[str] = field(default_factory=list)
    xpos: list[str] = field(default_factory=list)
    feats: list[str] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    relations: list[str] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)
    sources: list[Run] = field(default_factory=list)
    cues: list[Run] = field(default_factory=list)
    contents: list[Run] = field(default_factory=list)
    vectors: list[NDArray[np.float32]] = field(default_factory=list)
    words: list[NDArray[np.float16]] = field(default_factory=list)


class Reader:
    """An opened engine file at work, in the process that opened it."""

    def __init__(self, file: EngineFile, path: Path) -> None:
        self.process = os.getpid()
        self._file = file
        self._wordpiece = WordPiece(file.vocabulary)
        try:
            self._lemma_of: list[Callable[[str], str]] = list(map(lemma_of, file.lemma))
            self._root = file.relations.index("root")
            self._kinds = _kinds(file.names)
        except ValueError as error:
            raise EngineError(str(path), f"its labels are not those of an English engine: {error}") from error
        self._labels = {
            column: np.array(values, object)
            for column, values in (("upos", file.upos), ("xpos", file.xpos), ("feats", file.feats))
        }
        self._relations = np.array(file.relations, object)

    def parse(self, text: str, paragraphs: Sequence[Span]) -> Parse:
        """Analyse the `paragraphs` of `text`."""
        read = words(text, paragraphs, self._wordpiece)
        found = _Columns()
        for part in self._parts(read):
            self._decode(part, read, found)
        return Parse(
            spans=tuple(read.spans),
            sentences=tuple(found.sentences),
            upos=tuple(found.upos),
            xpos=tuple(found.xpos),
            feats=tuple(found.feats),
            lemmas=tuple(found.lemmas),
            heads=tuple(found.heads),
            relations=tuple(found.relations),
            names=tuple(found.names),
            cues=tuple(found.cues),
            sources=tuple(found.sources),
            contents=tuple(found.contents),
            vectors=np.concatenate(found.vectors) if found.vectors else np.zeros((0, WIDTH), np.float32),
            words=np.concatenate(found.words) if found.words else np.zeros((0, WIDTH), np.float16),
        )

    def _parts(self, read: Words) -> Iterator[_Part]:
        """The text in parts, each read in a window; where windows overlap, the next part begins with a sentence."""
        before: _Part | None = None
        for window in windows(read):
            outputs = self._outputs(window, read)
            first = window.first
            if before:
                if first < before.window.after:
                    first = _passing(before, window, outputs)
                yield before._replace(after=first)
            before = _Part(window, outputs, first, window.after)
        if before:
            yield before

    def _outputs(self, window: Window, read: Words) -> Outputs:
        """What the network says of a window."""
        pieces = list(map(sub_words, read.pieces[window.first : window.after]))
        codes = np.array([read.codes[window.first : window.after]])
        lengths = np.fromiter(map(len, pieces), np.int64, len(pieces))
        last = lengths.cumsum()[None]
        ids = np.array([[_CLS, *chain.from_iterable(pieces), _SEP]])
        shapes = np.zeros_like(ids)
        shapes[0, 1:-1] = codes[0].repeat(lengths)
        inputs = {
            "ids": ids,
            "shapes": shapes,
            "first": last - lengths + 1,
            "last": last,
            "words": codes,
        }
        if self._file.has_mask:
            inputs[MASK] = np.ones_like(ids)
        outputs = self._file.session.run(OUTPUTS, {name: values.astype(np.int64) for name, values in inputs.items()})
        said: dict[str, NDArray[np.float32]] = {
            name: cast(NDArray[np.float32], values)[0] for name, values in zip(OUTPUTS, outputs, strict=True)
        }
        # Where the sub-words of each word begin and end, for the vectors of words and sentences.
        return said | {"first": inputs["first"][0], "last": last[0]}

    def _decode(self, part: _Part, read: Words, found: _Columns) -> None:
        """Add what is said of the tokens of `part`."""
        offset, first = part.first, part.first - part.window.first
        after = part.after - part.window.first
        own = slice(first, after)
        said = part.outputs
        begins = said["sentence"][own] > 0
        begins &= ~_goes_on(read, part.first, part.after)
        begins |= np.array(read.codes[part.first : part.after]) // forms.FORMS == forms.OPENING
        begins[0] = True
        starts: list[int] = np.flatnonzero(begins).tolist()
        ends = [*starts[1:], after - first]
        found.sentences.extend(_run((start + offset, end + offset)) for start, end in zip(starts, ends, strict=True))
        found.upos.extend(self._labels["upos"][said["upos"][own]])
        found.xpos.extend(self._labels["xpos"][said["xpos"][own]])
        found.feats.extend(self._labels["feats"][said["feats"][own]])
        found.lemmas.extend(
            self._lemma_of[script](word)
            for script, word in zip(said["lemma"][own].tolist(), read.forms[part.first : part.after], strict=True)
        )
        self._decode_trees(said, first, after, starts, offset, found)
        self._decode_runs(said, own, starts, offset, found)
        edges = said["first"][own]
        of_words = np.add.reduceat(said["vectors"][edges[0] : said["last"][after - 1] + 1], edges - edges[0], axis=0)
        found.words.append(of_words.astype(np.float16))
        sums = np.add.reduceat(of_words, starts, axis=0)
        found.vectors.append(sums / np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-12))

    def _decode_trees(
        self, said: Outputs, first: int, after: int, starts: Sequence[int], offset: int, found: _Columns
    ) -> None:
        arcs = said["arcs"][first:after]
        own = heads(np.concatenate([arcs[:, :1], arcs[:, 1 + first : 1 + after]], 1), starts)
        is_root = own == ROOT
        governors = said["governors"][np.where(is_root, 0, own + first + 1)]
        layer = gelu(said["dependents"][first:after] + governors)
        scores = product(layer, self._file.label_weights) + self._file.label_bias
        scores[:, self._root] = np.where(is_root, np.inf, -np.inf)
        found.relations.extend(self._relations[scores.argmax(1)])
        found.heads.extend(np.where(is_root, ROOT, own + offset).tolist())

    def _decode_runs(self, said: Outputs, own: slice, starts: Sequence[int], offset: int, found: _Columns) -> None:
        for kind, first, after in runs(said["names"][own], starts):
            found.names.append(Name(first + offset, after + offset, self._kinds[kind]))
        source, cue, content = np.split(said["speech"][own], 3, axis=1)
        for column, scores in ((found.sources, source), (found.cues, cue), (found.contents, content)):
            column.extend(_run((first + offset, after + offset)) for _, first, after in runs(scores, starts))


def _goes_on(read: Words, first: int, after: int) -> NDArray[np.bool_]:
    """Which of the tokens surely begin no sentence: small letters behind a closed quotation ("Hands off!" he said)."""
    small = forms.code("a", forms.SPACED)
    codes = zip(range(first, after), read.codes[first:after], strict=True)
    return np.array([code == small and at > 0 and read.forms[at - 1] in _CLOSING for at, code in codes], np.bool_)


def _kinds(labels: Sequence[str]) -> list[NameKind]:
    """The kinds of names, in the order of their labels."""
    kinds = [label.removeprefix("B-") for label in labels[1::2]]
    if list(labels) != ["O", *chain.from_iterable((f"B-{kind}", f"I-{kind}") for kind in kinds)]:
        raise ValueError(f"names have the labels {', '.join(labels)}")
    if unknown := set(kinds) - set(get_args(NameKind)):
        raise ValueError(f"there is no name of the kind {min(unknown)}")
    return cast(list[NameKind], kinds)


def _passing(before: _Part, window: Window, outputs: Outputs) -> int:
    """The token where to pass from a window to the next: the likeliest beginning of a sentence that both see."""
    low, high = window.first + _EDGE, before.window.after - _EDGE
    earlier = before.outputs["sentence"][low - before.window.first : high - before.window.first]
    later = outputs["sentence"][low - window.first : high - window.first]
    return low + int((earlier + later).argmax())
