"""Reports about invented events with their parses, which no engine has to read anew: `samples/names.conllu`.

An engine made the file with `stemma.present.conllu`, and a reader looked it over.
"""

from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np

from stemma.annotate.attribution import Attributed
from stemma.model import Attribution, Report, Span
from stemma.text.engine import Name, Parse, Run

_FILE = Path(__file__).parent / "samples" / "names.conllu"


class Sample(NamedTuple):
    report: Report
    parse: Parse
    paragraphs: tuple[Span, ...]

    def said(self, source: str | None, content: str, *, via: str | None = None) -> Attributed:
        """An attribution of `content` to `source`, both words of the report; the last `source` before or after it."""
        start = self.report.text.index(content)
        return Attributed(
            Attribution(
                id=f"a{start:04}",
                content=(Span(start, start + len(content)),),
                kind="direct",
                source=self._near(source, start) if source else None,
            ),
            via=self._near(via, start) if via else None,
        )

    def _near(self, words: str, place: int) -> Span:
        text = self.report.text
        found = [i for i in range(len(text)) if text.startswith(words, i)]
        start = min(found, key=lambda i: abs(i - place))
        return Span(start, start + len(words))


@cache
def samples() -> dict[str, Sample]:
    """The reports by name."""
    blocks = _FILE.read_text("utf-8").split("# newdoc id = ")[1:]
    return {block.split("\n", 1)[0]: _sample(block) for block in blocks}


def _sample(block: str) -> Sample:
    rows: list[list[str]] = []
    sentences: list[Run] = []
    breaks: list[int] = []
    for part in block.split("\n\n"):
        lines = [line.split("\t") for line in part.split("\n") if line[:1].isdigit()]
        if "# newpar" in part:
            breaks.append(len(rows))
        if lines:
            sentences.append(Run(len(rows), len(rows) + len(lines)))
            rows.extend(lines)
    misc = [dict(item.split("=", 1) for item in row[9].split("|")) for row in rows]
    spans = [Span(int(m["start_char"]), int(m["end_char"])) for m in misc]
    characters = [" "] * spans[-1].end
    for i in breaks[1:]:
        characters[spans[i].start - 1] = "\n"
    for row, span in zip(rows, spans, strict=True):
        characters[span.start : span.end] = row[1]
    firsts = {i: run.first for run in sentences for i in range(*run)}
    parse = Parse(
        spans=tuple(spans),
        sentences=tuple(sentences),
        upos=tuple(row[3] for row in rows),
        xpos=tuple(row[4] for row in rows),
        feats=tuple("" for _ in rows),
        lemmas=tuple(row[2] for row in rows),
        heads=tuple(firsts[i] + int(row[6]) - 1 if row[6] != "0" else -1 for i, row in enumerate(rows)),
        relations=tuple(row[7] for row in rows),
        names=tuple(_names([m.get("ner", "O") for m in misc])),
        cues=(),
        sources=(),
        contents=(),
        vectors=np.zeros((len(sentences), 0), np.float32),
    )
    ends = [*breaks[1:], len(rows)]
    paragraphs = tuple(Span(spans[a].start, spans[b - 1].end) for a, b in zip(breaks, ends, strict=True))
    return Sample(report("".join(characters)), parse, paragraphs)


def report(text: str) -> Report:
    """A report with this text."""
    return Report(id="r", uri="r.txt", text=text, language="en", sha256="", reader="test")


def _names(tags: list[str]) -> list[Name]:
    found: list[Name] = []
    for i, tag in enumerate(tags):
        if tag.startswith("B-"):
            kind = tag[2:]
            assert kind in ("PERSON", "ORG", "PLACE")
            after = next((j for j in range(i + 1, len(tags)) if not tags[j].startswith("I-")), len(tags))
            found.append(Name(i, after, kind))  # type: ignore[arg-type]
    return found
