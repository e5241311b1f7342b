from pathlib import Path

import pytest
from training.treebanks import documents, uner, wikigold

from tests.training.conllu import conllu, read


def test_documents_paragraphs_and_spaces(tmp_path: Path) -> None:
    text = conllu(
        "# newdoc id = GUM_news_one\n# newpar\nRain NN 0 root SpaceAfter=No\n. . 1 punct",
        "# newpar_block = p (2 s)\nSnow NN 0 root",
        "# newpar id = p2\nHail NN 0 root",
        "# newdoc id = GUM_vlog_two\nSun NN 0 root",
    )
    one, two = read(tmp_path, text)
    assert (one.name, one.genre, two.name, two.genre) == ("GUM_news_one", "news", "GUM_vlog_two", "vlog")
    assert [sentence.opens for sentence in one.sentences] == [True, False, True]
    assert one.sentences[0].forms == ("Rain", ".")
    assert [token.spaced for token in one.sentences[0].tokens] == [False, True]
    assert [token.head for token in one.sentences[0].tokens] == [-1, 0]


MULTIWORD = "1-2\t{}\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n"
WORDS = (
    "1\tdid\tdo\tAUX\tVBD\t_\t0\troot\t_\t_\n"
    "2\tn't\tnot\tPART\tRB\t_\t1\tadvmod\t_\t_\n"
    "3\t.\t.\tPUNCT\t.\t_\t1\tpunct\t_\t_\n"
)


def test_the_words_of_one_surface_token_are_joined(tmp_path: Path) -> None:
    (document,) = read(tmp_path, MULTIWORD.format("didn't") + WORDS)
    assert [token.spaced for token in document.sentences[0].tokens] == [False, False, True]


def test_words_that_do_not_spell_their_token_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "odd.conllu"
    path.write_text(MULTIWORD.format("didnt") + WORDS, encoding="utf-8")
    with pytest.raises(ValueError, match=r"odd\.conllu: the words of 'didnt' do not spell it"):
        documents(path)


def test_uner_takes_its_spaces_from_the_text(tmp_path: Path) -> None:
    path = tmp_path / "names.iob2"
    rows = ["Mona\tB-PER", "Sund\tI-PER", "(\tO", "Oslo\tB-LOC", "Radio\tB-ORG", "Nord\tI-ORG", "Cup\tB-OTH", ")\tO"]
    lines = [f"{number}\t{row}\t-\t-" for number, row in enumerate(rows, start=1)]
    wrong = "# sent_id = 2\n# text = Hail\n1\tRain\tO\t-\t-\n"
    path.write_text(
        "# newdoc id = a\n# text = Mona  Sund (Oslo Radio Nord Cup)\n" + "\n".join(lines) + "\n\n" + wrong,
        encoding="utf-8",
    )
    (sentence,) = uner(path)
    assert sentence.opens
    assert [form for form, spaced in zip(sentence.forms, sentence.spaced, strict=True) if not spaced] == ["(", "Cup"]
    assert [tuple(name) for name in sentence.names] == [(0, 2, "PERSON"), (3, 4, "PLACE"), (4, 6, "ORG")]


def test_wikigold_gets_the_usual_spaces(tmp_path: Path) -> None:
    path = tmp_path / "wikigold.conll.txt"
    rows = ['" O', "Nord I-ORG", '" O', "paid O", "$ O", "5 O", "to O", "Mona I-PER", "'s O", "club O", ". O"]
    path.write_text("\n".join([*rows, "", "-DOCSTART- O", "", "Oslo I-LOC", "Norway B-LOC", ""]), encoding="utf-8")
    first, second = wikigold(path)
    spelt = "".join(form + " " * spaced for form, spaced in zip(first.forms, first.spaced, strict=True))
    assert spelt == '"Nord" paid $5 to Mona\'s club. '
    assert [name.kind for name in first.names] == ["ORG", "PERSON"]
    assert [tuple(name) for name in second.names] == [(0, 1, "PLACE"), (1, 2, "PLACE")]
    assert (first.opens, second.opens) == (True, True)
