"""The title of a story is that of its most central report."""

import pytest

from stemma.compare import CompareSettings, compare
from stemma.errors import SettingsError
from stemma.model import Annotations, Copy, Lineage, Link, Report, SharedPassage, Span, Story
from stemma.text.sentences import sentences


def note(id: str, text: str = "It sank.", title: str | None = None, published: str | None = None) -> Annotations:
    report = Report(
        id=id, uri=f"{id}.txt", text=text, language="en", sha256="", reader="test", title=title, published=published
    )
    return Annotations(report=report, sentences=sentences(text))


def shares(a: str, b: str, words: int) -> Copy:
    span = Span(0, words)
    passage = SharedPassage(a=span, b=span, shared="copy", words=words)
    return Copy(a=a, b=b, share_a=1, share_b=1, passages=(passage,))


def titled(*reports: Annotations, copies: tuple[Copy, ...] = (), links: tuple[Link, ...] = ()) -> str:
    lineage = Lineage(copies=copies, origins=(), descents=())
    return compare(Story(id="s", reports=reports, links=links), lineage).title


def test_the_report_that_shares_most_gives_the_title() -> None:
    reports = [note(id, title=id.upper()) for id in "abc"]
    assert titled(*reports, copies=(shares("a", "b", 10), shares("b", "c", 20))) == "B"


def test_of_equals_the_best_linked_then_the_earliest_then_the_first() -> None:
    a, b, c = (
        note("a", title="A"),
        note("b", title="B", published="2026-03-12"),
        note("c", title="C", published="2026-03-11"),
    )
    assert titled(a, b, c) == "C"
    assert titled(a, b) == "B"
    assert titled(a, note("d", title="D")) == "A"
    link = Link(a="a", b="b", score=0.4, because=())
    assert titled(a, b, c, links=(link, Link(a="a", b="c", score=0.4, because=()))) == "A"


def test_a_report_without_title_lends_its_first_words() -> None:
    assert titled(note("a", text="The ferry\nlay aground. All are safe.")) == "The ferry lay aground."
    long = "One two three four five six seven eight nine ten eleven twelve thirteen."
    assert titled(note("a", text=long)) == "One two three four five six seven eight nine ten eleven twelve …"
    assert titled(note("a", text="--", title=" ")) == "a.txt"


def test_a_title_is_one_line() -> None:
    assert titled(note("a", title=" The ferry\n\tsank ")) == "The ferry sank"


def test_a_title_has_words() -> None:
    with pytest.raises(SettingsError, match="title_words is 0"):
        CompareSettings(title_words=0)
