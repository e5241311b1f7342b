"""Words that lose, change or gain their speaker between two reports: the worst edit there is, and the least visible."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from stemma.model import Edit, SharedPassage, Span, Variant
from stemma.trace.alignment import Witness
from stemma.trace.edit import edit, form
from stemma.trace.public import Words
from stemma.trace.wording import at_least, heaviness, names_another, reports

LOST_MARKS = 5
"""So many matched words between marks in one report and without marks in the other are a lost quotation."""
LOST_MARKS_WEIGHT = 0.95
OTHER_SPEAKER = 0.92


def other_speaker(variant: Variant, a: Witness, b: Witness) -> bool:
    """Whether a variant puts one name for another beside a word of saying."""
    named = names_another(form(a, variant.a), form(b, variant.b))
    return named and beside_a_report(a, variant.a) and beside_a_report(b, variant.b)


def beside_a_report(of: Witness, span: Span) -> bool:
    """Whether a word of saying stands next to a span."""
    before, after = of.word_before(span.start), of.word_after(span.end)
    return any(word is not None and reports([of.text[word.start : word.end]]) for word in (before, after))


def unmarked(passage: SharedPassage, a: Witness, b: Witness, marked: Mapping[str, Words]) -> Iterator[Edit]:
    """Somebody's words between marks in one report, without marks or announcement in the other."""
    marked_a, marked_b = marked_words(a, passage.a, marked), marked_words(b, passage.b, marked)
    if passage.words >= LOST_MARKS and (marked_a == 0) != (marked_b == 0) and max(marked_a, marked_b) >= LOST_MARKS:
        where = "second" if marked_a else "first"
        because = f"{max(marked_a, marked_b)} words that one report gives as somebody's are the {where} report's own"
        yield edit("reattributed", a, passage.a, b, passage.b, LOST_MARKS_WEIGHT, because)


def marked_words(of: Witness, span: Span, marked: Mapping[str, Words]) -> int:
    """How many words of a span the report itself marks as somebody's."""
    return sum(marked[of.id].kind_at(w.start) is not None for w in of.words_in(span))


def unattributed(passages: Sequence[SharedPassage], a: Witness, b: Witness) -> Iterator[Edit]:
    """Words beside a shared sentence that say who said it, where the other report gives the sentence as its own.

    Nothing shared stands behind such words, so no variant shows them.
    """
    for number_a, number_b, found in whole_pairs(passages, a, b):
        sentence_a, sentence_b = a.note.sentences[number_a], b.note.sentences[number_b]
        said_a, said_b = reports(form(a, sentence_a)), reports(form(b, sentence_b))
        if said_a and not said_b:
            for words, place in said_beside(a, sentence_a, [(p.a, p.b) for p in found]):
                yield edit("reattributed", a, words, b, place, *who_said("first", form(a, words)))
        elif said_b and not said_a:
            for words, place in said_beside(b, sentence_b, [(p.b, p.a) for p in found]):
                yield edit("reattributed", a, place, b, words, *who_said("second", form(b, words)))


def whole_pairs(
    passages: Sequence[SharedPassage], a: Witness, b: Witness
) -> Iterator[tuple[int, int, list[SharedPassage]]]:
    """Sentences that share passages with one sentence of the other report only: none of them was cut in two."""
    found: dict[tuple[int, int], list[SharedPassage]] = {}
    for passage in passages:
        found.setdefault((a.sentence_at(passage.a.start), b.sentence_at(passage.b.start)), []).append(passage)
    times_a, times_b = Counter(n for n, _ in found), Counter(n for _, n in found)
    for (number_a, number_b), shared in found.items():
        if times_a[number_a] == times_b[number_b] == 1:
            yield number_a, number_b, shared


def said_beside(of: Witness, sentence: Span, shared: Sequence[tuple[Span, Span]]) -> Iterator[tuple[Span, Span]]:
    """What a sentence has before and behind its shared spans, where that says who said it; the place it lacks there."""
    (first, other_first), (last, other_last) = min(shared), max(shared, key=lambda pair: pair[0].end)
    for rest, place in (
        (Span(sentence.start, first.start), other_first.start),
        (Span(last.end, sentence.end), other_last.end),
    ):
        words = of.words_in(rest)
        if reports(form(of, rest)):
            yield Span(words[0].start, words[-1].end), Span(place, place)


def who_said(only: str, words: Sequence[str]) -> tuple[float, str]:
    """Weight and reason of words that say who said it."""
    return at_least("reattributed", heaviness(words)), f"only the {only} report says who said it"
