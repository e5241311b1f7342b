"""What may be set, and that it is heeded."""

from collections.abc import Callable

import pytest

from stemma.errors import SettingsError
from stemma.trace import TraceSettings
from tests.trace.stories import OWN, WALL, copying, origin_at, told, traced


@pytest.mark.parametrize(
    ("field", "build"),
    [
        ("enough", lambda: TraceSettings(enough=-0.1)),
        ("enough_of_a_piece", lambda: TraceSettings(enough_of_a_piece=-1)),
        ("name_weight", lambda: TraceSettings(name_weight=-0.5)),
        ("sentence_share", lambda: TraceSettings(sentence_share=0)),
        ("sentence_share", lambda: TraceSettings(sentence_share=1.01)),
    ],
)
def test_what_makes_no_sense_is_refused(field: str, build: Callable[[], TraceSettings]) -> None:
    with pytest.raises(SettingsError, match=f"trace.*{field}"):
        build()


def test_more_evidence_may_be_asked_for() -> None:
    reports = told("A", WALL[1], *OWN["Gull"]), told("B", WALL[1], *OWN["Tern"])
    assert copying(traced(*reports)) == {("A", "B")}
    assert copying(traced(*reports, using=TraceSettings(enough=1000))) == set()


@pytest.mark.parametrize(("sentences", "kind"), [(0, "own"), (3, "addition")])
def test_additions_may_be_longer_or_none(sentences: int, kind: str) -> None:
    a, b = told("A", *WALL), told("B", *WALL, *OWN["Skua"][: max(1, sentences)])
    lineage = traced(a, b, using=TraceSettings(addition_sentences=sentences))
    assert origin_at(lineage, b, OWN["Skua"][0]).kind == kind


@pytest.mark.parametrize(("factor", "wanted"), [(0.0, set()), (1000.0, {("A", "B")})], ids=["nothing", "all"])
def test_words_between_two_parts_of_a_quotation_may_count_for_more(factor: float, wanted: set[tuple[str, str]]) -> None:
    first, frame, second = (
        "“The yard was gone before we woke,”",
        "the weary cook murmured,",
        "“and the dogs never barked.”",
    )
    broken = f"{first} {frame} {second}"
    using = TraceSettings(frame_factor=factor)
    assert copying(traced(told("A", *OWN["Gull"], broken), told("B", *OWN["Tern"], broken), using=using)) == wanted
