"""How many independent texts carry a statement: the first of its two counts."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence

from stemma.model import Annotations, Assertion, Count, Lineage, Origin, Report, Span, Story
from stemma.text.outlets import agency_of

NAMED = 3
"""Outlets that a reason names; of more it gives the number."""


def text_origins(story: Story, lineage: Lineage, assertions: Sequence[Assertion]) -> Count:
    """How many independent texts carry a statement, with the reasons; for many of one story, `Texts` does it once.

    `high` counts each origin of the asserted words, additions only where no text has them. `low` takes for one what may
    be: two texts of one credited witness; a report's own words and a text that it copies elsewhere; two reports that
    copy one text elsewhere, of which this may be an unseen part; a retelling and the outlet that it cites. Public
    words are no origin: a quotation in two reports' own prose is two texts, though it is one source.

    >>> text_origins(Story(id="s", reports=()), Lineage(copies=(), origins=(), descents=()), ())
    Count(low=0, high=0, because=())
    """
    return Texts(story, lineage).count(assertions)


class Texts:
    """The origins of a story's words, looked up by place. Built once, in time linear in the story's size."""

    def __init__(self, story: Story, lineage: Lineage) -> None:
        self._reports = {notes.report.id: notes.report for notes in story.reports}
        self._origins = {origin.id: origin for origin in lineage.origins}
        self._carriers = {
            origin.id: list(dict.fromkeys(p.report for p in origin.passages)) for origin in lineage.origins
        }
        self._copied: dict[str, list[str]] = defaultdict(list)
        self._places: dict[str, list[tuple[Span, str]]] = defaultdict(list)
        for origin in lineage.origins:
            for place in origin.passages:
                self._places[place.report].append((place.span, origin.id))
            if len(self._carriers[origin.id]) > 1:
                for report in self._carriers[origin.id]:
                    self._copied[report].append(origin.id)
        for places in self._places.values():
            places.sort()
        self._cites = {notes.report.id: _cited(story, notes) for notes in story.reports}

    def origin_of(self, report: str, spans: Iterable[Span]) -> str | None:
        """The id of the origin that most of some words of a report belong to; None where they lie in none."""
        shared: dict[str, int] = defaultdict(int)
        for span in spans:
            places = self._places.get(report, [])
            first = bisect_right(places, span.start, key=_start) - 1
            for n in range(max(0, first), len(places)):
                place, origin = places[n]
                if place.start >= span.end:
                    break
                shared[origin] += max(0, min(place.end, span.end) - max(place.start, span.start))
        best = max(shared, key=lambda origin: (shared[origin], origin), default=None)
        return best if best is not None and shared[best] else None

    def is_copied(self, origin: str) -> bool:
        """Whether several reports carry an origin."""
        return len(self._carriers.get(origin, ())) > 1

    def count(self, assertions: Sequence[Assertion]) -> Count:
        """How many independent texts carry a statement; see `text_origins`."""
        if not assertions:
            return Count(low=0, high=0)
        carried: dict[str, list[str]] = {}
        for assertion in assertions:
            origin = self._known(assertion)
            if origin is not None:
                carried.setdefault(origin, []).append(assertion.report)
        texts = [origin for origin in carried if self._origins[origin].kind != "addition"]
        if not texts:
            return self._additions(carried)
        low, doubts = self._fewest(texts, carried)
        return Count(low=low, high=len(texts), because=(*self._told(texts, carried), *doubts))

    def _known(self, assertion: Assertion) -> str | None:
        if assertion.origin in self._origins:
            return assertion.origin
        return self.origin_of(assertion.report, assertion.spans)

    def _additions(self, carried: dict[str, list[str]]) -> Count:
        names = self._names(report for reports in carried.values() for report in reports)
        why = f"only in what {names} adds to copied prose" if carried else "no text of the lineage has these words"
        return Count(low=1, high=max(1, len(carried)), because=(why,))

    def _told(self, texts: Sequence[str], carried: dict[str, list[str]]) -> Iterable[str]:
        """What each text is: first those of several reports, then the own ones together."""
        own: list[str] = []
        for text in texts:
            origin, reports = self._origins[text], list(dict.fromkeys(carried[text]))
            if origin.label is not None:
                yield f"{self._names(reports)}: a text credited to {origin.label}"
            elif self.is_copied(text):
                one = len(reports) == 1
                yield f"{self._names(reports)}: {'a copied text' if one else 'one text, copied'}"
            else:
                own.extend(reports)
        if own:
            yield f"{self._names(own)}: in words of {'its' if len(own) == 1 else 'their'} own"

    def _fewest(self, texts: Sequence[str], carried: dict[str, list[str]]) -> tuple[int, list[str]]:
        """The number of texts when all that may be one is, with what may be."""
        joined = _Joined(texts)
        doubts: list[str] = []
        for text, key, why in self._ties(texts, carried):
            if joined.join(text, key):
                doubts.append(why)
        return joined.count(), list(dict.fromkeys(doubts))

    def _ties(self, texts: Sequence[str], carried: dict[str, list[str]]) -> Iterable[tuple[str, str, str]]:
        """(text, key, reason): texts with a key in common may be one."""
        published = self._published(texts)
        for text in texts:
            origin = self._origins[text]
            if origin.label is not None:
                yield text, f"label {origin.label}", f"several texts are credited to {origin.label}"
            for report in dict.fromkeys(carried[text]):
                name = self._names([report])
                if not self.is_copied(text):
                    for copied in self._copied.get(report, ()):
                        yield (
                            text,
                            f"text {copied}",
                            f"{name} copies elsewhere, so that its own words may be no text apart",
                        )
                for outlet in self._cites[report]:
                    if outlet in published:
                        yield text, f"outlet {outlet}", f"{name} cites {outlet}, whose text is among them"
            if self.is_copied(text):
                yield text, f"text {text}", "a report copies elsewhere"
                for report in self._carriers[text]:
                    yield text, f"carrier {report}", f"{self._names([report])} has words of several of these texts"
            for outlet in self._outlets(origin):
                yield text, f"outlet {outlet}", f"a report cites {outlet}, whose text is among them"

    def _published(self, texts: Sequence[str]) -> set[str]:
        return {outlet for text in texts for outlet in self._outlets(self._origins[text])}

    def _outlets(self, origin: Origin) -> list[str]:
        """Those whose text an origin is, where they are ones that others cite."""
        if origin.label is not None:
            return [origin.label]
        found = (
            agency_of(self._reports[report].outlet) for report in self._carriers[origin.id] if report in self._reports
        )
        return sorted({name for name in found if name is not None})

    def _names(self, reports: Iterable[str]) -> str:
        return outlets(self._reports[report] for report in dict.fromkeys(reports) if report in self._reports)


def _start(place: tuple[Span, str]) -> int:
    return place[0].start


def outlets(reports: Iterable[Report]) -> str:
    """Reports by their outlets' names, or by their number where they are many."""
    held = list(reports)
    names = list(dict.fromkeys(report.outlet or report.uri for report in held))
    if len(names) > NAMED:
        return f"{len(held)} reports"
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1] if names else "")))


def _cited(story: Story, notes: Annotations) -> list[str]:
    """The outlets of known names that a report gives as source, without its own."""
    names = {entity.id: (entity.name, *entity.aliases) for entity in story.entities}
    found = {
        agency
        for said in notes.attributions
        for id in (said.speaker, said.via)
        for name in names.get(id or "", ())
        if (agency := agency_of(name)) is not None
    }
    return sorted(found - {agency_of(notes.report.outlet)})


class _Joined:
    """Texts, and which of them are one because they have a key in common."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._parent = {text: text for text in texts}
        self._by_key: dict[str, str] = {}
        self._texts = texts

    def _root(self, text: str) -> str:
        while self._parent[text] != text:
            self._parent[text] = self._parent[self._parent[text]]
            text = self._parent[text]
        return text

    def join(self, text: str, key: str) -> bool:
        """Give a text a key; whether this made two texts one."""
        a, b = self._root(self._by_key.setdefault(key, text)), self._root(text)
        self._parent[b] = a
        return a != b

    def count(self) -> int:
        """How many are left."""
        return len({self._root(text) for text in self._texts})
