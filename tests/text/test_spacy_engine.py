"""Pipelines of spaCy as engines. The pipelines are blank ones with a component that knows a few invented texts."""

import sys
from itertools import count
from pathlib import Path

import numpy as np
import pytest
import spacy
from spacy.about import __version__
from spacy.language import Language
from spacy.tokens import Doc

from stemma.errors import EngineError
from stemma.model import Span
from stemma.text.spacy_engine import SpaCy

MINISTRY = """
    The       the       DET    DT   2   det
    Ministry  ministry  PROPN  NNP  6   nsubj
    of        of        ADP    IN   4   case
    Fisheries fishery   PROPN  NNPS 2   nmod
    has       have      AUX    VBZ  6   aux
    closed    close     VERB   VBN  0   ROOT
    Elsa      Elsa      PROPN  NNP  9   nmod:poss
    's        's        PART   POS  7   case
    harbour   harbour   NOUN   NN   6   obj
    .         .         PUNCT  .    6   punct
    It        it        PRON   PRP  12  nsubj
    flooded   flood     VERB   VBD  0   ROOT
    .         .         PUNCT  .    12  punct
"""
CLEAR = """
    It        it        PRON   PRP  2   nsubj
    lies      lie       VERB   VBZ  0   ROOT
    near      near      ADP    IN   2   prep
    Aarhus    Aarhus    PROPN  NNP  3   pobj
"""


class Reader:
    """A component that gives prepared trees; of any other text it makes each word hang on the first."""

    def __init__(self, labels: tuple[str, ...], *tables: str) -> None:
        self.labels = labels
        self._known = {tuple(row[0] for row in rows): rows for rows in map(self._rows, tables)}

    @staticmethod
    def _rows(table: str) -> list[list[str]]:
        return [line.split() for line in table.strip().split("\n")]

    def __call__(self, doc: Doc) -> Doc:
        words = [token.text for token in doc]
        unknown = [[word, word, "NOUN", "NN", "1" if place else "0", "dep"] for place, word in enumerate(words)]
        rows = self._known.get(tuple(words), unknown)
        return Doc(
            doc.vocab,
            words=words,
            spaces=[bool(token.whitespace_) for token in doc],
            lemmas=[row[1] for row in rows],
            pos=[row[2] for row in rows],
            tags=[row[3] for row in rows],
            heads=[int(row[4]) - 1 if row[4] != "0" else place for place, row in enumerate(rows)],
            deps=[row[5] for row in rows],
        )


NUMBERS = count()


def pipeline(*tables: str, labels: tuple[str, ...] = ("ROOT", "nsubj"), ruler: bool = False) -> Language:
    name = f"reader {next(NUMBERS)}"
    Language.factory(name, func=lambda nlp, name: Reader(labels, *tables))
    nlp = spacy.blank("en")
    nlp.add_pipe(name)
    if ruler:
        patterns = {"The Ministry of Fisheries": "ORG", "Elsa 's": "PERSON", "Aarhus": "GPE", "Danish": "NORP"}
        nlp.add_pipe("entity_ruler").add_patterns(  # type: ignore[attr-defined]
            [{"label": label, "pattern": [{"TEXT": word} for word in text.split()]} for text, label in patterns.items()]
        )
    return nlp


def test_what_a_pipeline_finds_stands_at_its_place_in_the_report() -> None:
    text = "STOP PRESS\n\nThe Ministry of Fisheries\nhas  closed Elsa's harbour. It flooded.\n"
    found = SpaCy(pipeline(MINISTRY, ruler=True)).parse(text, [Span(12, len(text))])
    words = [text[start:end] for start, end in found.spans]
    assert words[:6] == ["The", "Ministry", "of", "Fisheries", "has", "closed"]
    assert [(first, after) for first, after in found.sentences] == [(0, 10), (10, 13)]
    assert [(words[a:b], kind) for a, b, kind in found.names] == [
        (["Ministry", "of", "Fisheries"], "ORG"),
        (["Elsa"], "PERSON"),
    ]
    assert found.heads == (1, 5, 3, 1, 5, -1, 8, 6, 5, 5, 11, -1, 11)
    assert [found.relations[at] for at in (1, 5, 8)] == ["nsubj", "root", "obj"]
    assert found.upos[:2] == ("DET", "PROPN")
    assert found.xpos[:2] == ("DT", "NNP")
    assert found.lemmas[4] == "have"
    assert (found.cues, found.sources, found.contents) == ((), (), ())
    assert found.vectors.shape == (2, 0)


