"""What the stage finds in texts about invented events."""

from stemma.model import Report
from stemma.reuse import reuse

DISPATCH = (
    "The harbour council of Velmora agreed on Monday to rebuild the northern pier, "
    "which was damaged in a winter storm, at a cost of four million crowns."
)
EDITED = (
    "VELMORA - The harbour council of Velmora voted on Monday to rebuild the old northern pier, "
    "which was wrecked in a storm, at a cost of four million crowns. Work begins in spring."
)


def report(name: str, text: str) -> Report:
    return Report(id=name, uri=name, text=text, language="en", sha256="", reader="test")


def test_edits_are_variants() -> None:
    (passage,) = reuse([report("a", DISPATCH), report("b", EDITED)]).between("a", "b")
    changes = [(DISPATCH[v.a.start : v.a.end], EDITED[v.b.start : v.b.end]) for v in passage.variants]
    assert changes == [("agreed", "voted"), ("", "old"), ("damaged", "wrecked"), ("winter", "")]
    assert DISPATCH[passage.a.start : passage.a.end] == DISPATCH[:-1]
    assert passage.words == 24


def test_nothing_is_shared_by_chance() -> None:
    other = "Snow closed the mountain road above Karsk for a third day, and the ski lifts stood still."
    assert len(reuse([report("a", DISPATCH), report("b", other)])) == 0
