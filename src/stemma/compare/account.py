"""The account of one story: its lineage and its statements under a title."""

from collections import Counter

from stemma.compare.settings import CompareSettings
from stemma.compare.statements import statements
from stemma.model import Account, Annotations, Lineage, Story
from stemma.text.words import words

_NO_DATE = "9999"


def compare(story: Story, lineage: Lineage, using: CompareSettings | None = None) -> Account:
    """The account of `story`, titled like its most central report."""
    using = using or CompareSettings()
    return Account(
        story=story,
        title=title_of(central(story, lineage), using.title_words),
        lineage=lineage,
        statements=statements(story, lineage, using),
    )


def central(story: Story, lineage: Lineage) -> Annotations:
    """The report that shares most words with the others; of equals the best linked, the earliest, the first by id."""
    shared: Counter[str] = Counter()
    for copy in lineage.copies:
        common = sum(passage.words for passage in copy.passages)
        shared[copy.a] += common
        shared[copy.b] += common
    linked: Counter[str] = Counter()
    for link in story.links:
        linked[link.a] += 1
        linked[link.b] += 1

    def rank(notes: Annotations) -> tuple[int, int, str, str]:
        report = notes.report
        return -shared[report.id], -linked[report.id], report.published or _NO_DATE, report.id

    return min(story.reports, key=rank)


def title_of(notes: Annotations, most_words: int) -> str:
    """The report's title, or the first words of its first sentence, or its address where it has no words."""
    report = notes.report
    if report.title and report.title.strip():
        return " ".join(report.title.split())
    for span in notes.sentences[:1]:
        sentence = report.text[span.start : span.end]
        found = words(sentence)
        if len(found) <= most_words:
            return " ".join(sentence.split())
        return " ".join(sentence[: found[most_words - 1].end].split()) + " …"
    return report.uri
