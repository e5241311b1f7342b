"""Windows of running text for the network: cut anew in each epoch, and written in other ways on purpose."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
from torch import Tensor

from stemma.text import forms
from training.lemmas import script
from training.network import WIDTH, Labels
from training.pieces import CLS, SEP, Pieces

IGNORED = -100
MOST_SUB_WORDS = 250
LENGTH_STEP = 16
SPEECH_LAYERS = 3
"""Source, cue, content."""


@dataclass(frozen=True)
class Sentence:
    """A sentence of a training corpus; a column is None where the corpus does not have it.

    `spaces` say whether white space follows each word. `heads` count from 0, -1 is the root. `names` are BIO tags, None
    where the corpus does not tell. `speech` holds 0, 1 or 2 (outside, begins, goes on) for source, cue and content.
    `opens` says whether it begins a paragraph, `ends_known` whether its ends are to be learned from. `meaning` is its
    row in the teacher's vectors, -1 for none. `genre` is GUM's, "" elsewhere.
    """

    words: list[str]
    spaces: list[bool]
    names: list[str | None] | None = None
    upos: list[str] | None = None
    xpos: list[str] | None = None
    feats: list[str] | None = None
    lemmas: list[str] | None = None
    heads: list[int] | None = None
    relations: list[str] | None = None
    speech: list[tuple[int, int, int]] | None = None
    opens: bool = False
    ends_known: bool = True
    meaning: int = -1
    genre: str = ""

    def text(self) -> str:
        """The sentence as it was written."""
        return "".join(w + " " * s for w, s in zip(self.words, self.spaces, strict=True)).strip()


@dataclass(frozen=True)
class Window:
    """Neighbouring sentences, and the code of what stands before each of them."""

    sentences: list[Sentence]
    before: list[int]


@dataclass(frozen=True, kw_only=True)
class Variety:
    """How much the windows of an epoch differ from those of another; shares from 0 to 1."""

    single: float = 0.25
    """Windows that are cut into single sentences."""
    joined: float = 0.25
    """Paragraph ends that are written as spaces."""
    capitals: float = 0.05
    small: float = 0.05
    titled: float = 0.03
    """Windows in capitals, in small letters, with capitalised words as in headlines."""
    renamed: float = 0.15
    """Names that give way to another name of the same kind and number of words."""


def epoch(
    documents: Sequence[Sequence[Sentence]], variety: Variety, names: dict[tuple[str, int], list[list[str]]], seed: int
) -> list[Window]:
    """The windows of one epoch, in no order."""
    chance = random.Random(seed)
    windows: list[Window] = []
    for document in documents:
        for window in _cut(document, chance.choice((80, 110, 150, 150)), variety, chance):
            if len(window.sentences) > 1 and chance.random() < variety.single:
                windows.extend(Window([s], [forms.OPENING]) for s in window.sentences)
            else:
                windows.append(window)
    return [_varied(window, variety, names, chance) for window in windows]


def _cut(document: Sequence[Sentence], most: int, variety: Variety, chance: random.Random) -> Iterator[Window]:
    sentences: list[Sentence] = []
    before: list[int] = []
    words = 0
    for sentence in document:
        opens = sentence.opens and chance.random() >= variety.joined
        if sentences and (words + len(sentence.words) > most or (opens and chance.random() < 0.2)):
            yield Window(sentences, before)
            sentences, before, words = [], [], 0
        spaced = not sentences or not sentence.ends_known or sentences[-1].spaces[-1]
        before.append(forms.OPENING if opens or not sentences else forms.SPACED if spaced else forms.GLUED)
        sentences.append(sentence)
        words += len(sentence.words)
    if sentences:
        yield Window(sentences, before)


def _varied(
    window: Window, variety: Variety, names: dict[tuple[str, int], list[list[str]]], chance: random.Random
) -> Window:
    """The window, perhaps written in another case; perhaps with other names."""
    drawn = chance.random()
    for share, write in ((variety.capitals, str.upper), (variety.small, str.lower), (variety.titled, _capitalised)):
        if drawn < share:
            return Window([replace(s, words=[_same_length(w, write(w)) for w in s.words]) for s in window.sentences],
                          window.before)  # fmt: skip
        drawn -= share
    return Window([_renamed(s, variety.renamed, names, chance) for s in window.sentences], window.before)


def _same_length(word: str, written: str) -> str:
    return written if len(written) == len(word) else word


def _capitalised(word: str) -> str:
    return word[0].upper() + word[1:]


def _renamed(
    sentence: Sentence, share: float, names: dict[tuple[str, int], list[list[str]]], chance: random.Random
) -> Sentence:
    """The sentence with some of its names exchanged; its meaning is then no longer the teacher's."""
    if not sentence.names:
        return sentence
    words = list(sentence.words)
    lemmas = list(sentence.lemmas) if sentence.lemmas else None
    changed = False
    for kind, first, after in name_runs(sentence.names):
        others = names.get((kind, after - first))
        if others and is_proper(sentence, first, after) and chance.random() < share:
            words[first:after] = chance.choice(others)
            if lemmas:
                lemmas[first:after] = words[first:after]
            changed = True
    return replace(sentence, words=words, lemmas=lemmas, meaning=-1) if changed else sentence


