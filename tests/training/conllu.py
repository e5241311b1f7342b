"""Invented treebanks: short tables made into files of CoNLL-U."""

from pathlib import Path

from training.treebanks import Document, documents


def conllu(*sentences: str) -> str:
    """CoNLL-U of tables with a row for each word: form, XPOS, head, relation, then MISC; `#` lines stay."""
    blocks = []
    for sentence in sentences:
        lines = [line.strip() for line in sentence.strip().split("\n")]
        comments = [line for line in lines if line.startswith("#")]
        words = [line.split() for line in lines if not line.startswith("#")]
        rows = [
            "\t".join((str(number), form, form.lower(), _upos(xpos), xpos, "_", head, relation, "_", *(misc or ["_"])))
            for number, (form, xpos, head, relation, *misc) in enumerate(words, start=1)
        ]
        blocks.append("\n".join(comments + rows) + "\n")
    return "\n".join(blocks) + "\n"


def read(folder: Path, text: str, name: str = "GUM_news_harbour") -> list[Document]:
    path = folder / f"{name}.conllu"
    path.write_text(text, encoding="utf-8")
    return documents(path)


def _upos(xpos: str) -> str:
    by_tag = {"NNP": "PROPN", "NNPS": "PROPN", "NN": "NOUN", "CD": "NUM", "IN": "ADP", "VBD": "VERB", "PRP": "PRON"}
    return by_tag.get(xpos, "PUNCT" if not xpos.isalpha() else "X")
