"""What was found in reports, for a terminal: sentences on lines of their own, the findings in brackets and in colour.

Nothing rests on colour: each bracket says what it holds. Words from reports lose their control characters first.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from rich.console import Console
from rich.text import Text

from stemma.model import Span
from stemma.present.conllu import names_of, rows_of
from stemma.present.layers import LAYERS, Annotated, Finding, Part, blocks_of
from stemma.present.shown import plain, short
from stemma.text.engine import Parse, Run

TOKENS, ARCS, FURNITURE = "tokens", "arcs", "furniture"
CHOICES = (FURNITURE, TOKENS, ARCS, *(layer.name for layer in LAYERS))
"""The layers that can be chosen; sentences are always shown."""

DEFAULT = (FURNITURE, "mentions", "times", "quantities", "attributions", "events", "languages")
"""The layers that are shown where none is chosen; what the engine tags joins them where rules made nothing of it."""

_STYLES = {
    "person": "blue",
    "organisation": "yellow",
    "place": "green",
    "agreement": "magenta",
    "document": "cyan",
    "time": "cyan",
    "quantity": "yellow",
    "source": "magenta",
    "cue": "red",
    "predicate": "red",
}
_Held = tuple[Finding, Part]
_TOLD = ("attributions", "events")
_BLANK = re.compile(r"\s+")
_MARGIN = 6
_EXCERPT = 70
_LONGEST_WORD = 28
_DEEPEST = 40


def show(console: Console, readings: Sequence[Annotated], layers: Sequence[str] = ()) -> None:
    """Print the readings with the `layers` of `CHOICES`, or with those of `DEFAULT`; an index precedes several.

    Lines are wrapped at the width of a terminal; elsewhere they keep their length.
    """
    if len(readings) > 1:
        for number, reading in enumerate(readings, 1):
            title = reading.report.title or reading.report.text[:200]
            _print(console, Text(f"{number:>4}  {reading.report.id}  {short(title, _EXCERPT)}  ({_size(reading)})"))
        _print(console, Text(""))
    for reading in readings:
        for line in _Shown(reading, layers or _default(reading), console).lines():
            _print(console, line)


def _print(console: Console, line: Text) -> None:
    console.print(line, soft_wrap=True, highlight=False)


def _default(reading: Annotated) -> tuple[str, ...]:
    raw = () if "mentions" in reading.findings else ("names",)
    return (*DEFAULT, *raw, *(() if "attributions" in reading.findings else ("tags", "quotations")))


def _size(reading: Annotated) -> str:
    words, sentences = reading.words, len(reading.sentences)
    return f"{words:,} word{'s' * (words != 1)}, {sentences:,} sentence{'s' * (sentences != 1)}"


class _Shown:
    """One report with the layers that were chosen."""

    def __init__(self, reading: Annotated, layers: Sequence[str], console: Console) -> None:
        self.reading, self.layers, self.console = reading, layers, console
        self.text = reading.report.text
        chosen = {name: found for name, found in reading.findings.items() if name in layers}
        self.told = _begun(reading.sentences, [f for name in _TOLD for f in chosen.pop(name, ())])
        self.parts = _by_sentence(reading.sentences, chain.from_iterable(chosen.values()))
        self.names = names_of(reading.parse) if reading.parse else []

    def lines(self) -> Iterator[Text]:
        yield from self._head()
        for span, sentences in blocks_of(self.reading):
            if sentences is None:
                if FURNITURE in self.layers:
                    words = _BLANK.sub(" ", plain(self.text[slice(*span)]))
                    yield from self._wrapped(Text(f"[{words}|furniture]", "dim"), " " * _MARGIN)
                    yield Text("")
                continue
            for number in sentences:
                yield from self._sentence(number)
            yield Text("")

    def _head(self) -> Iterator[Text]:
        reading, report = self.reading, self.reading.report
        yield Text(f"{short(report.uri, 200)}  {report.id}", "bold")
        if report.title:
            yield Text(f"  {short(report.title, 200)}")
        by = f"read by {reading.engine}" if reading.engine else f"read by no engine ({reading.why_none})"
        yield Text(f"  {_size(reading)}; language {plain(report.language)}; {plain(by)}")
        counts = ", ".join(f"{name} {len(found):,}" for name, found in reading.findings.items())
        yield Text(f"  found: {counts or 'nothing'}")
        yield Text("")

    def _sentence(self, number: int) -> Iterator[Text]:
        yield from self._wrapped(self._marked(number), f"{number + 1:>4}  ")
        for finding in self.told[number]:
            yield from self._wrapped(self._in_words(finding), " " * _MARGIN)
        parse, run = self.reading.parse, self.reading.runs[number]
        if parse and run and TOKENS in self.layers:
            yield from self._table(parse, run)
        if parse and run and ARCS in self.layers:
            yield from self._tree(parse, run)

    def _wrapped(self, line: Text, margin: str) -> Iterator[Text]:
        """The line behind its margin, with a hanging indent where somebody looks at it."""
        width = self.console.width - len(margin)
        lines = line.wrap(self.console, width) if self.console.is_terminal and width > 10 else [line]
        for number, piece in enumerate(lines):
            yield Text.assemble((" " * len(margin) if number else margin, "dim"), piece)

    def _marked(self, number: int) -> Text:
        """The words of a sentence, with a bracket around each part: `[words|what they are]`."""
        start, end = self.reading.sentences[number]
        parts = self.parts[number]
        waiting = sorted(parts, key=lambda item: (item[1].span.start, -item[1].span.end), reverse=True)
        opened: list[tuple[int, Finding, Part]] = []
        line = Text()
        places = sorted({start, end, *(place for _, part in parts for place in part.span)})
        for place, following in zip(places, [*places[1:], end], strict=True):
            for at, finding, part in reversed(opened):
                if part.span.end == place:
                    line.append(f"|{short(finding.tag(part), _EXCERPT) or part.role}]")
                    line.stylize(_STYLES.get(part.role, ""), at)
            opened = [item for item in opened if item[2].span.end > place]
            while waiting and waiting[-1][1].span.start == place:
                opened.append((len(line), *waiting.pop()))
                line.append("[")
            line.append(_BLANK.sub(" ", plain(self.text[place:following])))
        return line

    def _in_words(self, finding: Finding) -> Text:
        """A finding of several parts as a line of its own."""
        line = Text.assemble("→ ", (plain(finding.label), "bold"))
        for role, span in finding.parts:
            words = short(self.text[slice(*span)], _EXCERPT)
            quoted = words if words.startswith(("“", '"', "„", "«")) else f"“{words}”"
            line.append(f"  {role} ").append(quoted, _STYLES.get(role, ""))
        for name, value in finding.facts:
            line.append(f"  {name}: {short(value, _EXCERPT)}", "dim")
        return line

    def _table(self, parse: Parse, run: Run) -> Iterator[Text]:
        """The columns of CoNLL-U that an engine fills, aligned, and the names."""
        rows = [("id", "form", "lemma", "upos", "xpos", "feats", "head", "deprel", "name")]
        for row, name in zip(rows_of(self.text, parse, run, self.names), self.names[slice(*run)], strict=True):
            form, lemma = short(row.form, _LONGEST_WORD), short(row.lemma, _LONGEST_WORD)
            rows.append((row.id, form, lemma, row.upos, row.xpos, row.feats, row.head, row.deprel, name.strip("O")))
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
        for number, cells in enumerate(rows):
            line = "  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True))
            yield Text(" " * _MARGIN + line.rstrip(), "" if number else "dim")
        yield Text("")

    def _tree(self, parse: Parse, run: Run) -> Iterator[Text]:
        """The words of a sentence below their heads, in the order of the text."""
        below: defaultdict[int, list[int]] = defaultdict(list)
        for token in range(*run):
            below[parse.heads[token]].append(token)
        left = [(root, 0) for root in reversed(below[-1])]
        while left:
            token, depth = left.pop()
            form = short(self.text[slice(*parse.spans[token])], _LONGEST_WORD)
            steps = "  " * min(depth, _DEEPEST) + ("… " if depth > _DEEPEST else "")
            line = Text(" " * _MARGIN + steps + form)
            yield line.append(f"  {parse.relations[token]} {parse.upos[token]}", "dim")
            left += [(child, depth + 1) for child in reversed(below[token])]
        yield Text("")


def _by_sentence(sentences: Sequence[Span], findings: Iterable[Finding]) -> defaultdict[int, list[_Held]]:
    """The parts that lie in each sentence, cut to it."""
    held: defaultdict[int, list[_Held]] = defaultdict(list)
    parts = [(finding, part) for finding in findings for part in finding.parts]
    first = 0
    for finding, (role, span) in sorted(parts, key=lambda item: item[1].span):
        while first < len(sentences) and sentences[first].end <= span.start:
            first += 1
        number = first
        while number < len(sentences) and sentences[number].start < span.end:
            start, end = sentences[number]
            held[number].append((finding, Part(role, Span(max(span.start, start), min(span.end, end)))))
            number += 1
    return held


def _begun(sentences: Sequence[Span], findings: Iterable[Finding]) -> defaultdict[int, list[Finding]]:
    """The findings that begin in each sentence."""
    held: defaultdict[int, list[Finding]] = defaultdict(list)
    number = 0
    for finding in sorted(findings, key=lambda finding: finding.span):
        while number + 1 < len(sentences) and sentences[number].end <= finding.span.start:
            number += 1
        held[number].append(finding)
    return held
