"""Scores of invented analyses, counted by hand."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from benchmarks.engine_gold import Annotated, gold
from benchmarks.engine_scores import Count, name_scores, speech_scores, total, tree_scores
from training.gum_names import names
from training.gum_speech import speech

from stemma.model import Span
from stemma.text.engine import Name, Parse, Run
from tests.training.conllu import conllu, read

TEXT = "Mona Sund said it sank."


def analysis(spans: list[tuple[int, int]], heads: tuple[int, ...], relations: str) -> Parse:
    words = tuple(TEXT[start:end] for start, end in spans)
    tops = [place for place, head in enumerate(heads) if head < 0]
    assert len(tops) == 1
    return Parse(
        spans=tuple(Span(*span) for span in spans),
        sentences=(Run(0, len(words)),),
        upos=("X",) * len(words),
        xpos=("XX",) * len(words),
        feats=("Number=Sing|Style=Coll",) * len(words),
        lemmas=tuple(word.lower() for word in words),
        heads=heads,
        relations=tuple(relations.split()),
        names=(),
        cues=(),
        sources=(),
        contents=(),
        vectors=np.zeros((1, 0), np.float32),
    )


WORDS = [(0, 4), (5, 9), (10, 14), (15, 17), (18, 22), (22, 23)]
GOLD = analysis(WORDS, (2, 0, -1, 4, 2, 2), "nsubj flat:name root nsubj ccomp punct")


def test_what_is_right_scores_fully() -> None:
    for key, count in tree_scores(GOLD, GOLD).items():
        assert count.f1 == 1, key


def test_a_word_that_is_cut_otherwise_takes_its_arcs_with_it() -> None:
    found = analysis([*WORDS[:4], (18, 23)], (2, 0, -1, 4, 2), "nsubj flat root nsubj ccomp")
    scores = tree_scores(found, GOLD)
    assert scores["tokens"] == Count(4, 5, 6)
    assert scores["sentences"] == Count(1, 1, 1)
    assert scores["uas"] == Count(3, 5, 6)  # "it" hangs on a word that was not found
    assert scores["las"] == Count(3, 5, 6)  # flat:name is flat
    assert scores["uas_words"] == Count(3, 5, 5)
    assert scores["las_words"] == Count(2, 5, 5)


def test_tags_features_and_lemmas() -> None:
    found = replace(GOLD, upos=("X",) * 5 + ("PUNCT",), feats=("Number=Sing",) * 5 + ("Number=Plur",), lemmas=("",) * 6)
    gold_ = replace(GOLD, lemmas=("mona", "", "say", "it", "sink", "."))
    scores = tree_scores(found, gold_)
    assert scores["upos"] == Count(5, 6, 6)
    assert scores["feats"] == Count(5, 6, 6)  # Style is not universal
    assert scores["lemmas"] == Count(1, 6, 6)  # what has no lemma in the treebank can't be missed


def test_punctuation_counts_among_the_arcs_of_the_shared_task_alone() -> None:
    found = replace(GOLD, heads=(2, 0, -1, 4, 2, 4))
    scores = tree_scores(found, GOLD)
    assert (scores["uas"], scores["uas_words"]) == (Count(5, 6, 6), Count(5, 5, 5))


def test_names_by_extent_and_kind() -> None:
    named = replace(GOLD, names=(Name(0, 2, "PERSON"),))
    found = replace(GOLD, names=(Name(0, 2, "ORG"), Name(3, 4, "PLACE")))
    scores = name_scores(found, named, [Span(*WORDS[3])])
    assert scores["names"] == Count(0, 2, 1)
    assert scores["names_sure"] == Count(0, 1, 1)
    assert scores["names_anywhere"] == Count(1, 2, 1)
    assert (scores["PERSON"], scores["ORG"], scores["PLACE"]) == (Count(0, 0, 1), Count(0, 1, 0), Count(0, 1, 0))


def test_sources_as_tagged_and_as_the_tree_has_them() -> None:
    said = replace(GOLD, cues=(Run(2, 3),), sources=(Run(0, 2),), contents=(Run(3, 6),))
    found = replace(GOLD, cues=(Run(2, 3),), sources=(Run(1, 2),), contents=(Run(3, 5),))
    scores = speech_scores(found, said)
    assert scores["cues"] == Count(1, 1, 1)
    assert scores["sources"] == Count(0, 1, 1)
    assert scores["sources_by_tree"] == Count(1, 1, 1)
    assert scores["sources_characters"] == Count(4, 4, 9)
    assert scores["contents_characters"] == Count(7, 7, 8)


@pytest.mark.parametrize(
    ("count", "precision", "recall", "f1"),
    [(Count(1, 2, 4), 0.5, 0.25, 1 / 3), (Count(0, 0, 0), 0, 0, 0), (Count(3, 3, 3), 1, 1, 1)],
)
def test_rates(count: Count, precision: float, recall: float, f1: float) -> None:
    assert (count.precision, count.recall, count.f1) == pytest.approx((precision, recall, f1))


def test_texts_are_summed() -> None:
    assert total([{"a": Count(1, 2, 3)}, {"a": Count(1, 1, 1), "b": Count(0, 1, 0)}]) == {
        "a": Count(2, 3, 4),
        "b": Count(0, 1, 0),
    }


def test_a_treebank_becomes_text(tmp_path: Path) -> None:
    misc = "Entity=(1-person-new-nnnnn-cf1-1-coref)|Discourse=attribution-positive:1->2:1"
    text = conllu(
        f"# newpar\nSund NNP 2 nsubj {misc}\nsaid VBD 0 root SpaceAfter=No\n. . 2 punct",
        "It PRP 2 nsubj Discourse=ROOT:2:0\nsank VBD 0 root SpaceAfter=No\n. . 2 punct",
        "# newpar\nNothing NN 2 nsubj Discourse=same-unit:3->2:2\nburned VBD 0 root",
    )
    (document,) = read(tmp_path, text)
    annotated = [Annotated(*parts) for parts in zip(document.sentences, names(document), speech(document), strict=True)]
    made = gold([annotated[:2], annotated[2:]])
    assert made.text == "Sund said. It sank.\n\nNothing burned"
    assert [made.text[start:end] for start, end in made.paragraphs] == ["Sund said. It sank.", "Nothing burned"]
    assert [made.text[start:end] for start, end in made.parse.spans][:4] == ["Sund", "said", ".", "It"]
    assert made.parse.heads == (1, -1, 1, 4, -1, 4, 7, -1)
    assert made.parse.names == (Name(0, 1, "PERSON"),)
    assert (made.parse.sources, made.parse.cues) == ((Run(0, 1),), (Run(1, 2),))
    assert made.parse.contents == (Run(3, 6),)
