"""Words that lose, change or gain their speaker between two reports: the worst edit there is, and the least visible."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from stemma.lang.public import IN_PASSING, REPORTING
from stemma.model import Edit, SharedPassage, Span, Variant
from stemma.trace.alignment import Witness
from stemma.trace.edit import edit, form
from stemma.trace.public import Words
from stemma.trace.wording import at_least, heaviness, names_another, reports

LOST_MARKS = 8
"""So many matched words between marks in one report and without marks in the other are a lost quotation."""
OPENERS = "\"'“”‘’«»„‚"
LOST_MARKS_WEIGHT = 0.95
OTHER_SPEAKER = 0.92
LONGEST_FRAME = 20
"""Words of who said it; more are a clause of their own."""


def other_speaker(variant: Variant, a: Witness, b: Witness) -> bool:
    """Whether a variant puts one name for another beside a word of saying, or with one."""
    left, right = form(a, variant.a), form(b, variant.b)
    if not names_another(left, right) or max(len(left), len(right)) > LONGEST_FRAME:
        return False
    return (says(left) or beside_a_report(a, variant.a)) and (says(right) or beside_a_report(b, variant.b))


def beside_a_report(of: Witness, span: Span) -> bool:
    """Whether a word of saying stands next to a span."""
    before, after = of.word_before(span.start), of.word_after(span.end)
    return any(word is not None and reports([of.text[word.start : word.end]]) for word in (before, after))


def unmarked(passages: Sequence[SharedPassage], a: Witness, b: Witness, marked: Mapping[str, Words]) -> Iterator[Edit]:
    """Somebody's words between marks in one report that the other gives as its own; each place once.

    Not its own are words beside which it says that somebody said them, and those of a paragraph that opens a quotation.
    """
    seen: set[Span] = set()
    for passage in passages:
        marked_a, marked_b = marked_words(a, passage.a, marked), marked_words(b, passage.b, marked)
        if (marked_a == 0) == (marked_b == 0):
            continue
        of, span = (b, passage.b) if marked_a else (a, passage.a)
        words = max(marked_a, marked_b)
        mostly = words >= LOST_MARKS and 2 * words >= passage.words and lower_case(of, span) >= LOST_MARKS
        if mostly and span not in seen and not told_by_somebody(of, span):
            seen.add(span)
            where = "second" if marked_a else "first"
            because = f"{words} words that one report gives as somebody's are the {where} report's own"
            yield edit("reattributed", a, passage.a, b, passage.b, LOST_MARKS_WEIGHT, because)


def lower_case(of: Witness, span: Span) -> int:
    """The words of a span that are no names or numbers."""
    return sum(word[0].islower() for word in form(of, span))


def told_by_somebody(of: Witness, span: Span) -> bool:
    """Whether a report says beside a span that somebody said it, or opens a quotation before it in its paragraph."""
    first, last = of.sentence_at(span.start), of.sentence_at(max(span.start, span.end - 1))
    around = of.note.sentences[max(0, first - 1) : last + 2]
    if any(reports(form(of, sentence)) for sentence in around):
        return True
    paragraph = of.text.rfind("\n", 0, span.start) + 1
    return of.text[paragraph : paragraph + 1] in OPENERS


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
        if 0 < len(words) <= LONGEST_FRAME and says(form(of, rest)):
            yield Span(words[0].start, words[-1].end), Span(place, place)


def says(words: Sequence[str]) -> bool:
    """Whether words name the act of saying, and not in passing ("which was reported at noon")."""
    return any(w.casefold() in REPORTING and w.casefold() not in IN_PASSING for w in words)


def who_said(only: str, words: Sequence[str]) -> tuple[float, str]:
    """Weight and reason of words that say who said it."""
    return at_least("reattributed", heaviness(words)), f"only the {only} report says who said it"
