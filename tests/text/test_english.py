"""The engine for English: what holds for any text, and files that are none of its own."""

import hashlib
import json
import os
import pickle
from pathlib import Path

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from stemma.errors import EngineError, SettingsError
from stemma.model import Span
from stemma.text.engine import Engine, Parse
from stemma.text.engine_file import FORMAT, INPUTS, OUTPUTS
from stemma.text.english import WIDTH, English
from stemma.text.paragraphs import paragraphs
from tests.text.networks import AtRandom, onnx, reader

HARD = [
    "\x00",
    "\ud800",
    "\u202e",
    "🏴‍☠️",
    "مرحبا",
    "山",
    "é",
    "e\u0301",
    "\u200b",
    "\ufffd",
    "﷽",
    "...",
    "“",
    "''",
    "-",
    "@",
    "ß",
]
TEXTS = st.lists(st.text(max_size=6) | st.sampled_from([*HARD, " ", "\n", "the", "pilot", "said", "."])).map("".join)


def check(text: str, asked: list[Span], parse: Parse) -> None:
    """Fail where a parse breaks a law of its record."""
    count = len(parse)
    for column in (parse.upos, parse.xpos, parse.feats, parse.lemmas, parse.heads, parse.relations):
        assert len(column) == count
    assert all(text[span.start : span.end].split() == [text[span.start : span.end]] for span in parse.spans)
    covered = [at for span in parse.spans for at in range(span.start, span.end)]
    assert covered == [at for span in asked for at in range(span.start, span.end) if not text[at].isspace()]
    bounds = [run.first for run in parse.sentences] + [count]
    assert bounds == sorted(set(bounds)) and (bounds[0] == 0 or not count)
    assert all(run.after == after for run, after in zip(parse.sentences, bounds[1:], strict=True))
    sentence_of = [number for number, run in enumerate(parse.sentences) for _ in range(run.first, run.after)]
    for span in asked:
        inside = [i for i, token in enumerate(parse.spans) if span.start <= token.start < span.end]
        if inside:
            assert inside[0] in bounds and inside[-1] + 1 in bounds
    named = [(name.first, name.after) for name in parse.names]
    for first, after in (*named, *parse.cues, *parse.sources, *parse.contents):
        assert first < after and sentence_of[first] == sentence_of[after - 1]
    check_trees(parse, sentence_of)
    assert parse.vectors.shape == (len(parse.sentences), WIDTH) and parse.vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(parse.vectors, axis=1), 1, atol=1e-4)


def check_trees(parse: Parse, sentence_of: list[int]) -> None:
    assert [(head == -1) for head in parse.heads] == [relation == "root" for relation in parse.relations]
    for run in parse.sentences:
        assert parse.heads[run.first : run.after].count(-1) == 1
    for token, head in enumerate(parse.heads):
        assert head == -1 or sentence_of[head] == sentence_of[token]
        steps = 0
        while head != -1:
            head, steps = parse.heads[head], steps + 1
            assert steps <= len(parse), "a circle"


@given(TEXTS, st.data())
@settings(deadline=None, max_examples=200)
def test_any_text_gives_a_sound_parse(text: str, data: st.DataObject) -> None:
    edges = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=6)))
    asked = [Span(*pair) for pair in zip(edges[::2], edges[1::2], strict=False)]
    check(text, asked, reader().parse(text, asked))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("the pilot said a b, " * 100, id="no full stop"),
        pytest.param("The pilot said. " * 200, id="one long paragraph"),
        pytest.param("x" * 1_000_000, id="one long word"),
        pytest.param("山" * 5_000, id="ideographs without a space"),
        pytest.param("a-" * 500, id="hyphens"),
        pytest.param(")(" * 500, id="brackets"),
        pytest.param("." * 20_000, id="dots"),
        pytest.param("'" * 500, id="apostrophes"),
        pytest.param(" ".join(HARD) * 30, id="hard characters"),
        pytest.param("THE PILOT SAID NOTHING. " * 50, id="capitals"),
        pytest.param("bcdfg hjklm " * 200, id="no vowels"),
        pytest.param(" \n\t ", id="white space"),
        pytest.param("", id="nothing"),
    ],
)
@pytest.mark.parametrize("bias", [-2.0, -1e6, 1e6], ids=["some sentences", "no sentence ends", "each token one"])
def test_hostile_texts(text: str, bias: float) -> None:
    session = AtRandom(bias)
    check(text, [Span(0, len(text))], reader(session).parse(text, [Span(0, len(text))]))
    assert all(words <= 150 and sub_words <= 252 for words, sub_words in session.runs)
    read = sum(words for words, _ in session.runs)
    assert read <= 1.5 * len(text) + 1


