"""The words of all reports of a story in columns, and the passages that they share, word by word.

A story of sixty reports has 1,770 pairs and a million shared words: they are never made objects.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from stemma.lang.public import REPORTING
from stemma.model import Passages, Span
from stemma.text.frequency import background
from stemma.trace.alignment import Witness
from stemma.trace.public import TELLING, Words

I64 = NDArray[np.int64]

AT_ONCE = 1_000_000
"""Matched words that are weighed together: memory grows with this, not with the story."""

TABLED = ("en", "und")
"""Languages whose words are weighed by the table of open English; text too short to be told is taken for English."""
CAPITAL_NOUNS = ("de", "lb")
"""Languages that write all nouns with a capital: there it tells no name."""

SHORT, LONG = 3, 7
"""Letters up to which a word of a language without a table carries nothing, and from which it is taken for rare."""
FREQUENT = 0.012
"""Part of a story's words from which a word is grammar or topic."""
OF_A_CHARACTER, FIRST_IDEOGRAPH = 0.33, 0x2E80

_PLACE_BITS = 32


@dataclass(frozen=True, slots=True)
class Table:
    """The words of the reports of a story, report after report; places are those of the report's text.

    `form` numbers the folded words, `rare` is 0 for words that everybody uses and 1 for the rarest, `named` marks words
    with a capital and `counted` those that begin with a digit. `sentence` is -1 before the first sentence, and `inside`
    tells the words that begin in a sentence.
    """

    witnesses: tuple[Witness, ...]
    report: I64
    start: I64
    end: I64
    sentence: I64
    inside: NDArray[np.bool_]
    form: I64
    rare: NDArray[np.float64]
    named: NDArray[np.bool_]
    counted: NDArray[np.bool_]
    keys: I64

    def word_at(self, report: I64, place: I64) -> I64:
        """The number of the first word of each report that begins at the place or later."""
        found: I64 = np.searchsorted(self.keys, keyed(report, place))
        return found

    def kinds(self, public: Mapping[str, Words]) -> NDArray[np.int8]:
        """For each word what public words it belongs to: 0 for none, else its rank in `TELLING`, from 1."""
        kinds = np.zeros(self.start.size, np.int8)
        for number, witness in enumerate(self.witnesses):
            words = public[witness.id]
            bounds = np.array(words.spans, np.int64).reshape(-1, 2)
            edges = self.word_at(np.full(bounds.size, number), bounds.ravel()).reshape(-1, 2).tolist()
            for (first, last), kind in zip(edges, words.kinds, strict=True):
                kinds[first:last] = TELLING.index(kind) + 1
        return kinds


def keyed(report: I64, place: I64) -> I64:
    """One number for a place of a report; those of the next report are higher."""
    return (report << _PLACE_BITS) + place


def table(witnesses: Sequence[Witness]) -> Table:
    """The words of the given reports."""
    number: dict[str, int] = {}
    written = [number.setdefault(word, len(number)) for w in witnesses for word in written_words(w)]
    spans = bounds_of(w.words for w in witnesses)
    report = np.repeat(np.arange(len(witnesses)), [len(w.words) for w in witnesses])
    keys = keyed(report, spans[:, 0])
    sentence, inside = in_sentences(witnesses, report, spans[:, 0])
    folded: dict[str, int] = {}
    forms = np.array([folded.setdefault(word.casefold(), len(folded)) for word in number], np.int64)
    which = np.array(written, np.int64)
    named = np.array([word[0].isupper() for word in number], np.bool_)
    if all(w.note.report.language in TABLED for w in witnesses):
        rare = np.array([weight(word) for word in number], np.float64)
    else:
        rare = rare_by_form(list(number), np.bincount(which, minlength=len(number)))
        named &= not any(w.note.report.language in CAPITAL_NOUNS for w in witnesses)
    counted = np.array([word[0].isdigit() for word in number], np.bool_)
    return Table(
        witnesses=tuple(witnesses),
        report=report,
        start=spans[:, 0].copy(),
        end=spans[:, 1].copy(),
        sentence=sentence,
        inside=inside,
        form=forms[which],
        rare=rare[which],
        named=named[which],
        counted=counted[which],
        keys=keys,
    )


def rare_by_form(words: Sequence[str], count: I64) -> NDArray[np.float64]:
    """How rare each word may be, told from its length and from how often the story has it (`count`).

    Stands in for the table of open text in languages without one: what is short or comes again and again is grammar
    (Zipf's law of abbreviation). A character of a script without spaces counts a third of a word.
    """
    length = np.array([len(word) for word in words], np.float64)
    rare: NDArray[np.float64] = np.clip((length - SHORT) / (LONG - SHORT), 0.0, 1.0)
    ideographs = np.array([len(word) == 1 and ord(word) > FIRST_IDEOGRAPH for word in words], np.bool_)
    rare[ideographs] = OF_A_CHARACTER
    rare[(count > FREQUENT * count.sum()) & (count > 4)] = 0.0
    return rare