def is_proper(sentence: Sentence, first: int, after: int) -> bool:
    """Whether all words of a name are singular proper nouns, so that trees and tags hold for another name."""
    if sentence.xpos is not None:
        return all(tag == "NNP" for tag in sentence.xpos[first:after])
    return all(word[0].isupper() for word in sentence.words[first:after])


def name_runs(tags: Sequence[str | None]) -> Iterator[tuple[str, int, int]]:
    """Kind, first and after of each name in BIO tags."""
    first = -1
    for i, tag in enumerate([*tags, "O"]):
        if first >= 0 and (tag is None or not tag.startswith("I-")):
            yield (tags[first] or "O")[2:], first, i
            first = -1
        if tag is not None and tag.startswith("B-"):
            first = i


@dataclass(frozen=True)
class Batch:
    """Tensors of one step: what the network reads, and what it should say; `IGNORED` where nothing is known."""

    inputs: dict[str, Tensor]
    gold: dict[str, Tensor]
    present: Tensor
    """[batch, words]: true where there is a word, false in padding."""
    pool: Tensor
    """[sentences, batch * sub-words]: the mean over each sentence that the teacher has a vector for."""
    meanings: Tensor

    @property
    def size(self) -> int:
        """Number of windows."""
        return int(self.inputs["ids"].shape[0])


class Encoded:
    """A window as numbers."""

    def __init__(self, window: Window, pieces: Pieces, index: dict[str, dict[str, int]]) -> None:
        self.ids, self.shapes = [CLS], [0]
        self.first: list[int] = []
        self.last: list[int] = []
        self.codes: list[int] = []
        self.gold: dict[str, list[int]] = {
            k: [] for k in ("upos", "xpos", "feats", "lemma", "sentence", "names", "heads", "relations")
        }
        self.speech: list[tuple[int, int, int]] = []
        self.segments: list[tuple[int, int, int]] = []
        for sentence, before in zip(window.sentences, window.before, strict=True):
            if not self._add(sentence, before, pieces, index):
                break
        self.ids.append(SEP)
        self.shapes.append(0)

    def _add(self, sentence: Sentence, before: int, pieces: Pieces, index: dict[str, dict[str, int]]) -> bool:
        start, begin = len(self.first), len(self.ids)
        of_words = [pieces(word) for word in sentence.words]
        if len(self.ids) + sum(map(len, of_words)) > MOST_SUB_WORDS and start:
            return False
        for i, (word, ids) in enumerate(zip(sentence.words, of_words, strict=True)):
            if len(self.ids) + len(ids) > MOST_SUB_WORDS:
                break
            stands = before if i == 0 else forms.SPACED if sentence.spaces[i - 1] else forms.GLUED
            code = forms.code(word, stands)
            self.first.append(len(self.ids))
            self.ids += ids
            self.shapes += [code] * len(ids)
            self.last.append(len(self.ids) - 1)
            self.codes.append(code)
        count = len(self.first) - start
        self._add_gold(sentence, start, count, index)
        if sentence.meaning >= 0 and count == len(sentence.words):
            self.segments.append((sentence.meaning, begin, len(self.ids)))
        return count == len(sentence.words)

    def _add_gold(self, sentence: Sentence, start: int, count: int, index: dict[str, dict[str, int]]) -> None:
        scripts = (
            [script(*pair) for pair in zip(sentence.words, sentence.lemmas, strict=True)] if sentence.lemmas else None
        )
        for column, values in (
            ("upos", sentence.upos),
            ("xpos", sentence.xpos),
            ("feats", sentence.feats),
            ("lemma", scripts),
            ("names", sentence.names),
        ):
            known = index[column]
            self.gold[column] += (
                [IGNORED if v is None else known.get(v, IGNORED) for v in values[:count]]
                if values
                else [IGNORED] * count
            )
        begins = [1, *[0] * (count - 1)] if sentence.ends_known else [IGNORED] * count
        if start == 0:
            begins[:1] = [IGNORED]
        self.gold["sentence"] += begins
        for i in range(count):
            head = sentence.heads[i] if sentence.heads else IGNORED
            # Column 0 of the arcs is the root; a word whose head was cut off teaches nothing.
            known_head = head == -1 or 0 <= head < count
            self.gold["heads"].append(IGNORED if not known_head else 0 if head == -1 else start + head + 1)
            relation = sentence.relations[i] if sentence.relations and known_head else ""
            self.gold["relations"].append(index["relations"].get(relation, IGNORED))
        self.speech += sentence.speech[:count] if sentence.speech else [(IGNORED, IGNORED, IGNORED)] * count


