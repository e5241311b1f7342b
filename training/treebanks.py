"""Reads treebanks: CoNLL-U (GUM, EWT, PUD) and names in columns (UNER, wikigold).

What GUM says beyond its trees is read in `gum_names` and `gum_speech`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

UNER_KINDS = {"PER": "PERSON", "ORG": "ORG", "LOC": "PLACE"}
WIKIGOLD_KINDS = UNER_KINDS


@dataclass(frozen=True, slots=True)
class Token:
    """A syntactic word. `head` is the place of its head in the sentence, -1 for the root; `spaced`: a space follows."""

    form: str
    lemma: str
    upos: str
    xpos: str
    feats: str
    head: int
    relation: str
    misc: Mapping[str, str]
    spaced: bool

    @property
    def named(self) -> bool:
        """Whether it is tagged as (part of) a proper name."""
        return self.xpos in ("NNP", "NNPS")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a treebank: `opens` says that a paragraph begins with it."""

    tokens: tuple[Token, ...]
    comments: Mapping[str, str]
    opens: bool

    @property
    def forms(self) -> tuple[str, ...]:
        """Its words."""
        return tuple(token.form for token in self.tokens)


@dataclass(frozen=True, slots=True)
class Document:
    """One text. `genre` is GUM's ("news", "interview"), or "" elsewhere."""

    name: str
    genre: str
    sentences: tuple[Sentence, ...]


class NamedSpan(NamedTuple):
    """A proper name: tokens `[first, after)` of a sentence; `kind` is PERSON, ORG, PLACE, EVENT or OTHER."""

    first: int
    after: int
    kind: str


@dataclass(frozen=True, slots=True)
class NamedSentence:
    """A sentence with names but without a tree. `opens` says that a document begins with it."""

    forms: tuple[str, ...]
    spaced: tuple[bool, ...]
    names: tuple[NamedSpan, ...]
    opens: bool


# --- CoNLL-U ---


def documents(path: Path) -> list[Document]:
    """The documents of a CoNLL-U file, in order. Raises ValueError on a word that its surface form doesn't spell."""
    found: list[Document] = []
    name, sentences = path.stem, list[Sentence]()
    for lines in _blocks(path):
        sentence = _sentence(lines, path)
        if "newdoc id" in sentence.comments:
            if sentences:
                found.append(Document(name, _genre(name), tuple(sentences)))
            name, sentences = sentence.comments["newdoc id"], []
        sentences.append(sentence)
    if sentences:
        found.append(Document(name, _genre(name), tuple(sentences)))
    return found


def gum(folder: Path, split: str) -> list[Document]:
    """The documents of GUM that `split` ("train", "dev", "test") lists, sorted by name."""
    listed = (folder / f"{split}.txt").read_text(encoding="utf-8").split()
    return [document for name in sorted(listed) for document in documents(folder / f"{name}.conllu")]


def _genre(name: str) -> str:
    return name.split("_")[1] if name.startswith("GUM_") else ""


def _blocks(path: Path) -> Iterator[list[str]]:
    lines: list[str] = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.strip():
            lines.append(line)
        elif lines:
            yield lines
            lines = []
    if lines:
        yield lines


def _comments(lines: Iterable[str]) -> dict[str, str]:
    pairs = (line.lstrip("# ").partition("=") for line in lines if line.startswith("#"))
    return {key.strip(): value.strip() for key, _, value in pairs}


def _sentence(lines: Sequence[str], path: Path) -> Sentence:
    comments = _comments(lines)
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    words = [row for row in rows if row[0].isdigit()]
    spaced = ["SpaceAfter=No" not in row[9].split("|") for row in words]
    for row in rows:
        if "-" in row[0]:  # a surface token of several words, such as "don't"
            first, last = (int(number) for number in row[0].split("-"))
            if "".join(word[1] for word in words[first - 1 : last]) != row[1]:
                raise ValueError(f"{path}: the words of {row[1]!r} do not spell it")
            spaced[first - 1 : last] = [False] * (last - first) + ["SpaceAfter=No" not in row[9].split("|")]
    tokens = tuple(_token(row, space) for row, space in zip(words, spaced, strict=True))
    opens = any(key in ("newpar", "newpar id", "newdoc", "newdoc id") for key in comments)
    return Sentence(tokens, comments, opens)