def written_words(of: Witness) -> list[str]:
    """The words of a report, as written."""
    text = of.text
    return [text[start:end] for start, end in of.words]


def bounds_of(spans: Iterable[Iterable[Span]]) -> I64:
    """The starts and ends of all the spans, a row each."""
    return np.fromiter(chain.from_iterable(chain.from_iterable(spans)), np.int64).reshape(-1, 2)


def in_sentences(witnesses: Iterable[Witness], report: I64, place: I64) -> tuple[I64, NDArray[np.bool_]]:
    """The number of the sentence that begins at or last before each place, and whether the place is before its end."""
    counts = [len(w.note.sentences) for w in witnesses]
    bounds = bounds_of(w.note.sentences for w in witnesses)
    first = np.concatenate(([0], np.cumsum(counts)))[:-1].astype(np.int64)
    keys = keyed(np.repeat(np.arange(len(counts)), counts), bounds[:, 0])
    found = np.searchsorted(keys, keyed(report, place), side="right") - 1
    sentence = found - first[report]
    inside = sentence >= 0
    inside[inside] = place[inside] < bounds[found[inside], 1]
    return np.maximum(sentence, -1), inside


@lru_cache(maxsize=1 << 17)
def weight(word: str) -> float:
    """How much a word of prose speaks for copying: nothing where it only says that somebody said something."""
    return 0.0 if word.casefold() in REPORTING else background().weight(word)


# --- passages ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Shared:
    """The passages that the reports of a story share, as rows of the pile's passages, pair by pair.

    Pair i is `pairs[i]`, two numbers of reports of the table, with rows `rows[firsts[i]:firsts[i + 1]]`.
    """

    of: Passages
    pairs: I64
    firsts: I64
    rows: I64

    def blocks(self) -> Iterator["Shared"]:
        """The pairs in their order, in blocks of about `AT_ONCE` words."""
        words = np.concatenate(([0], np.cumsum(self.of.words[self.rows], dtype=np.int64)))[self.firsts]
        start = 0
        while start < len(self.pairs):
            end = max(start + 1, int(np.searchsorted(words, words[start] + AT_ONCE, side="right")) - 1)
            yield Shared(
                self.of,
                self.pairs[start:end],
                self.firsts[start : end + 1] - self.firsts[start],
                self.rows[self.firsts[start] : self.firsts[end]],
            )
            start = end


@dataclass(frozen=True, slots=True)
class Matches:
    """Words that both reports of a pair have at one place of a passage, in order: numbers of words of the table.

    `pair` and `row` count within the block; `run` numbers the unbroken stretches of one passage and the next.
    """

    pair: I64
    row: I64
    run: I64
    a: I64
    b: I64


def matches(words: Table, shared: Shared) -> Matches:
    """The words of the passages that lie outside of their variants, paired in order."""
    of, rows = shared.of, shared.rows
    pair_of_row = np.repeat(np.arange(len(shared.pairs)), np.diff(shared.firsts))
    changes = of.variants[variant_rows(of, rows)].astype(np.int64)
    counts = (of.offsets[rows + 1] - of.offsets[rows]).astype(np.int64)
    row = np.repeat(np.arange(rows.size), counts + 1)
    is_first = np.ones(row.size, np.bool_)
    is_first[1:] = row[1:] != row[:-1]
    is_last = np.append(is_first[1:], True)[: row.size]
    bounds = []
    for side, (start, end) in enumerate(((of.a_start, of.a_end), (of.b_start, of.b_end))):
        report = shared.pairs[pair_of_row[row], side]
        begins, stops = np.empty(row.size, np.int64), np.empty(row.size, np.int64)
        begins[is_first], begins[~is_first] = start[rows], changes[:, 2 * side + 1]
        stops[is_last], stops[~is_last] = end[rows], changes[:, 2 * side]
        bounds.append((words.word_at(report, begins), words.word_at(report, stops)))
    (first_a, last_a), (first_b, last_b) = bounds
    in_a, in_b = np.maximum(last_a - first_a, 0), np.maximum(last_b - first_b, 0)
    in_a[in_b == 0] = 0
    run = np.repeat(np.arange(row.size), in_a)
    place = np.arange(run.size) - np.repeat(np.cumsum(in_a) - in_a, in_a)
    # Where one side parts its words otherwise, they are paired by their place in the run.
    other = np.where(in_a[run] == in_b[run], place, place * in_b[run] // np.maximum(in_a[run], 1))
    return Matches(pair_of_row[row[run]], row[run], run, first_a[run] + place, first_b[run] + other)


def variant_rows(of: Passages, rows: I64) -> I64:
    """The rows of the variants of the given passages, in order."""
    starts = of.offsets[rows].astype(np.int64)
    counts = of.offsets[rows + 1].astype(np.int64) - starts
    before = np.cumsum(counts) - counts
    place: I64 = np.arange(int(counts.sum())) + np.repeat(starts - before, counts)
    return place
