import json
import re
from itertools import chain
from typing import Any

import numpy as np
import pytest
from benchmarks.meaning import GOLD, meaning, near_copies, pool_of

from stemma.model import Span
from stemma.text.engine import Parse, Run


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("The mill burnt down on Friday.", "The mill burnt down on Friday!", True),
        ("The old mill in Tarn burnt down on Friday", "the old mill in Tarn burnt down on Sunday", True),
        ("“It’s gone,” Ada Moss said.", "It's gone", True),
        ("The mill burnt down on Friday.", "Fire destroyed the mill on Friday.", False),
        ("Gone.", "The mill is gone.", False),
        ("The mill burnt.", "Mill, the burnt one.", False),
    ],
)
def test_near_copies(a: str, b: str, expected: bool) -> None:
    assert near_copies(a, b) is expected
    assert near_copies(b, a) is expected


def test_a_sentence_cut_otherwise_has_the_mean_of_what_it_shares() -> None:
    spans = tuple(Span(3 * i, 3 * i + 2) for i in range(4))
    parse = Parse(
        spans=spans,
        sentences=(Run(0, 3), Run(3, 4)),
        upos=("X",) * 4,
        xpos=("",) * 4,
        feats=("",) * 4,
        lemmas=("",) * 4,
        heads=(-1, 0, 0, -1),
        relations=("root", "dep", "dep", "root"),
        names=(),
        cues=(),
        sources=(),
        contents=(),
        vectors=np.eye(2, dtype=np.float32),
    )
    assert meaning(parse, Span(0, 8)) == pytest.approx([1, 0])
    assert meaning(parse, Span(0, 11)) == pytest.approx(np.array([3, 1]) / np.sqrt(10))
    assert meaning(parse, Span(20, 22)) == pytest.approx([0, 0])


TEXTS = {
    "a": ("north", "The mill burnt down. Nobody was hurt."),
    "b": ("south", "Fire destroyed the mill. Nobody was hurt."),
    "c": ("south", "The mill is no more."),
}


def gold(positive: list[list[int]], optional: list[list[int]], **sha256: str) -> dict[str, Any]:
    sentences = {"a": [[0, 20], [21, 37]], "b": [[0, 24], [25, 41]], "c": [[0, 20]]}
    reports = [{"id": id_, "sha256": sha256.get(id_, ""), "sentences": spans} for id_, spans in sentences.items()]
    return {"events": [{"event": 1, "reports": reports, "positive": positive, "optional": optional}]}


CORPUS = {id_: {"outlet": outlet, "text": text} for id_, (outlet, text) in TEXTS.items()}


def test_the_pool_holds_all_pairs_of_different_outlets_but_copies_and_disputed_ones() -> None:
    pool = pool_of(gold([[0, 0, 1, 0]], [[0, 0, 2, 0]]), CORPUS)
    texts = [sentence.text for sentence in pool.sentences]
    pairs = {(texts[a], texts[b]): bool(same) for a, b, same in zip(pool.first, pool.second, pool.same, strict=True)}
    assert pairs == {
        ("The mill burnt down.", "Fire destroyed the mill."): True,
        ("The mill burnt down.", "Nobody was hurt."): False,
        ("Nobody was hurt.", "Fire destroyed the mill."): False,
        ("Nobody was hurt.", "The mill is no more."): False,
    }
    assert (pool.optional, pool.copies) == (1, 1)


def test_another_text_than_the_judged_one_is_refused() -> None:
    with pytest.raises(SystemExit, match="report a has another text"):
        pool_of(gold([], [], a="0000"), CORPUS)


def test_the_gold_is_sound_and_holds_no_words() -> None:
    found = json.loads(GOLD.read_text(encoding="utf-8"))
    assert len(found["events"]) >= 15
    assert sum(len(event["positive"]) for event in found["events"]) >= 200
    for event in found["events"]:
        ids = [report["id"] for report in event["reports"]]
        assert all(re.fullmatch(r"[0-9a-f]+", text) for r in event["reports"] for text in (r["id"], r["sha256"]))
        assert len(set(ids)) == len(ids)
        counts = [len(report["sentences"]) for report in event["reports"]]
        for report in event["reports"]:
            edges = list(chain.from_iterable(report["sentences"]))
            assert edges == sorted(edges)
        judged = [tuple(pair) for kind in ("positive", "optional") for pair in event[kind]]
        assert len(set(judged)) == len(judged)
        assert all(a < b and i < counts[a] and j < counts[b] for a, i, b, j in judged)
