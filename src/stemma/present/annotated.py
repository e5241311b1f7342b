"""Annotated reports as one self-contained HTML page: each layer of what was found can be switched on and off."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from markupsafe import Markup

from stemma.model import Span
from stemma.present.layers import LAYERS, Annotated, Finding, Layer, Part, blocks_of
from stemma.present.shown import markup, plain, short
from stemma.present.templating import environment, inline_json, policy_of, script_of, style_of

STYLES = ("base.css", "annotated.css")
"""The files of the style; the first is common to all pages."""

SCRIPTS = ("annotated.js", "arcs.js", "annotated_keys.js")
"""The files of the script; each may use what stands in those before it, and at run time in those after it."""

RAW = {"names": "mentions", "tags": "attributions"}
"""What the engine tags, and the layer that rules make of it: where both are there, a page opens without the raw one."""

LONGEST_TAG = 40
"""Characters of a tag beside the words."""

LISTED = 400
"""Findings of a layer that are listed below a report; the JSON has all of them."""


def page(readings: Sequence[Annotated]) -> bytes:
    """The page, UTF-8. The same readings give the same bytes."""
    views = [AnnotatedView(reading, number) for number, reading in enumerate(readings, 1)]
    script = script_of(SCRIPTS)
    counts = {layer.name: sum(len(view.findings(layer)) for view in views) for layer in LAYERS}
    present = [layer for layer in LAYERS if counts[layer.name]]
    html = (
        environment()
        .get_template("annotated.html")
        .render(
            views=views,
            layers=present,
            counts=counts,
            raw={raw for raw, made in RAW.items() if counts[made]},
            parsed=any(view.reading.parse for view in views),
            furniture=sum(len(view.reading.report.furniture) for view in views),
            listed=LISTED,
            data_of=_data,
            script=script,
            style=style_of(STYLES),
            policy=policy_of(script),
        )
    )
    return html.encode("utf-8")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph with its sentences marked up, or a stretch of furniture."""

    html: Markup
    furniture: bool = False


@dataclass(frozen=True)
class AnnotatedView:
    """One reading as the page shows it; `number` counts from 1."""

    reading: Annotated
    number: int

    @property
    def anchor(self) -> str:
        """The id of the report on the page."""
        return f"r{self.number}"

    @property
    def title(self) -> str:
        """The report's headline, or its first words."""
        return self.reading.report.title or short(self.reading.report.text[:200], 80) or "(no text)"

    def findings(self, layer: Layer) -> tuple[Finding, ...]:
        """What a layer holds."""
        return self.reading.findings.get(layer.name, ())

    def numbered(self, layer: Layer) -> list[tuple[int, Finding]]:
        """What a layer holds, each finding with its number among all of the report's."""
        before = sum(len(self.findings(other)) for other in LAYERS[: LAYERS.index(layer)])
        return list(enumerate(self.findings(layer), before))

    @property
    def language(self) -> str:
        """The language tag where it is one that a browser knows, or nothing."""
        told = self.reading.report.language
        return told if re.fullmatch(r"[a-z]{2}", told) else ""

    def words_of(self, span: Span) -> str:
        """The words of a span on one line, shortened."""
        return short(self.reading.report.text[slice(*span)], 90)

    def sentence_at(self, place: int) -> int:
        """The number, from 1, of the sentence that a place lies in, or of the next one."""
        return min(bisect_right(self._ends, place) + 1, len(self._ends))

    @cached_property
    def _ends(self) -> list[int]:
        return [sentence.end for sentence in self.reading.sentences]

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The paragraphs and the furniture, in the order of the text."""
        return tuple(_Writer(self).blocks())


def _data(view: AnnotatedView) -> Markup:
    """What the script needs of a report: the engine's columns, each text once, and what to say of each finding."""
    parse = view.reading.parse
    said = [_said(layer, finding) for layer in LAYERS for finding in view.findings(layer)]
    if parse is None:
        return inline_json({"findings": said})
    columns = {
        "lemma": parse.lemmas,
        "upos": parse.upos,
        "xpos": parse.xpos,
        "feats": parse.feats,
        "deprel": parse.relations,
    }
    texts = sorted({text for column in columns.values() for text in column})
    places = {text: place for place, text in enumerate(texts)}
    numbered = {name: [places[text] for text in column] for name, column in columns.items()}
    return inline_json(
        {"findings": said, "texts": texts, **numbered, "head": parse.heads, "sentences": view.reading.runs}
    )


