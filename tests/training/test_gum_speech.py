"""Sources, cues and contents from discourse relations."""

from pathlib import Path

import pytest
from training.gum_speech import speech

from tests.training.conllu import conllu, read

SAID = """The DT 2 det Discourse=attribution-positive:1->2:3:syn
    mayor NN 3 nsubj
    said VBD 0 root
    the DT 5 det Discourse=ROOT:2:0
    quay NN 6 nsubj
    sank VBD 3 ccomp
    overnight RB 6 advmod Discourse=context-circumstance:3->2:1
    , , 6 punct"""
ACCORDING = """It PRP 2 nsubj Discourse=ROOT:1:0
    sank VBD 0 root
    according VBG 5 case Discourse=attribution-positive:2->1:1
    to IN 3 fixed
    divers NN 2 obl"""
NO_SUBJECT = """Asked VBD 0 root Discourse=attribution-negative:1->2:1
    again RB 1 advmod
    nobody NN 4 nsubj Discourse=ROOT:2:0
    knew VBD 1 ccomp"""
NOTHING = """It PRP 2 nsubj Discourse=ROOT:1:0
    sank VBD 0 root
    so RB 4 advmod Discourse=causal-cause:2->1:1
    fell VBD 2 conj"""


@pytest.mark.parametrize(
    ("table", "source", "cue", "content"),
    [
        (SAID, "12000000", "00100000", "00012222"),
        (ACCORDING, "00001", "00120", "12000"),
        (NO_SUBJECT, "0000", "1000", "0012"),
        (NOTHING, "0000", "0000", "0000"),
    ],
)
def test_speech(tmp_path: Path, table: str, source: str, cue: str, content: str) -> None:
    (document,) = read(tmp_path, conllu(table))
    (found,) = speech(document)
    assert ["".join(map(str, flags)) for flags in found] == [source, cue, content]


def test_content_may_begin_in_an_earlier_sentence(tmp_path: Path) -> None:
    first = "Boats NN 2 nsubj Discourse=ROOT:1:0\nburned VBD 0 root"
    second = "She PRP 2 nsubj Discourse=attribution-positive:2->1:1\nsaid VBD 0 root"
    (document,) = read(tmp_path, conllu(first, second))
    before, after = speech(document)
    assert before.content == (1, 2)
    assert (after.source, after.cue, after.content) == ((1, 0), (0, 1), (0, 0))
