"""Units: clauses that state something, without the frames that attribute them."""

import numpy as np
import pytest

from stemma.annotate.units import units
from stemma.model import Attribution, Span, Unit
from stemma.text.engine import Parse, Run


def parsed(*sentences: str) -> tuple[str, Parse]:
    """A text and its parse, from words as "form/upos/head/relation", heads counted from 1 in each sentence."""
    rows: list[tuple[str, str, int, str]] = []
    runs: list[Run] = []
    for sentence in sentences:
        first = len(rows)
        for item in sentence.split():
            form, upos, head, relation = item.rsplit("/", 3)
            rows.append((form, upos, int(head) - 1 + first if head != "0" else -1, relation))
        runs.append(Run(first, len(rows)))
    text = " ".join(row[0] for row in rows)
    spans, at = [], 0
    for row in rows:
        spans.append(Span(at, at + len(row[0])))
        at += len(row[0]) + 1
    count = len(rows)
    return text, Parse(
        spans=tuple(spans),
        sentences=tuple(runs),
        upos=tuple(row[1] for row in rows),
        xpos=tuple("VB" if row[1] == "VERB" else "X" for row in rows),
        feats=("",) * count,
        lemmas=tuple(row[0].lower() for row in rows),
        heads=tuple(row[2] for row in rows),
        relations=tuple(row[3] for row in rows),
        names=(),
        cues=(),
        sources=(),
        contents=(),
        vectors=np.zeros((len(runs), 0), np.float32),
        words=np.eye(count, 384, dtype=np.float16),
    )


def said(text: str, source: str, cue: str, content: str) -> Attribution:
    def place(words: str) -> Span:
        start = text.index(words)
        return Span(start, start + len(words))

    return Attribution(id="a1", content=(place(content),), kind="indirect", source=place(source), cue=place(cue))


def shown(text: str, found: tuple[Unit, ...]) -> list[str]:
    return [" | ".join(text[start:end] for start, end in unit.spans) for unit in found]


LEAD = (
    "The/DET/2/det ferry/NOUN/3/nsubj sank/VERB/0/root off/ADP/5/case Brask/PROPN/3/obl ,/PUNCT/7/punct "
    "killing/VERB/3/advcl nine/NUM/9/nummod people/NOUN/7/obj and/CCONJ/11/cc injuring/VERB/7/conj "
    "forty/NUM/11/obj ./PUNCT/3/punct"
)


def test_a_lead_has_several_units() -> None:
    text, parse = parsed(LEAD)
    found = units(text, parse, ())
    assert shown(text, found) == ["The ferry sank off Brask", "killing nine people", "injuring forty"]
    assert [unit.lemma for unit in found] == ["sank", "killing", "injuring"]
    assert found[1].terms == ("killing", "nine", "people")
    assert [unit.sentence for unit in found] == [0, 0, 0]


def test_the_frame_is_none_and_its_content_keeps_the_attribution() -> None:
    text, parse = parsed(
        "Police/NOUN/2/nsubj said/VERB/0/root the/DET/4/det ferry/NOUN/5/nsubj sank/VERB/2/ccomp "
        "on/ADP/7/case Sunday/PROPN/5/obl ./PUNCT/2/punct"
    )
    found = units(text, parse, (said(text, "Police", "said", "the ferry sank on Sunday"),))
    assert shown(text, found) == ["the ferry sank on Sunday"]
    assert found[0].attribution == "a1"


def test_a_frame_around_a_noun_is_the_statement() -> None:
    text, parse = parsed(
        "The/DET/2/det mayor/NOUN/3/nsubj condemned/VERB/0/root the/DET/5/det attack/NOUN/3/obj ./PUNCT/3/punct"
    )
    found = units(text, parse, (said(text, "The mayor", "condemned", "the attack"),))
    assert shown(text, found) == ["The mayor condemned the attack"]
    assert found[0].attribution == "a1"


@pytest.mark.parametrize(
    "sentence",
    [
        "Who/PRON/2/nsubj sank/VERB/0/root the/DET/4/det ferry/NOUN/2/obj ?/PUNCT/2/punct",
        "Follow/VERB/0/root our/PRON/3/nmod:poss news/NOUN/1/obj",
        "Photo/NOUN/0/root Moss/PROPN/1/flat",
        "./PUNCT/0/root",
    ],
    ids=["question", "call to the reader", "credit", "marks"],
)
def test_what_states_nothing_is_none(sentence: str) -> None:
    text, parse = parsed(sentence)
    assert units(text, parse, ()) == ()


@pytest.mark.parametrize(
    ("sentence", "unit"),
    [
        (
            "They/PRON/2/nsubj met/VERB/0/root to/PART/4/mark discuss/VERB/2/advcl new/ADJ/6/amod trade/NOUN/4/obj",
            "They met to discuss new trade",
        ),
        (
            "Ferries/NOUN/2/nsubj stop/VERB/0/root if/SCONJ/5/mark storms/NOUN/5/nsubj reach/VERB/2/advcl "
            "Brask/PROPN/5/obj",
            "Ferries stop if storms reach Brask",
        ),
    ],
    ids=["purpose", "condition"],
)
def test_what_hangs_on_its_clause_stays_with_it(sentence: str, unit: str) -> None:
    text, parse = parsed(sentence)
    assert shown(text, units(text, parse, ())) == [unit]


def test_denials_are_marked() -> None:
    text, parse = parsed(
        "No/DET/2/det sailors/NOUN/4/nsubj were/AUX/4/aux hurt/VERB/0/root ./PUNCT/4/punct",
        "The/DET/2/det ferry/NOUN/4/nsubj never/ADV/4/advmod sank/VERB/0/root ./PUNCT/4/punct",
        "The/DET/2/det ferry/NOUN/3/nsubj sank/VERB/0/root ./PUNCT/3/punct",
    )
    assert [unit.negated for unit in units(text, parse, ())] == [True, True, False]


def test_the_vector_is_of_length_one_and_weighs_the_predicate() -> None:
    text, parse = parsed(LEAD)
    vector = np.frombuffer(units(text, parse, ())[1].vector, np.int8).astype(int)
    assert len(vector) == 384
    assert abs(float(np.linalg.norm(vector)) - 127) < 2
    assert np.flatnonzero(vector).tolist() == [6, 7, 8]
    assert vector[6] == pytest.approx(3 * vector[7], abs=3)


def test_ten_thousand_words_without_a_stop_end() -> None:
    chain = " ".join(f"sank/VERB/{i}/conj" if i else "sank/VERB/0/root" for i in range(10_000))
    text, parse = parsed(chain)
    assert units(text, parse, ()) == ()