def _said(layer: Layer, finding: Finding) -> str:
    facts = [finding.label, *(f"{name} {value}" for name, value in finding.facts)]
    return plain(f"{layer.title}: {', '.join(filter(None, facts))}")


class _Writer:
    """Writes the text of one report in its order, cut wherever a word or a part of a finding begins or ends."""

    def __init__(self, view: AnnotatedView) -> None:
        self.view, self.reading = view, view.reading
        self.text = view.reading.report.text
        found = [(layer.name, finding) for layer in LAYERS for finding in view.findings(layer)]
        parts = [_Marked(name, n, finding, part) for n, (name, finding) in enumerate(found) for part in finding.parts]
        self.waiting = sorted(parts, key=lambda marked: marked.part.span, reverse=True)
        self.opened: list[_Marked] = []
        self.cuts = sorted({place for marked in parts for place in marked.part.span})

    def blocks(self) -> Iterator[Block]:
        """The paragraphs and the furniture."""
        for span, sentences in blocks_of(self.reading):
            if sentences is None:
                yield Block(markup(self.text[slice(*span)]), furniture=True)
            else:
                yield Block(Markup("").join(self._paragraph(span, sentences)))

    def _paragraph(self, span: Span, sentences: range) -> Iterator[Markup]:
        at = span.start
        for number in sentences:
            start, end = self.reading.sentences[number]
            yield from self._pieces(at, start)
            anchor = f"{self.view.anchor}-s{number + 1}"
            yield _SENTENCE.format(anchor, number + 1)
            yield from self._sentence(number, start, end)
            yield Markup("</span>")
            at = end
        yield from self._pieces(at, span.end)

    def _sentence(self, number: int, start: int, end: int) -> Iterator[Markup]:
        at = start
        parse, run = self.reading.parse, self.reading.runs[number]
        if parse and run:
            for first, after in parse.spans[slice(*run)]:
                yield from self._pieces(at, first)
                # Tags stand behind the word, not in it: the script takes what is in it for the word.
                tags: list[Markup] = []
                yield _WORD.format(Markup("").join(self._pieces(first, after, tags)))
                yield from tags
                at = after
        yield from self._pieces(at, end)

    def _pieces(self, start: int, end: int, tags: list[Markup] | None = None) -> Iterator[Markup]:
        """The text from `start` to `end`, marked with what lies over it, and the tags of what ends in it.

        The tags go to `tags` where that is given.
        """
        inner = self.cuts[bisect_right(self.cuts, start) : bisect_left(self.cuts, end)]
        for first, after in pairwise([start, *inner, end] if end > start else []):
            while self.waiting and self.waiting[-1].part.span.start <= first:
                self.opened.append(self.waiting.pop())
            over = self.opened = [marked for marked in self.opened if marked.part.span.end > first]
            words = markup(self.text[first:after])
            yield _PIECE.format(_classes(over), _numbers(over), words) if over else words
            # The part that was opened last is the innermost: its tag stands next to the words.
            ending = [_tag(marked) for marked in reversed(over) if marked.part.span.end == after and marked.tag]
            if tags is None:
                yield from ending
            else:
                tags += ending


class _Marked(NamedTuple):
    """A part of the finding with number `number` in its report."""

    layer: str
    number: int
    finding: Finding
    part: Part

    @property
    def tag(self) -> str:
        return self.finding.tag(self.part)


_SENTENCE = Markup('<span class="s" id="{0}"><a class="n" href="#{0}"><span class="sr">sentence </span>{1}</a>')
_WORD = Markup('<span class="w">{}</span>')
_PIECE = Markup('<span class="m {}" data-f="{}">{}</span>')
_TAG = Markup('<sup class="tag {} {}">{}</sup>')


def _classes(over: Sequence[_Marked]) -> str:
    return " ".join(dict.fromkeys(f"{marked.layer}-{marked.part.role}" for marked in over))


def _numbers(over: Sequence[_Marked]) -> str:
    return " ".join(str(number) for number in dict.fromkeys(marked.number for marked in over))


def _tag(marked: _Marked) -> Markup:
    return _TAG.format(f"tag-{marked.layer}", f"{marked.layer}-{marked.part.role}", short(marked.tag, LONGEST_TAG))