@example("The pilot said. " * 60 + "the pilot said " * 120, "a b")
@given(TEXTS, TEXTS)
@settings(deadline=None, max_examples=30)
def test_what_was_read_before_changes_nothing(text: str, other: str) -> None:
    used = reader()
    used.parse(other, paragraphs(other))
    again, fresh = used.parse(text, paragraphs(text)), reader().parse(text, paragraphs(text))
    assert again.heads == fresh.heads and again.names == fresh.names and (again.vectors == fresh.vectors).all()


def test_windows_that_overlap_meet_at_a_beginning_of_a_sentence() -> None:
    # Not one mark in 400 words: only the network says where sentences begin.
    text = "the pilot said a b " * 80
    forced = reader(AtRandom(-1e6)).parse(text, [Span(0, len(text))])
    assert max(run.after - run.first for run in forced.sentences) <= 150
    free = reader(AtRandom(2.0)).parse(text, [Span(0, len(text))])
    assert len(free) == len(forced) == 400


def written(folder: Path, data: bytes, **said: str) -> Path:
    path = folder / "english.onnx"
    path.write_bytes(data)
    about = {"version": "1", "sha256": hashlib.sha256(data).hexdigest()} | said
    path.with_suffix(".json").write_text(json.dumps(about), encoding="utf-8")
    return path


def about(**said: object) -> dict[str, str]:
    return {"stemma": json.dumps(said)}


@pytest.mark.parametrize(
    ("data", "said", "reason"),
    [
        pytest.param(b"", {}, "no network", id="empty"),
        pytest.param(b"\x80\x04K\x01.", {}, "no network", id="a pickle"),
        pytest.param(b"x" * 100, {"sha256": "0" * 64}, "damaged", id="another hash"),
        pytest.param(onnx(["x"], ["y"], {}), {}, "no engine of Stemma", id="another network"),
        pytest.param(onnx(["ids"], ["upos"], about(format=FORMAT)), {}, "lacks shapes, first", id="lacks inputs"),
        pytest.param(onnx(INPUTS, OUTPUTS, about(format=99)), {}, "format is 99", id="a later format"),
        pytest.param(onnx(INPUTS, OUTPUTS, about(format=FORMAT)), {}, "says of itself", id="no labels"),
        pytest.param(onnx(INPUTS, OUTPUTS, {"stemma": "{"}), {}, "says of itself", id="broken metadata"),
    ],
)
def test_a_file_that_is_none_of_ours_is_refused(tmp_path: Path, data: bytes, said: dict[str, str], reason: str) -> None:
    path = written(tmp_path, data, **said)
    with pytest.raises(EngineError, match=reason) as caught:
        English.load(path)
    assert caught.value.input == str(path) and "install" in caught.value.reason


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match=r"english\.json: it is missing"):
        English.load(tmp_path / "english.onnx")
    written(tmp_path, b"").unlink()
    with pytest.raises(EngineError, match=r"english\.onnx: there is no engine file"):
        English.load(tmp_path / "english.onnx")


@pytest.mark.parametrize("said", ["", "[]", "{}", '{"version": "1"}', "\x00"])
def test_a_broken_note_beside_the_file_is_named(tmp_path: Path, said: str) -> None:
    written(tmp_path, b"").with_suffix(".json").write_text(said, encoding="utf-8")
    with pytest.raises(EngineError, match=r"english\.json: it cannot be read"):
        English(tmp_path / "english.onnx")


def test_an_engine_goes_to_another_process_as_a_path(tmp_path: Path) -> None:
    engine: Engine = English(written(tmp_path, b"never opened"), threads=2)
    copy = pickle.loads(pickle.dumps(engine))
    assert (copy.identity, copy.language) == (engine.identity, engine.language) == ("stemma-english 1", "en")
    assert len(pickle.dumps(engine)) < 500 + len(os.fsencode(tmp_path))


@pytest.mark.parametrize("threads", [0, -1, 1000, True])
def test_threads_have_a_range(tmp_path: Path, threads: int) -> None:
    with pytest.raises(SettingsError, match="threads"):
        English(written(tmp_path, b""), threads)
