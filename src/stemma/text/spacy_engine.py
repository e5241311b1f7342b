"""A second engine: any pipeline of spaCy that is installed and gives trees, behind the same Protocol.

It proposes no attributions: `cues`, `sources` and `contents` stay empty. Pipelines in ClearNLP's style, as
`en_core_web_sm`, are turned into Universal Dependencies by `clear_style`.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from stemma.errors import EngineError
from stemma.model import Span
from stemma.text.clear_style import Tree, is_clear_style, to_universal
from stemma.text.engine import Name, NameKind, Parse, Run

if TYPE_CHECKING:  # an extra: see `SpaCy.load`
    from spacy.language import Language
    from spacy.tokens import Span as Words

KINDS: dict[str, NameKind] = {
    "PERSON": "PERSON",
    "PER": "PERSON",
    "ORG": "ORG",
    "PLACE": "PLACE",
    "GPE": "PLACE",
    "LOC": "PLACE",
    "FAC": "PLACE",
}
"""What spaCy's labels of names are here. NORP (nationalities, parties, faiths) and the rest are none of the three."""

# spaCy needs about 1 GB for 100,000 characters read at once, and takes a word of n brackets apart in time n².
_MOST_CHARACTERS = 20_000
_LONGEST_WORD = 500
_WORD = re.compile(rf"\S{{1,{_LONGEST_WORD}}}")


class SpaCy:
    """A pipeline of spaCy as an `Engine`."""

    def __init__(self, pipeline: "Language") -> None:
        """Raises EngineError where the pipeline gives no parts of speech or no trees."""
        self._pipeline = pipeline
        labels = {label for of in pipeline.pipe_labels.values() for label in of}
        self._clear_style = is_clear_style(labels)
        probe = pipeline("It rains.")
        missing = [
            what for what, key in (("parts of speech", "POS"), ("trees", "DEP")) if not probe.has_annotation(key)
        ]
        if missing:
            reason = f"gives no {' and no '.join(missing)}; choose one with a tagger and a parser"
            raise EngineError(f"spacy:{pipeline.lang}_{pipeline.meta['name']}", reason)

    @classmethod
    def load(cls, name: str) -> Self:
        """The pipeline that is installed as `name`, or lies in the folder `name`.

        Raises EngineError where spaCy or the pipeline is missing. A folder can name code to run: load none that you
        don't trust.
        """
        try:
            import spacy
        except ImportError as error:
            raise EngineError(f"spacy:{name}", "spaCy is not installed: pip install 'stemma-news[spacy]'") from error
        try:
            pipeline = spacy.load(name)
        except (OSError, ValueError) as error:
            reason = f"there is no such pipeline that can be loaded: python -m spacy download {name} ({error})"
            raise EngineError(f"spacy:{name}", reason) from error
        return cls(pipeline)

    @property
    def identity(self) -> str:
        """Name and version of the pipeline, and the version of spaCy."""
        from spacy.about import __version__

        meta = self._pipeline.meta
        return f"spacy {__version__} {meta['lang']}_{meta['name']} {meta['version']}"

    @property
    def language(self) -> str:
        """The language of the pipeline."""
        return self._pipeline.lang or "und"

    def parse(self, text: str, paragraphs: Sequence[Span]) -> Parse:
        """Analyse the `paragraphs` of `text`: see `stemma.text.engine.Engine`.

        A paragraph of more than 20,000 characters is read in parts, and a word of more than 500, too.
        """
        found = _Columns(self._pipeline.vocab.vectors_length)
        pieces = [piece for paragraph in paragraphs for piece in _pieces(text, paragraph)]
        with self._pipeline.memory_zone():
            for piece, doc in zip(pieces, self._pipeline.pipe(piece.text for piece in pieces), strict=True):
                for sentence in doc.sents:
                    self._add(found, piece, sentence)
        return found.parse()

    def _add(self, found: "_Columns", piece: "_Piece", sentence: "Words") -> None:
        tree = _tree(sentence)
        if self._clear_style:
            tree = to_universal(tree.heads, tree.relations, [token.pos_ for token in sentence])
        first = len(found.spans)
        for token, head, relation in zip(sentence, tree.heads, tree.relations, strict=True):
            found.spans.append(piece.span(token.idx, token.idx + len(token)))
            found.upos.append(token.pos_ or "X")
            found.xpos.append(token.tag_)
            found.feats.append(str(token.morph))
            found.lemmas.append(token.lemma_ or token.lower_)
            found.heads.append(first + head if head >= 0 else -1)
            found.relations.append(relation)
        found.sentences.append(Run(first, len(found.spans)))
        found.names += [name for words in sentence.ents for name in _name(words, first - sentence.start)]
        found.vectors.append(_vector(sentence, found.width))


