"""The words of a pile in columns: hashes that forget case and accents, and where each word stands in its report."""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from stemma.model import Report

U64 = NDArray[np.uint64]

# What a code point is. SOLO: a word by itself (scripts without spaces). MARK: never begins a word.
# SILENT: part of a word but not of its hash. INNER: a word character only between two others.
# BREAK: closes a clause or more, unless it stands inside of a number or abbreviation.
KNOWN, WORD, SOLO, MARK, SILENT, INNER, UPPER, DIGIT, BREAK = (1 << bit for bit in range(9))

STRONG, MIDDLING, WEAK = 5, 3, 2
"""Weights of words in an alignment: a word that tells something, one that may, one that holds others together."""

KIND_MASK = (1 << 9) - 1

BLOCK = 1 << 16
"""Code points worked on at a time: small enough for the caches, large enough that Python's own time is nothing."""

BASE = 0x9E3779B97F4A7C15
INVERSE = pow(BASE, -1, 1 << 64)

SOLO_SCRIPTS = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x1000, 0x109F),  # Burmese
    (0x1780, 0x17FF),  # Khmer
    (0x3040, 0x30FF),  # Hiragana, Katakana
    (0x31F0, 0x31FF),
    (0x3400, 0x4DBF),  # Han
    (0x4E00, 0x9FFF),
    (0xF900, 0xFAFF),
    (0x20000, 0x3FFFF),
)
SILENT_MARKS = (
    (0x00AD, 0x00AD),  # soft hyphen
    (0x0300, 0x036F),  # accents
    (0x0591, 0x05C7),  # Hebrew points
    (0x0640, 0x0640),  # Arabic stretching
    (0x064B, 0x065F),  # Arabic vowels
    (0x0670, 0x0670),
    (0x200C, 0x200D),  # joiners
    (0x2060, 0x2060),
    (0xFE00, 0xFE0F),
    (0xFEFF, 0xFEFF),
)
APOSTROPHES = "'\u2019\u02bc\uff07"
LOOSE = "&%#*_"
"""Beside white space and symbols: what may stand between two words of one clause."""


@dataclass(frozen=True, slots=True)
class Words:
    """One row a word, report after report in the order given; a row that is no word closes each stretch of prose.

    Such a stop stands at the end of every report and wherever furniture was. Its hash is unlike any other, so
    nothing that compares rows can run across it. `opens` are the rows before which a clause, a quotation, a sentence
    or a paragraph ends; the rows after a stop are among them, and so are the stops.
    """

    hashes: U64
    start: NDArray[np.int32]
    end: NDArray[np.int32]
    weight: NDArray[np.uint8]
    report: NDArray[np.int32]
    opens: NDArray[np.bool_]
    stops: NDArray[np.int64]

    def __len__(self) -> int:
        return int(self.hashes.size)

    def stretch(self, rows: NDArray[np.int64]) -> NDArray[np.int64]:
        """For each row the number of the stretch of prose that it belongs to."""
        return np.searchsorted(self.stops, rows).astype(np.int64)