def _token(row: Sequence[str], spaced: bool) -> Token:
    def given(column: int) -> str:
        return "" if row[column] == "_" and row[1] != "_" else row[column]

    misc = dict(item.split("=", 1) for item in row[9].split("|") if "=" in item)
    return Token(row[1], given(2), row[3], given(4), given(5), int(row[6]) - 1, row[7], misc, spaced)


# --- names in columns ---


def uner(path: Path) -> list[NamedSentence]:
    """The sentences of a file of Universal NER (Mayhew et al. 2024), spaced as their texts are.

    A sentence whose words its text doesn't spell is left out. Names of other kinds than PERSON, ORG, PLACE are none.
    """
    found: list[NamedSentence] = []
    opens = False
    for lines in _blocks(path):
        comments = _comments(lines)
        opens = opens or "newdoc id" in comments
        rows = [line.split("\t") for line in lines if not line.startswith("#")]
        forms = tuple(row[1] for row in rows)
        spaced = _spacing(forms, comments["text"])
        if spaced is not None:
            found.append(NamedSentence(forms, spaced, _bio(UNER_KINDS, [row[2] for row in rows]), opens))
            opens = False
    return found


def wikigold(path: Path) -> list[NamedSentence]:
    """The sentences of wikigold (Balasuriya et al. 2009), spaced as is usual, since their texts are lost."""
    found: list[NamedSentence] = []
    opens = True
    for lines in _blocks(path):
        rows = [line.split(" ") for line in lines if not line.startswith("-DOCSTART-")]
        if len(rows) == 0:
            opens = True
            continue
        forms = tuple(row[0] for row in rows)
        found.append(NamedSentence(forms, _usual_spacing(forms), _bio(WIKIGOLD_KINDS, [row[1] for row in rows]), opens))
        opens = False
    return found


def _bio(kinds: Mapping[str, str], tags: Sequence[str]) -> tuple[NamedSpan, ...]:
    """The spans of tags such as B-LOC and I-LOC; an I-LOC that continues no LOC begins one."""
    found: list[NamedSpan] = []
    first, kind = 0, ""
    for place, tag in enumerate([*tags, "O"]):
        if kind and tag != f"I-{kind}":
            if kind in kinds:
                found.append(NamedSpan(first, place, kinds[kind]))
            kind = ""
        if tag != "O" and not kind:
            first, kind = place, tag[2:]
    return tuple(found)


def _spacing(forms: Sequence[str], text: str) -> tuple[bool, ...] | None:
    """After which words the text has a space (after the last always), or None where it doesn't spell them."""
    spaced: list[bool] = []
    at = 0
    for form in forms:
        at += len(text[at:]) - len(text[at:].lstrip())
        if not text.startswith(form, at):
            return None
        at += len(form)
        spaced.append(text[at : at + 1].isspace())
    return (*spaced[:-1], True)


_CLOSE_UP = frozenset(", . ; : ! ? ) ] % 's ’s n't ' '' ” 're 've 'll 'd 'm".split())
_NO_SPACE_AFTER = frozenset("( [ $ `` “ £ €".split())


def _usual_spacing(forms: Sequence[str]) -> tuple[bool, ...]:
    spaced = [form not in _NO_SPACE_AFTER for form in forms]
    quoted = False
    for place, form in enumerate(forms):
        if place and (form in _CLOSE_UP or (form.startswith("'") and len(form) <= 3)):
            spaced[place - 1] = False
        if form == '"':
            spaced[place if not quoted else max(place - 1, 0)] = False
            quoted = not quoted
    return tuple(spaced)
