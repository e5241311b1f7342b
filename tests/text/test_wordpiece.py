"""Sub-words: what BERT's own tokeniser makes of hard words, with a small vocabulary."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.text.wordpiece import WordPiece

PIECES = """[PAD] [UNK] un ##able ##aff a ##a ##b b c ##c cafe ##s ' - . , s 1 ##2 2 ( ) $ ^ ` é 山 水 ß ss i σ ς ##σ
    ο α “ … — ¿ я й ##и и strasse ##ff w wa ##want want ##want ##ed runn ##ing aff"""
VOCABULARY = PIECES.split()


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        pytest.param("unaffable", "un ##aff ##able", id="longest match first"),
        pytest.param("wanted", "want ##ed", id="not `wa`"),
        pytest.param("UNAFFABLE", "un ##aff ##able", id="capitals"),
        pytest.param("CAFÉS", "cafe ##s", id="accents"),
        pytest.param("cafe\u0301", "cafe", id="combining accents"),
        pytest.param("b's", "b ' s", id="marks part"),
        pytest.param("(1-12)", "( 1 - 1 ##2 )", id="marks at the edges"),
        pytest.param("$1^`", "$ 1 ^ `", id="ASCII symbols are marks"),
        pytest.param("“a…”", "“ a … [UNK]", id="other marks"),
        pytest.param("山水a", "山 水 a", id="ideographs are words"),
        pytest.param("runnq", "[UNK]", id="a part that does not come out"),
        pytest.param("runnq-a", "[UNK] - a", id="is unknown by itself"),
        pytest.param("ß", "ß", id="no folding"),
        pytest.param("ΟΣ", "ο ##σ", id="a last sigma is one like any other"),
        pytest.param("ΣΣ", "σ ##σ", id="two of them"),
        pytest.param("Й", "и", id="a breve is an accent"),
        pytest.param("a\u200bb", "a ##b", id="an unseen character is left out"),
        pytest.param("a\x00b\x07", "a ##b", id="control characters"),
        pytest.param("\ufffda", "a", id="the replacement character"),
        pytest.param("\ud800", "[UNK]", id="half of a pair"),
        pytest.param("\u200b", "[UNK]", id="nothing seen"),
        pytest.param("\u0301", "[UNK]", id="an accent alone"),
        pytest.param("", "[UNK]", id="nothing"),
        pytest.param("a\u00a0b", "a b", id="white space inside"),
        pytest.param("🏴", "[UNK]", id="a picture"),
        pytest.param("[UNK]", "[UNK] [UNK] [UNK]", id="names of special pieces mean nothing"),
        pytest.param("a" * 100, " ".join(["a", *["##a"] * 99]), id="a hundred letters"),
        pytest.param("a" * 101, "[UNK]", id="one more"),
        pytest.param("a" * 1_000_000, "[UNK]", id="a megabyte"),
    ],
)
def test_pieces(word: str, pieces: str) -> None:
    wordpiece = WordPiece(VOCABULARY)
    found = " ".join(VOCABULARY[number] for number in wordpiece.ids(word))
    assert found == pieces
    assert wordpiece.ids(word) == wordpiece.ids(word)


def test_marks_without_end_are_read_only_as_far_as_a_word_goes() -> None:
    assert len(WordPiece(VOCABULARY).ids("-" * 1_000_000)) <= 2_000


@given(st.text(alphabet="abcswé'-山 ", max_size=60))
def test_known_pieces_give_the_word_again(word: str) -> None:
    wordpiece = WordPiece([*VOCABULARY, *(f"##{c}" for c in "sw")])
    vocabulary = [*VOCABULARY, *(f"##{c}" for c in "sw")]
    written = "".join(vocabulary[number].removeprefix("##") for number in wordpiece.ids(word))
    if "[UNK]" not in written:
        assert written == word.replace("é", "e").replace(" ", "")
