"""CoNLL-U: what comes out is what went in, and other programs can read it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.model import Span
from stemma.present.conllu import conllu
from stemma.present.shown import plain
from stemma.text.paragraphs import paragraphs
from tests.present.small_engine import SmallEngine


def written(text: str, document: str = "") -> str:
    own = paragraphs(text)
    return "".join(conllu(text, SmallEngine().parse(text, own), own, document))


def test_a_sentence_as_it_is_written() -> None:
    assert written("Anna Moss said: no.\n", "r7") == (
        "# newdoc id = r7\n"
        "# newpar\n"
        "# sent_id = r7-s1\n"
        "# text = Anna Moss said: no.\n"
        "1\tAnna\tAnna\tPROPN\tNNP\tNumber=Sing\t2\tdep\t_\tstart_char=0|end_char=4|ner=B-PERSON\n"
        "2\tMoss\tMoss\tPROPN\tNNP\tNumber=Sing\t3\tnsubj\t_\tstart_char=5|end_char=9|ner=I-PERSON\n"
        "3\tsaid\tsaid\tVERB\tNN\t_\t0\troot\t_\tSpaceAfter=No|start_char=10|end_char=14\n"
        "4\t:\t:\tPUNCT\t.\t_\t3\tpunct\t_\tstart_char=14|end_char=15\n"
        "5\tno\tno\tNOUN\tNN\t_\t4\tdep\t_\tSpaceAfter=No|start_char=16|end_char=18\n"
        "6\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\tstart_char=18|end_char=19\n"
        "\n"
    )


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param("One\nwrapped line.", ["# text = One wrapped line."], id="a wrapped line is one line"),
        pytest.param("A b. C d.\n\nE f.", ["# newpar", "# newpar"], id="a paragraph is marked once"),
        pytest.param("A b. C d.\n\nE f.", [f"# sent_id = s{n}" for n in (1, 2, 3)], id="sentences are numbered"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_comments(text: str, lines: list[str]) -> None:
    heads = {line.split(" = ")[0] for line in lines}
    assert [line for line in written(text).splitlines() if line.split(" = ")[0] in heads] == lines


@given(st.text(max_size=80))
def test_whatever_the_text_the_table_is_well_formed(text: str) -> None:
    for block in written(text).split("\n\n")[:-1]:
        comments = [line for line in block.split("\n") if line.startswith("# ")]
        rows = [line.split("\t") for line in block.split("\n")[len(comments) :]]
        assert rows
        assert all(len(row) == 10 and all(row) for row in rows)
        assert [row[0] for row in rows] == [str(n) for n in range(1, len(rows) + 1)]
        assert [row[6] for row in rows].count("0") == 1
        assert all(0 <= int(row[6]) <= len(rows) for row in rows)
        for row in rows:
            places = dict(pair.split("=") for pair in row[9].split("|") if "char" in pair)
            assert plain(text[slice(int(places["start_char"]), int(places["end_char"]))]) == row[1]


@given(st.lists(st.sampled_from(["Anna", "said", ",", ".", "“", "no", " ", "\n", "\u00a0"]), max_size=30).map("".join))
def test_the_words_and_their_spaces_make_the_sentence(text: str) -> None:
    blocks = written(text).split("\n\n")[:-1]
    own = paragraphs(text)
    parse = SmallEngine().parse(text, own)
    assert len(blocks) == len(parse.sentences)
    for block, run in zip(blocks, parse.sentences, strict=True):
        sentence = Span(parse.spans[run.first].start, parse.spans[run.after - 1].end)
        told = next(line.removeprefix("# text = ") for line in block.split("\n") if line.startswith("# text = "))
        assert told == " ".join(text[slice(*sentence)].split())
        rows = [line.split("\t") for line in block.split("\n") if not line.startswith("# ")]
        joined = "".join(row[1] + ("" if "SpaceAfter=No" in row[9] else " ") for row in rows)
        assert joined.rstrip() == told