class _Piece(NamedTuple):
    """Words of one paragraph, parted by single spaces: where each begins there, and where in the report."""

    text: str
    begins: list[int]
    origins: list[int]

    def span(self, start: int, end: int) -> Span:
        """The place in the report of `[start, end)` of the piece."""
        return Span(self._origin(start), self._origin(end - 1) + 1)

    def _origin(self, at: int) -> int:
        word = bisect_right(self.begins, at) - 1
        return self.origins[word] + at - self.begins[word]


def _pieces(text: str, paragraph: Span) -> Iterator[_Piece]:
    """The paragraph, in parts that spaCy can bear; line ends and runs of spaces become single spaces."""
    words: list[str] = []
    begins: list[int] = []
    origins: list[int] = []
    length = 0
    for match in _WORD.finditer(text, *paragraph):
        word = match[0]
        if words and length + len(word) > _MOST_CHARACTERS:
            yield _Piece(" ".join(words), begins, origins)
            words, begins, origins, length = [], [], [], 0
        words.append(word)
        begins.append(length)
        origins.append(match.start())
        length += len(word) + 1
    if words:
        yield _Piece(" ".join(words), begins, origins)


def _tree(sentence: "Words") -> Tree:
    """Heads within the sentence. Whatever hangs on nothing there, beside its root, hangs on that."""
    heads = [token.head.i - sentence.start for token in sentence]
    tops = [at for at, head in enumerate(heads) if head == at or not 0 <= head < len(heads)]
    relations = [token.dep_ or "dep" for token in sentence]
    for top in tops:
        heads[top], relations[top] = tops[0], "parataxis"
    heads[tops[0]], relations[tops[0]] = -1, "root"
    return Tree(heads, relations)


def _name(words: "Words", offset: int) -> Iterator[Name]:
    """The name without an article before it or a genitive's "'s" behind, as treebanks have it."""
    first, after = words.start, words.end
    if after - first > 1 and words[0].pos_ == "DET":
        first += 1
    if after - first > 1 and words[-1].tag_ == "POS":
        after -= 1
    if words.label_ in KINDS:
        yield Name(first + offset, after + offset, KINDS[words.label_])


def _vector(sentence: "Words", width: int) -> NDArray[np.float32]:
    """The mean of the vectors of its words, of length 1 (or 0, where no word has one)."""
    if not width:
        return np.zeros(0, np.float32)
    vector = np.asarray(sentence.vector, np.float32)
    norm = np.linalg.norm(vector)
    return vector / norm if norm else vector


@dataclass(slots=True)
class _Columns:
    """A `Parse` while it grows."""

    width: int
    spans: list[Span] = field(default_factory=list)
    sentences: list[Run] = field(default_factory=list)
    upos: list[str] = field(default_factory=list)
    xpos: list[str] = field(default_factory=list)
    feats: list[str] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    relations: list[str] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)
    vectors: list[NDArray[np.float32]] = field(default_factory=list)

    def parse(self) -> Parse:
        return Parse(
            spans=tuple(self.spans),
            sentences=tuple(self.sentences),
            upos=tuple(self.upos),
            xpos=tuple(self.xpos),
            feats=tuple(self.feats),
            lemmas=tuple(self.lemmas),
            heads=tuple(self.heads),
            relations=tuple(self.relations),
            names=tuple(self.names),
            cues=(),
            sources=(),
            contents=(),
            vectors=np.stack(self.vectors) if self.vectors else np.zeros((0, self.width), np.float32),
        )