def batches(windows: Sequence[Encoded], most: int, seed: int) -> list[list[Encoded]]:
    """Windows of like length together, about `most` sub-words with padding a batch; in random order.

    Lengths are rounded up and batches filled, with repeated windows where need be, so that there are few shapes: the
    compiled kernels are made anew for each shape, which takes longer than to use them.
    """
    chance = random.Random(seed)
    lengths: dict[int, list[Encoded]] = {}
    for window in windows:
        lengths.setdefault(_rounded(len(window.ids)), []).append(window)
    found: list[list[Encoded]] = []
    for length, alike in sorted(lengths.items()):
        chance.shuffle(alike)
        size = most // length
        alike = alike + [chance.choice(alike) for _ in range(-len(alike) % size)]
        found += [alike[i : i + size] for i in range(0, len(alike), size)]
    chance.shuffle(found)
    return found


def _rounded(length: int) -> int:
    return -(-length // LENGTH_STEP) * LENGTH_STEP


def collate(windows: Sequence[Encoded], teacher: np.ndarray) -> Batch:
    """One batch as tensors."""
    size = len(windows)
    length = count = _rounded(max(len(w.ids) for w in windows))
    inputs = {k: np.zeros((size, length), np.int64) for k in ("ids", "mask", "shapes")}
    inputs |= {k: np.zeros((size, count), np.int64) for k in ("first", "last", "words")}
    gold = {k: np.full((size, count), IGNORED, np.int64) for k in windows[0].gold}
    gold["speech"] = np.full((size, count, SPEECH_LAYERS), IGNORED, np.int64)
    present = np.zeros((size, count), np.bool_)
    rows = [(meaning, r * length + a, r * length + b) for r, w in enumerate(windows) for meaning, a, b in w.segments]
    pool = np.zeros((len(rows), size * length), np.float32)
    for i, (_, a, b) in enumerate(rows):
        pool[i, a:b] = 1 / (b - a)
    for r, w in enumerate(windows):
        subs, words = len(w.ids), len(w.first)
        inputs["ids"][r, :subs], inputs["mask"][r, :subs], inputs["shapes"][r, :subs] = w.ids, 1, w.shapes
        inputs["first"][r, :words], inputs["last"][r, :words], inputs["words"][r, :words] = w.first, w.last, w.codes
        present[r, :words] = True
        for column, values in w.gold.items():
            gold[column][r, :words] = values
        gold["speech"][r, :words] = w.speech
    meanings = teacher[[m for m, _, _ in rows]] if rows else np.zeros((0, WIDTH), np.float32)
    return Batch(
        {k: torch.from_numpy(v) for k, v in inputs.items()},
        {k: torch.from_numpy(v) for k, v in gold.items()},
        torch.from_numpy(present),
        torch.from_numpy(pool),
        torch.from_numpy(meanings),
    )


def indices(labels: Labels) -> dict[str, dict[str, int]]:
    """Of each column, the index of each value."""
    return {column: {value: i for i, value in enumerate(values)} for column, values in vars(labels).items()}
