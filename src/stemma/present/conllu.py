"""CoNLL-U, the table format of Universal Dependencies: what an engine read, for other programs to load.

https://universaldependencies.org/format.html. The last column says where white space is missing (`SpaceAfter=No`),
where the word stands in the report's text (`start_char` and `end_char`, in code points) and which name it belongs to
(`ner=B-PERSON`), in the words that Stanza uses for these.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from stemma.model import Span
from stemma.present.layers import Annotated
from stemma.present.shown import plain
from stemma.text.engine import Parse, Run

_BLANK = re.compile(r"\s+")


class Row(NamedTuple):
    """One word: the ten columns of CoNLL-U, all text; "_" stands for nothing."""

    id: str
    form: str
    lemma: str
    upos: str
    xpos: str
    feats: str
    head: str
    deprel: str
    deps: str
    misc: str


def conllu(text: str, parse: Parse, paragraphs: Sequence[Span] = (), document: str = "") -> Iterator[str]:
    """The sentences of `parse`, a block each, which a blank line ends; `document` names the report that has `text`.

    `# text` holds the words as the text joins them, one space for any white space. `# newpar` comes before the first
    sentence of each of the `paragraphs`, which are sorted. Takes time linear in the length of the text.
    """
    names = names_of(parse)
    starts = [paragraph.start for paragraph in paragraphs]
    paragraph = 0
    for number, run in enumerate(parse.sentences, 1):
        heads = [f"# newdoc id = {_value(document)}"] if document and number == 1 else []
        reached = bisect_right(starts, parse.spans[run.first].start)
        heads += ["# newpar"] if reached > paragraph else []
        paragraph = max(paragraph, reached)
        rows = rows_of(text, parse, run, names)
        heads.append(f"# sent_id = {_value(document) + '-' if document else ''}s{number}")
        heads.append(f"# text = {_joined(rows)}")
        yield "\n".join([*heads, *("\t".join(row) for row in rows)]) + "\n\n"


def of_reading(reading: Annotated) -> Iterator[bytes]:
    """What an engine read of a report, UTF-8; nothing where none read it."""
    if reading.parse is not None:
        blocks = conllu(reading.report.text, reading.parse, reading.paragraphs, reading.report.id)
        yield from (block.encode("utf-8") for block in blocks)


def rows_of(text: str, parse: Parse, run: Run, names: Sequence[str]) -> list[Row]:
    """The words of one sentence; `names` as `names_of` gives them."""
    return [_row(text, parse, run, token, names[token]) for token in range(*run)]


def names_of(parse: Parse) -> list[str]:
    """For each word "O", or the kind of its name after "B-", where it begins one, or "I-"."""
    tags = ["O"] * len(parse)
    for name in parse.names:
        for token in range(name.first, name.after):
            tags[token] = f"{'B' if token == name.first else 'I'}-{name.kind}"
    return tags


def _row(text: str, parse: Parse, run: Run, token: int, name: str) -> Row:
    start, end = parse.spans[token]
    head = parse.heads[token]
    follows = parse.spans[token + 1].start if token + 1 < len(parse) else -1
    joined = ["SpaceAfter=No"] if follows == end else []
    return Row(
        id=str(token - run.first + 1),
        form=_value(text[start:end]),
        lemma=_value(parse.lemmas[token]),
        upos=parse.upos[token] or "_",
        xpos=parse.xpos[token] or "_",
        feats=parse.feats[token] or "_",
        head=str(head - run.first + 1) if head >= 0 else "0",
        deprel=parse.relations[token] or "_",
        deps="_",
        misc="|".join([*joined, f"start_char={start}", f"end_char={end}", *([f"ner={name}"] if name != "O" else [])]),
    )


def _joined(rows: Sequence[Row]) -> str:
    parts = [part for row in rows for part in (row.form, "" if row.misc.startswith("SpaceAfter=No") else " ")]
    return "".join(parts).rstrip()


def _value(text: str) -> str:
    """The text on one line; control characters, which end rows in some programs, become such as can be seen."""
    return plain(_BLANK.sub(" ", text)).strip() or "_"
