"""The reports of a story made ready for look-up: their words, and in which sentence each stands."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from stemma.model import Annotations, Span
from stemma.text.words import words


@dataclass(frozen=True, slots=True)
class Witness:
    """One report of a story, with its words and sentences at hand for look-up."""

    note: Annotations
    words: tuple[Span, ...]
    word_starts: tuple[int, ...]
    sentence_starts: tuple[int, ...]

    @property
    def id(self) -> str:
        """The report's id."""
        return self.note.report.id

    @property
    def text(self) -> str:
        """The report's text."""
        return self.note.report.text

    def words_in(self, span: Span) -> Sequence[Span]:
        """The word tokens that begin inside `span`."""
        return self.words[bisect_left(self.word_starts, span.start) : bisect_left(self.word_starts, span.end)]

    def word_before(self, place: int) -> Span | None:
        """The last word that begins before `place`."""
        i = bisect_left(self.word_starts, place)
        return self.words[i - 1] if i else None

    def word_after(self, place: int) -> Span | None:
        """The first word that begins at `place` or later."""
        i = bisect_left(self.word_starts, place)
        return self.words[i] if i < len(self.words) else None

    def sentence_at(self, place: int) -> int:
        """The number of the sentence that begins at or last before `place`; -1 before the first."""
        return bisect_right(self.sentence_starts, place) - 1


def witness(note: Annotations) -> Witness:
    """A report made ready for look-up."""
    tokens = words(note.report.text)
    return Witness(note, tokens, tuple(w.start for w in tokens), tuple(s.start for s in note.sentences))