def words(reports: Sequence[Report]) -> Words:
    """The words of the reports, furniture left out.

    A word is a run of letters and digits, with apostrophes inside of it; in scripts without spaces each letter is one.
    """
    alphabet, columns = _Alphabet(), _Columns(sum(len(report.text) for report in reports) // 4)
    stop_parts = [np.empty(0, np.int64)]
    for first, last in _blocks(reports):
        block, stops = alphabet.block(reports[first:last], first)
        stop_parts.append(stops + columns.size)
        columns.append(block)
    hashes, start, end, weight, report, opens = columns.filled()
    stops = np.concatenate(stop_parts)
    hashes[stops] = mixed(stops.astype(np.uint64) ^ np.uint64(0x5851F42D4C957F2D))
    opens[stops] = True
    opens[stops[:-1] + 1] = True
    opens[:1] = True
    return Words(hashes=hashes, start=start, end=end, weight=weight, report=report, opens=opens, stops=stops)


def mixed(values: U64) -> U64:
    """The values with their bits stirred (the finaliser of splitmix64), in place."""
    values ^= values >> np.uint64(30)
    values *= np.uint64(0xBF58476D1CE4E5B9)
    values ^= values >> np.uint64(27)
    values *= np.uint64(0x94D049BB133111EB)
    values ^= values >> np.uint64(31)
    return values


def _blocks(reports: Sequence[Report]) -> Iterator[tuple[int, int]]:
    """Ranges of reports of about `BLOCK` code points, at least one report each."""
    first = size = 0
    for i, report in enumerate(reports):
        if i > first and size + len(report.text) > BLOCK:
            yield first, i
            first, size = i, 0
        size += len(report.text) + 1
    if first < len(reports):
        yield first, len(reports)


Kinds = NDArray[np.uint16]
Flags = NDArray[np.bool_]
Block = tuple[U64, NDArray[np.int32], NDArray[np.int32], NDArray[np.uint8], NDArray[np.int32], Flags]


class _Columns:
    """Columns that grow in place: putting parts together at the end would touch twice the memory."""

    def __init__(self, room: int) -> None:
        self.size = 0
        kinds = (np.uint64, np.int32, np.int32, np.uint8, np.int32, np.bool_)
        self._columns: list[NDArray[Any]] = [np.empty(room, kind) for kind in kinds]

    def append(self, block: Block) -> None:
        size = self.size + block[0].size
        for i, part in enumerate(block):
            if size > self._columns[i].size:
                self._columns[i] = np.resize(self._columns[i], size + size // 2)
            self._columns[i][self.size : size] = part
        self.size = size

    def filled(self) -> Block:
        hashes, start, end, weight, report, opens = (column[: self.size] for column in self._columns)
        return hashes, start, end, weight, report, opens


class _Alphabet:
    """What is known about code points, learnt as they come: a full table would cost a second at every start.

    An entry holds the kind in its low bits and a random number, the same for all that compare equal, above them.
    """

    def __init__(self) -> None:
        self._table = np.zeros(0x110000, np.uint64)
        self._powers = np.ones(1, np.uint64)
        self._inverses = np.ones(1, np.uint64)

    def block(self, reports: Sequence[Report], first: int) -> tuple[Block, NDArray[np.int64]]:
        """The columns of a few reports, and which rows are stops; `first` is the number of the first report."""
        text = "".join(report.text + "\n" for report in reports)
        codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
        kinds, values = self._look_up(codes)
        lengths = np.fromiter((len(report.text) + 1 for report in reports), np.int64, len(reports))
        ends = np.cumsum(lengths)
        closing = _blank_furniture(reports, ends - lengths, kinds, values)
        closing = np.sort(np.concatenate([closing, ends - 1]))
        kinds[closing] = WORD | SOLO
        kinds, values, places = _without_silent(kinds, values)
        _settle_apostrophes(kinds, values)
        starts, stops_at = _bounds(kinds)
        hashes = self._hashes(values, starts, stops_at)
        opens, weights = _opens(kinds, starts), _weights(kinds[starts], stops_at - starts)
        if places is not None:
            starts, stops_at = places[starts], places[stops_at]
        report = np.searchsorted(starts, ends)
        counts = np.diff(report, prepend=0)
        origin = np.repeat(ends - lengths, counts).astype(np.int32)
        columns = (
            mixed(hashes),
            starts.astype(np.int32) - origin,
            stops_at.astype(np.int32) - origin,
            weights,
            np.repeat(np.arange(first, first + len(reports), dtype=np.int32), counts),
            opens,
        )
        return columns, np.searchsorted(starts, closing)

    def _look_up(self, codes: NDArray[np.uint32]) -> tuple[Kinds, U64]:
        places = codes.astype(np.intp)
        values = self._table.take(places, mode="clip")
        kinds = values.astype(np.uint16)
        kinds &= np.uint16(KIND_MASK)
        if (unknown := kinds == 0).any():
            self._learn(np.unique(codes[unknown]).tolist())
            values = self._table.take(places, mode="clip")
            kinds = values.astype(np.uint16) & np.uint16(KIND_MASK)
        values &= ~np.uint64(KIND_MASK)
        return kinds, values

    def _learn(self, codes: list[int]) -> None:
        for code in codes:
            kind, folded = _character(code)
            counts = kind & (WORD | INNER) and not kind & SILENT
            value = folded * 0xD6E8FEB86659FD93 & (1 << 64) - 1 if counts else 0
            self._table[code] = value & ~KIND_MASK | kind

    def _hashes(self, values: U64, starts: NDArray[np.int64], ends: NDArray[np.int64]) -> U64:
        """A polynomial of each word's characters, from one running sum over the block; `values` is used up."""
        self._grow(values.size)
        values *= self._powers[: values.size]
        sums = np.zeros(values.size + 1, np.uint64)
        np.cumsum(values, out=sums[1:])
        hashes = sums.take(ends)
        hashes -= sums.take(starts)
        hashes *= self._inverses.take(starts)
        return hashes

    def _grow(self, size: int) -> None:
        if self._powers.size < size:
            for name, base in (("_powers", BASE), ("_inverses", INVERSE)):
                table = np.full(size, base, np.uint64)
                table[0] = 1
                setattr(self, name, np.multiply.accumulate(table))


def _blank_furniture(
    reports: Sequence[Report], origins: NDArray[np.int64], kinds: Kinds, values: U64
) -> NDArray[np.int64]:
    """Take furniture out of the text; where each piece of it began, so that a stop can be put there."""
    places = []
    for report, origin in zip(reports, origins.tolist(), strict=True):
        for span in report.furniture:
            if span.start < span.end:
                kinds[origin + span.start : origin + span.end] = KNOWN
                values[origin + span.start : origin + span.end] = 0
                places.append(origin + span.start)
    return np.array(places, np.int64)


def _without_silent(kinds: Kinds, values: U64) -> tuple[Kinds, U64, NDArray[np.int64] | None]:
    """The characters that count, and where each of them, and the end, stands; None where all do."""
    silent = kinds & SILENT
    if not silent.any():
        return kinds, values, None
    places = np.flatnonzero(silent == 0)
    return kinds[places], values[places], np.append(places, kinds.size)


def _settle_apostrophes(kinds: Kinds, values: U64) -> None:
    """An apostrophe is part of a word where it stands between two letters of it, and nothing elsewhere."""
    places = np.flatnonzero(kinds & INNER)
    inside = (places > 0) & (places < kinds.size - 1)
    before, after = kinds[places[inside] - 1], kinds[places[inside] + 1]
    inside[inside] = ((before & after & WORD) != 0) & (((before | after) & SOLO) == 0)
    kinds[places[inside]] = KNOWN | WORD | MARK
    values[places[~inside]] = 0


def _bounds(kinds: Kinds) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Where words begin and end."""
    word = (kinds & WORD) != 0
    solo = (kinds & SOLO) != 0
    begins = word.copy()
    if solo.any():
        mark = (kinds & MARK) != 0
        begins[1:] &= ~word[:-1] | ((solo[1:] | solo[:-1]) & ~mark[1:])
    else:
        begins[1:] &= ~word[:-1]
    starts = np.flatnonzero(begins)
    last = word
    last[:-1] &= ~word[1:] | begins[1:]
    return starts, np.flatnonzero(last) + 1


def _opens(kinds: Kinds, starts: NDArray[np.int64]) -> Flags:
    """Which words have the end of a clause right before them."""
    breaks = np.flatnonzero(kinds & BREAK)
    # Not in "1.5", "10:30" or "U.S": a mark between two letters or digits.
    inner = (kinds[np.maximum(breaks, 1) - 1] & kinds[np.minimum(breaks + 1, kinds.size - 1)] & WORD) != 0
    opens = np.zeros(starts.size + 1, np.bool_)
    opens[np.searchsorted(starts, breaks[~inner])] = True
    return opens[:-1]


def _weights(kinds: Kinds, lengths: NDArray[np.int64]) -> NDArray[np.uint8]:
    """How much it means that a word agrees: judged by its length, capital and digits, the same in any language."""
    weights = np.full(kinds.size, WEAK, np.uint8)
    weights[lengths == 4] = MIDDLING
    weights[(lengths > 4) | ((kinds & DIGIT) != 0) | ((lengths == 4) & ((kinds & UPPER) != 0))] = STRONG
    return weights


def _character(code: int) -> tuple[int, int]:
    """The kind of a code point and the code point that it is compared as."""
    character = chr(code)
    category = unicodedata.category(character)
    if character in APOSTROPHES:
        return KNOWN | INNER, ord("'")
    if _within(code, SILENT_MARKS):
        return KNOWN | WORD | MARK | SILENT, 0
    solo = SOLO if _within(code, SOLO_SCRIPTS) else 0
    if category[0] == "M":
        return KNOWN | WORD | MARK | solo, code
    if category[0] not in "LN":
        loose = (
            category[0] == "S" or character in LOOSE or (character.isspace() and character not in "\n\r\u2028\u2029")
        )
        return KNOWN if loose else KNOWN | BREAK, 0
    kind = KNOWN | WORD | solo
    if category in ("Lu", "Lt"):
        kind |= UPPER
    if category[0] == "N":
        kind |= DIGIT
    return kind, _folded(character)


def _folded(character: str) -> int:
    """The code point without case and accent, as far as that is one code point."""
    if (digit := unicodedata.decimal(character, None)) is not None:
        return ord("0") + int(digit)
    whole = unicodedata.normalize("NFKD", character)
    base = whole[0]
    if any(unicodedata.category(mark) != "Mn" for mark in whole[1:]):
        base = character
    for folded in (base.casefold(), base.lower()):
        if len(folded) == 1:
            return ord(folded)
    return ord(base)


def _within(code: int, ranges: Sequence[tuple[int, int]]) -> bool:
    at = bisect_right(ranges, (code, 0x110000)) - 1
    return at >= 0 and code <= ranges[at][1]