def test_each_paragraph_is_read_by_itself() -> None:
    text = "Harbour closed\nElsa waits"
    found = SpaCy(pipeline()).parse(text, [Span(0, 14), Span(15, 25)])
    assert found.sentences == ((0, 2), (2, 4))
    assert found.heads == (-1, 0, -1, 2)


def test_clearnlp_labels_become_universal() -> None:
    found = SpaCy(pipeline(CLEAR, labels=("ROOT", "prep", "pobj"), ruler=True)).parse(
        "It lies near Aarhus", [Span(0, 19)]
    )
    assert found.heads == (1, -1, 3, 1)
    assert found.relations == ("nsubj", "root", "case", "obl")
    assert [name.kind for name in found.names] == ["PLACE"]


def test_vectors_of_sentences_have_length_1() -> None:
    nlp = pipeline()
    for word, vector in {"ferry": [3.0, 4.0], "boat": [1.0, 0.0]}.items():
        nlp.vocab.set_vector(word, np.array(vector, np.float32))  # type: ignore[arg-type]
    found = SpaCy(nlp).parse("ferry\nunheard", [Span(0, 5), Span(6, 13)])
    assert found.vectors.tolist() == [pytest.approx([0.6, 0.8]), [0, 0]]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n ",
        "x" * 30_000,
        "no stop " * 5_000,
        '"' * 3_000,
        "🚢 " * 50 + "\u05e9\u05dc\u05d5\u05dd",
        "a\u200b\x85b\x1fc",
    ],
    ids=["empty", "spaces", "one word", "no stop", "quotation marks", "emoji", "odd spaces"],
)
def test_any_text_is_covered_once(text: str) -> None:
    found = SpaCy(pipeline()).parse(text, [Span(0, len(text))] if text else [])
    assert "".join(text[start:end] for start, end in found.spans) == "".join(text.split())
    assert [run.first for run in found.sentences[1:]] == [run.after for run in found.sentences[:-1]]
    for first, after in found.sentences:
        assert [head for head in found.heads[first:after] if not first <= head < after] == [-1]


def test_trees_that_run_into_one_another_are_parted() -> None:
    table = "Rain rain NOUN NN 0 ROOT\nfell fall VERB VBD 0 ROOT\nhard hard ADV RB 1 advmod"
    found = SpaCy(pipeline(table)).parse("Rain fell hard", [Span(0, 14)])
    assert found.sentences
    for first, after in found.sentences:
        assert [head for head in found.heads[first:after] if not first <= head < after] == [-1]


def test_it_says_who_it_is() -> None:
    engine = SpaCy(pipeline())
    assert engine.identity.startswith(f"spacy {__version__} en_")
    assert engine.language == "en"


def test_a_pipeline_without_trees_is_refused() -> None:
    with pytest.raises(EngineError, match="no parts of speech and no trees"):
        SpaCy(spacy.blank("en"))


def test_a_pipeline_is_loaded_from_a_folder(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(EngineError, match="no trees"):
        SpaCy.load(str(tmp_path / "blank"))


def test_a_missing_pipeline_is_named() -> None:
    with pytest.raises(EngineError, match="python -m spacy download en_no_such"):
        SpaCy.load("en_no_such")


def test_without_spacy_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(EngineError, match=r"pip install 'stemma-news\[spacy\]'"):
        SpaCy.load("en_core_web_sm")
