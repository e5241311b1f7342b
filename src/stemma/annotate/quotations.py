"""Quotations: the marks of each paragraph, paired.

A quotation never leaves its paragraph. Speech of several paragraphs that opens its marks again in each of them and
closes them once gives one quotation a paragraph, all but the last of them unclosed. Only the outermost marks count.

Marks come in three families that close each other: double ones (curly, straight, low-high, typewriter pairs),
guillemets and corner brackets, and single ones, where an apostrophe has to be told from a closing mark.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from stemma.lang import en
from stemma.model import Quotation, Span

_MARK = re.compile(r"``|''|‘‘|’’|[“”„‟\"＂〝〞〟«»‹›「」『』‘’‚‛']")
_DOUBLE = frozenset(("“", "”", "„", "‟", '"', "＂", "〝", "〞", "〟", "``", "''", "‘‘", "’’"))
_DOUBLE_OPENS = frozenset(("“", "„", "‟", "〝", "``", "‘‘"))
_DOUBLE_CLOSES = frozenset(("”", "〞", "〟", "’’"))
_STRAIGHT = frozenset(('"', "＂", "''"))
_BRACKETS = {"«": "»", "»": "«", "‹": "›", "›": "‹", "「": "」", "『": "』"}
_SINGLE = frozenset("‘‚‛'")
_SINGLE_CLOSES = {"‘": "’'", "‚": "‘’", "‛": "’", "'": "'’"}
# Marks that show a quotation even where none closes it; other ones have other uses.
_UNCLOSED = _DOUBLE | frozenset("«「『")
_STOPS = frozenset(".,;:!?…")
_OPENING = frozenset("([{-–—/|“‘\"'«¿¡")
_DECADE = re.compile(r"\d\ds?")
_WORD = re.compile(r"[^\W_]+")


class _Mark(NamedTuple):
    kind: str
    start: int
    end: int


def quotations(text: str, paragraphs: Sequence[Span], *, singles: bool = True) -> tuple[Quotation, ...]:
    """The outermost quotations of each paragraph, marks included, sorted and disjoint.

    `singles` says whether single marks are read as quotation marks. Takes time linear in the length of the text.

    >>> text = "“It isn't 'late',” she said. “Go on."
    >>> [(text[q.span.start : q.span.end], q.closed) for q in quotations(text, [Span(0, len(text))])]
    [("“It isn't 'late',”", True), ('“Go on.', False)]
    """
    found: list[Quotation] = []
    openings = [_opening(text, paragraph) for paragraph in paragraphs]
    for i, paragraph in enumerate(paragraphs):
        reopened = openings[i + 1] if i + 1 < len(paragraphs) else ""
        found.extend(_Pairing(text, paragraph, singles, reopened).found())
    return tuple(found)


def _opening(text: str, paragraph: Span) -> str:
    """The mark that the paragraph begins with, or nothing."""
    mark = _MARK.match(text, paragraph.start, paragraph.end)
    return mark.group() if mark else ""


class _Pairing:
    """The marks of one paragraph, read from left to right."""

    def __init__(self, text: str, paragraph: Span, singles: bool, reopened: str) -> None:
        self.text = text
        self.paragraph = paragraph
        self.reopened = reopened
        self.marks = [
            _Mark(m.group(), m.start(), m.end())
            for m in _MARK.finditer(text, paragraph.start, paragraph.end)
            if m.group() in _DOUBLE or m.group() in _BRACKETS or (m.group() in "」』") or singles
        ]
        doubles = [m.kind for m in self.marks if m.kind in _DOUBLE]
        opened = sum(kind in _DOUBLE_OPENS for kind in doubles)
        self.balanced = opened == sum(kind in _DOUBLE_CLOSES for kind in doubles)
        self.straight_left = _counts_down([m.kind in _STRAIGHT for m in self.marks])
        brackets = self._bracket_ends()
        self.ends = [a if a is not None else b for a, b in zip(brackets, self._single_ends(), strict=True)]

    def found(self) -> Iterator[Quotation]:
        i = 0
        while i < len(self.marks):
            mark = self.marks[i]
            if not self._opens(mark):
                i += 1
                continue
            closed, after = self._close(i)
            if closed is not None:
                yield Quotation(span=Span(mark.start, closed))
            elif mark.kind in _UNCLOSED or self._reopens(mark):
                # An unclosed quotation ends where the next one opens, or with its paragraph.
                end = self.marks[after].start if after < len(self.marks) else self.paragraph.end
                yield Quotation(span=self._stripped(mark.start, end), closed=False)
            else:
                after = i + 1
            i = after

    # --- context of a mark ----------------------------------------------------------------------

    def _before(self, mark: _Mark) -> str:
        return self.text[mark.start - 1] if mark.start > self.paragraph.start else " "

    def _after(self, mark: _Mark) -> str:
        return self.text[mark.end] if mark.end < self.paragraph.end else " "

    def _strictly_opens(self, mark: _Mark) -> bool:
        before, after = self._before(mark), self._after(mark)
        return (before.isspace() or before in _OPENING) and not (after.isspace() or after in _STOPS)

    def _looks_closing(self, mark: _Mark) -> bool:
        """Whether an opening mark stands where only a closing one can: a slip, or German use."""
        before, after = self._before(mark), self._after(mark)
        return not (before.isspace() or before in _OPENING) and (after.isspace() or after in _STOPS)

    def _opens(self, mark: _Mark) -> bool:
        """Whether `mark` opens a quotation where none is open."""
        before, after = self._before(mark), self._after(mark)
        if mark.kind in _DOUBLE_OPENS or mark.kind in "«‹「『":
            return not self._looks_closing(mark)
        if mark.kind in "»›" or mark.kind in _DOUBLE_CLOSES:
            return self._strictly_opens(mark)
        if mark.kind in _STRAIGHT:
            inch = before.isdigit() and mark.kind != "''"
            return not after.isspace() and after not in ".,;:!?)" and not inch
        return mark.kind in _SINGLE and self._strictly_opens(mark) and not self._elides(mark)

    def _elides(self, mark: _Mark) -> bool:
        """Whether a single mark stands for letters left out, as in 'tis and '90s."""
        word = _WORD.match(self.text, mark.end, self.paragraph.end)
        return word is not None and (word.group().lower() in en.ELISIONS or bool(_DECADE.fullmatch(word.group())))

    def _reopens(self, mark: _Mark) -> bool:
        return mark.start == self.paragraph.start and mark.kind == self.reopened

    def _stripped(self, start: int, end: int) -> Span:
        return Span(start, start + len(self.text[start:end].rstrip()))

    # --- closing --------------------------------------------------------------------------------

    def _close(self, i: int) -> tuple[int | None, int]:
        """Where the quotation that mark `i` opens is closed (or None), and the mark to go on with."""
        kind = self.marks[i].kind
        if kind in _DOUBLE:
            return self._close_double(i)
        end = self.ends[i]
        return (None, len(self.marks)) if end is None else (self.marks[end].end, end + 1)

    def _close_double(self, i: int) -> tuple[int | None, int]:
        opening = self.marks[i].kind
        low = opening == "„"
        curly_only = self.balanced and opening in _DOUBLE_OPENS and not low
        depth = 1
        for j in range(i + 1, len(self.marks)):
            mark = self.marks[j]
            if mark.kind not in _DOUBLE or (curly_only and mark.kind in _STRAIGHT):
                continue
            if mark.kind in _DOUBLE_OPENS and not (low and mark.kind in "“‟") and not self._looks_closing(mark):
                if not self.balanced:
                    return None, j
                depth += 1
            elif mark.kind in _STRAIGHT and self._strictly_opens(mark) and self.straight_left[j] % 2 == 0:
                return None, j
            else:
                depth -= 1
            if depth == 0:
                return mark.end, j + 1
        return None, len(self.marks)

    def _bracket_ends(self) -> list[int | None]:
        """For each mark: its partner, where both are guillemets or corner brackets; »these« may point inwards."""
        ends: list[int | None] = [None] * len(self.marks)
        open_marks: list[int] = []
        for i, mark in enumerate(self.marks):
            if mark.kind not in _BRACKETS and mark.kind not in _BRACKETS.values():
                continue
            if open_marks and _BRACKETS[self.marks[open_marks[-1]].kind] == mark.kind:
                ends[open_marks.pop()] = i
            elif self._opens(mark):
                open_marks.append(i)
        return ends

    def _single_ends(self) -> list[int | None]:
        """For each mark: the nearest mark from it on that can close a single quotation.

        A mark after the s of a plural may be an apostrophe; it closes only where no better one comes before the next
        opening mark.
        """
        ends: list[int | None] = [None] * len(self.marks)
        sure: int | None = None
        unsure: int | None = None
        for i in range(len(self.marks) - 1, -1, -1):
            mark = self.marks[i]
            if mark.kind in _SINGLE and self._strictly_opens(mark) and not self._elides(mark):
                nearest = sure if sure is not None else unsure
                if nearest is not None and self.marks[nearest].kind in _SINGLE_CLOSES[mark.kind]:
                    ends[i] = nearest
                sure = unsure = None
            elif mark.kind in "’'‘" and not self._after(mark).isalnum() and not self._before(mark).isspace():
                if self._may_be_apostrophe(mark):
                    unsure = i
                else:
                    sure = i
        return ends

    def _may_be_apostrophe(self, mark: _Mark) -> bool:
        possessive = self._before(mark) in "sSnN" and self._after(mark).isspace()
        ahead = self.text[mark.end : mark.end + 2].strip()
        return possessive and ahead[:1].isalnum()


def _counts_down(flags: list[bool]) -> list[int]:
    """For each place: how many flags are set from it on."""
    left = [0] * len(flags)
    count = 0
    for i in range(len(flags) - 1, -1, -1):
        count += flags[i]
        left[i] = count
    return left
