"""What holds for any texts."""

import re
import unicodedata
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from stemma.model import Passage, Passages, Report, Span
from stemma.reuse import reuse

VOCABULARY = """
    The harbour council voted late on Monday to rebuild a northern pier that Brandt's crews had built in 1931
    of oak and iron, Café Möwe said 4.5 times over, “no boats” and nets
""".split()  # noqa: SIM905
"""Few enough that texts drawn from them share runs by accident, in all manner of overlaps."""

drawn_words = st.lists(st.sampled_from(VOCABULARY), max_size=60)
strange = st.text(st.sampled_from("ab  .'’-\n\u0301\u00ad\u200déß字港😀ا\u064b\ud800"), max_size=80)


@st.composite
def texts(draw: st.DrawFn) -> str:
    parts = draw(st.lists(st.one_of(drawn_words.map(" ".join), strange), min_size=1, max_size=3))
    return draw(st.sampled_from(("\n", " ", ". "))).join(parts)


@st.composite
def piles(draw: st.DrawFn) -> list[Report]:
    found = draw(st.lists(texts(), max_size=4))
    copies = [draw(edited(text)) for text in found]
    every = [*found, *copies]
    return [report(f"r{i}", text, draw(furniture(len(text)))) for i, text in enumerate(every)]


@st.composite
def edited(draw: st.DrawFn, text: str) -> str:
    words = text.split(" ")
    for _ in range(draw(st.integers(0, 5))):
        at = draw(st.integers(0, len(words)))
        words[at : at + draw(st.integers(0, 3))] = draw(st.lists(st.sampled_from(VOCABULARY), max_size=2))
    return " ".join(words)


def furniture(size: int) -> st.SearchStrategy[tuple[Span, ...]]:
    ends = st.lists(st.integers(0, size), max_size=4, unique=True).map(sorted)
    return ends.map(lambda at: tuple(Span(s, e) for s, e in zip(at[::2], at[1::2], strict=False)))


def report(name: str, text: str, spans: tuple[Span, ...] = ()) -> Report:
    return Report(id=name, uri=name, text=text, language="en", sha256="", reader="test", furniture=spans)


def passages(found: Passages) -> list[tuple[str, str, Passage]]:
    return [(a, b, passage) for a, b in found.pairs() for passage in found.between(a, b)]


def normal(text: str) -> list[str]:
    """The words of a text, computed another way: with regular expressions, one string at a time."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if unicodedata.category(c) not in ("Mn", "Cf"))
    return re.findall(
        r"[\u4e00-\u9fff]|[^\W_\u4e00-\u9fff]+(?:'[^\W_\u4e00-\u9fff]+)*", bare.replace("’", "'").casefold()
    )


def without(text: str, span: Span, gaps: list[Span]) -> list[str]:
    """The words of a span, leaving out the gaps."""
    words, at = [], span.start
    for gap in gaps:
        words += normal(text[at : gap.start])
        at = gap.end
    return words + normal(text[at : span.end])


@given(piles())
def test_spans_are_ordered_and_inside_the_text(pile: list[Report]) -> None:
    text = {r.id: r.text for r in pile}
    for a, b, passage in passages(reuse(pile)):
        for side, name in (("a", a), ("b", b)):
            whole: Span = getattr(passage, side)
            assert 0 <= whole.start < whole.end <= len(text[name])
            at = whole.start
            for variant in passage.variants:
                part: Span = getattr(variant, side)
                assert at <= part.start <= part.end <= whole.end
                at = part.end
        assert all(v.a.start < v.a.end or v.b.start < v.b.end for v in passage.variants)


@given(piles())
def test_beside_its_variants_a_passage_says_the_same_on_both_sides(pile: list[Report]) -> None:
    text = {r.id: r.text for r in pile}
    for a, b, passage in passages(reuse(pile)):
        left = without(text[a], passage.a, [v.a for v in passage.variants])
        right = without(text[b], passage.b, [v.b for v in passage.variants])
        assert left == right
        assert len(left) == passage.words


@given(piles())
def test_passages_and_variants_begin_and_end_with_words(pile: list[Report]) -> None:
    text = {r.id: r.text for r in pile}
    for a, b, passage in passages(reuse(pile)):
        for name, spans in (
            (a, [passage.a, *(v.a for v in passage.variants)]),
            (b, [passage.b, *(v.b for v in passage.variants)]),
        ):
            for start, end in spans:
                if start < end:
                    slice_ = text[name][start:end]
                    assert normal(slice_[0]) or unicodedata.category(slice_[0]) in ("Mn", "Cf", "Lo")
                    around = text[name][max(0, start - 1) : start + 1]
                    assert (
                        len(normal(around)) <= 1
                        or "\u4e00" <= around[0] <= "\u9fff"
                        or "\u4e00" <= around[1] <= "\u9fff"
                    )


@given(piles())
def test_furniture_is_never_touched(pile: list[Report]) -> None:
    spans = {r.id: r.furniture for r in pile}
    for a, b, passage in passages(reuse(pile)):
        for name, whole in ((a, passage.a), (b, passage.b)):
            assert all(f.end <= whole.start or whole.end <= f.start or f.start == f.end for f in spans[name])


@given(piles().flatmap(lambda pile: st.tuples(st.just(pile), st.permutations(pile))))
def test_order_makes_no_difference(both: tuple[list[Report], list[Report]]) -> None:
    first, second = reuse(both[0]), reuse(both[1])
    assert first.ids == second.ids
    assert first.index == second.index
    for name in ("left", "right", "a_start", "a_end", "b_start", "b_end", "words", "offsets", "variants"):
        assert getattr(first, name).tobytes() == getattr(second, name).tobytes()


@given(piles())
def test_ids_make_no_difference(pile: list[Report]) -> None:
    renamed = [replace(r, id=f"q{len(pile) - i}") for i, r in enumerate(pile)]
    there, back = reuse(pile), {new.id: old.id for new, old in zip(renamed, pile, strict=True)}
    found = reuse(renamed)
    assert len(found.index) == len(there.index)
    for a, b in found.pairs():
        assert set(found.between(a, b)) == set(there.between(back[a], back[b]))


@given(piles())
def test_rows_are_sorted_and_pairs_ascend(pile: list[Report]) -> None:
    found = reuse(pile)
    rows = list(zip(found.left, found.right, found.a_start, found.b_start, strict=True))
    assert rows == sorted(rows)
    assert all(left < right for left, right, *_ in rows)
    assert found.ids == tuple(sorted(found.ids))


BASE = [
    f"{stem}{end}"
    for end in ("en", "ir", "ost", "ake")
    for stem in ("bal", "kor", "min", "tas", "vel", "pon", "dur", "gis")
]


@given(
    st.lists(st.integers(0, len(BASE) - 1), max_size=3, unique=True).filter(
        lambda at: all(abs(i - j) > 5 for i in at for j in at if i != j)
    ),
    drawn_words,
    drawn_words,
)
def test_a_text_pasted_with_a_few_edits_is_found_whole(at: list[int], before: list[str], after: list[str]) -> None:
    copy = [word.upper() if i in at else word for i, word in enumerate(BASE)]
    for i in at:
        copy[i] = f"x{i}"
    pasted = " ".join([*before, *copy, *after])
    found = reuse([report("a", " ".join(BASE)), report("b", pasted)]).between("a", "b")
    kept = len(BASE) - len(at)
    assert sum(p.words for p in found) >= kept - 5
