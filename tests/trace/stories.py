"""Short reports of invented events, and the way from them to a lineage."""

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from stemma.annotate import annotate
from stemma.model import Annotations, Copy, Credit, Edit, Lineage, Origin, Report, Span, Story
from stemma.reuse import reuse
from stemma.trace import TraceSettings, trace
from stemma.trace.credit import house

WALL = (
    "A retaining wall above the village of Lirrow gave way before dawn and buried eleven parked lorries under clay.",
    "Engineers had twice cautioned the quarry owners about seepage behind the masonry, parish minutes show.",
    "Rescue teams brought listening gear and a pair of sniffer dogs but found nobody beneath the rubble.",
    "The coastal road stays shut until surveyors certify the slope, which may take a fortnight.",
    "Villagers slept in a school gymnasium where volunteers ladled soup and handed out blankets.",
    "Insurers expect claims for crushed vehicles, a flattened bakery and forty metres of drowned orchard.",
)
"""One text of six sentences, as a wire would send it."""

BELL = (
    "Bell founders at Oskerry recast the cathedral's cracked tenor overnight in a pit lined with river sand.",
    "The molten bronze glowed so fiercely that onlookers shaded their eyes with hymn books.",
    "Apprentices will grind the rim for a week before the instrument is hoisted into its tower.",
)
"""Another text, of another happening, for prose that belongs to one report alone or to a second origin."""

OWN = {
    "Gull": (
        "Mud poured down on sleeping Lirrow when part of the old stone embankment failed.",
        "Our reporter counted several flattened trucks and a bakery without a roof.",
        "Nobody seems to be missing, neighbours told us as they looked for their cats.",
    ),
    "Tern": (
        "Lirrow woke to sirens after tonnes of wet earth broke loose from the hill.",
        "Drivers who had left trucks below the pit lost everything, among them a fishmonger.",
        "The council has promised an inquiry into drainage within the month.",
    ),
    "Skua": (
        "A landslip has wrecked a haulage yard in the north, destroying vehicles worth a small fortune.",
        "Geologists from the university blame three wet winters and poor maintenance.",
        "Trains on the branch line run as usual.",
    ),
}
"""The same happening in the words of three reporters, nothing shared."""

QUOTE = "“We heard a groan like some old ship turning over, and then the whole yard was simply gone from beneath us”"


def told(
    outlet: str,
    *paragraphs: str,
    title: str | None = None,
    published: str | None = None,
    credits: Sequence[Credit] = (),
    url: str | None = None,
    id: str | None = None,
    furniture: Sequence[Span] = (),
) -> Report:
    """A report with the given paragraphs; its id is that of its outlet unless it is given."""
    name = id or outlet
    return Report(
        id=name,
        uri=f"{name}.txt",
        text="\n\n".join(paragraphs),
        language="en",
        sha256="",
        reader="test",
        outlet=outlet,
        title=title,
        published=published,
        published_basis="metadata" if published else "none",
        credits=tuple(credits),
        url=url,
        furniture=tuple(furniture),
    )


def story_of(reports: Sequence[Report]) -> Story:
    """All reports as one story, whatever `group` would say of them."""
    return Story(id="story", reports=tuple(annotate(report) for report in sorted(reports, key=lambda r: r.id)))


def traced(*reports: Report, using: TraceSettings | None = None) -> Lineage:
    """The lineage of the reports, held to the laws of every lineage."""
    story = story_of(reports)
    lineage = trace(story, reuse(reports), using)
    check_laws(story, lineage)
    return lineage


# --- what is asked of a lineage -------------------------------------------------------------------


def copy_between(lineage: Lineage, a: str, b: str) -> Copy | None:
    """What two reports share, if anything."""
    return next((c for c in lineage.copies if {c.a, c.b} == {a, b}), None)


def kinds(lineage: Lineage, a: str, b: str) -> set[str]:
    """The kinds of passages that two reports share."""
    copy = copy_between(lineage, a, b)
    return {passage.shared for passage in copy.passages} if copy else set()


def copying(lineage: Lineage) -> set[tuple[str, str]]:
    """The pairs of reports that share copied prose."""
    return {(c.a, c.b) for c in lineage.copies if any(p.shared == "copy" for p in c.passages)}


def origin_at(lineage: Lineage, report: Report, words: str) -> Origin:
    """The one origin that the words of a report belong to."""
    place = report.text.index(words)
    (found,) = (
        origin
        for origin in lineage.origins
        for at in origin.passages
        if at.report == report.id and at.span.start <= place < at.span.end
    )
    return found


def arrows(lineage: Lineage) -> set[tuple[str, str]]:
    """The directed arrows from report to report."""
    origins = {origin.id for origin in lineage.origins}
    return {(d.parent, d.child) for d in lineage.descents if d.directed and d.parent not in origins}


def read_in(reports: Sequence[Report], edit: Edit) -> tuple[str, str, str]:
    """Kind and wordings of an edit."""
    text = {report.id: report.text for report in reports}
    a, b = edit.a, edit.b
    return edit.kind, text[a.report][a.span.start : a.span.end], text[b.report][b.span.start : b.span.end]


# --- laws -----------------------------------------------------------------------------------------


def check_laws(story: Story, lineage: Lineage) -> None:
    """What holds of every lineage, whatever the reports say."""
    notes = {note.report.id: note for note in story.reports}
    check_partition(notes, lineage)
    check_spans(notes, lineage)
    check_copies(lineage)
    check_descents(notes, lineage)
    check_credits(notes, lineage)
    low, high = lineage.texts
    assert 0 <= low <= high
    assert high <= len(lineage.origins)
    assert (low > 0) == any(note.sentences for note in story.reports)


def check_partition(notes: dict[str, Annotations], lineage: Lineage) -> None:
    """Each sentence lies whole in one origin, and origins hold nothing but sentences."""
    assert len({origin.id for origin in lineage.origins}) == len(lineage.origins)
    places: dict[str, list[Span]] = {id: [] for id in notes}
    for origin in lineage.origins:
        assert origin.passages
        for place in origin.passages:
            places[place.report].append(place.span)
    for id, note in notes.items():
        found = sorted(places[id])
        assert all(one.end <= other.start for one, other in pairwise(found))
        for sentence in note.sentences:
            assert sum(s.start <= sentence.start and sentence.end <= s.end for s in found) == 1
        bounds = {s.start for s in note.sentences}, {s.end for s in note.sentences}
        assert all(s.start in bounds[0] and s.end in bounds[1] for s in found)


def all_spans(lineage: Lineage) -> Iterator[tuple[str, Span]]:
    """Every span of a lineage, with its report."""
    for copy in lineage.copies:
        for passage in copy.passages:
            yield copy.a, passage.a
            yield copy.b, passage.b
            for variant in passage.variants:
                yield copy.a, variant.a
                yield copy.b, variant.b
    for edit in lineage.edits:
        yield edit.a.report, edit.a.span
        yield edit.b.report, edit.b.span


def check_spans(notes: dict[str, Annotations], lineage: Lineage) -> None:
    """Spans lie inside of their texts, variants inside of their passages, in order."""
    for id, span in all_spans(lineage):
        assert 0 <= span.start <= span.end <= len(notes[id].report.text)
    for copy in lineage.copies:
        for passage in copy.passages:
            assert passage.a.start < passage.a.end
            assert passage.b.start < passage.b.end
            assert passage.words > 0
            for variant in passage.variants:
                assert variant.a or variant.b
                assert passage.a.start <= variant.a.start <= variant.a.end <= passage.a.end
                assert passage.b.start <= variant.b.start <= variant.b.end <= passage.b.end
            for one, other in pairwise(passage.variants):
                assert one.a.end <= other.a.start
                assert one.b.end <= other.b.start
    assert all(0 <= edit.weight <= 1 and edit.because for edit in lineage.edits)
    weights = [edit.weight for edit in lineage.edits]
    assert weights == sorted(weights, reverse=True)


def check_copies(lineage: Lineage) -> None:
    """Each pair comes once; shares are parts; where there is a share there is a copied passage, on both sides."""
    pairs = [(copy.a, copy.b) for copy in lineage.copies]
    assert len(set(pairs)) == len(pairs)
    assert all(a < b for a, b in pairs)
    for copy in lineage.copies:
        assert 0 <= copy.share_a <= 1
        assert 0 <= copy.share_b <= 1
        if not any(passage.shared == "copy" for passage in copy.passages):
            assert copy.share_a == copy.share_b == 0


def check_descents(notes: dict[str, Annotations], lineage: Lineage) -> None:
    """Arrows run between known witnesses, rest on copied prose, and never in a circle."""
    origins = {origin.id: origin for origin in lineage.origins}
    for descent in lineage.descents:
        assert descent.child in notes
        assert descent.because
        assert 0 < descent.confidence <= 1
        if descent.parent in origins:
            assert any(place.report == descent.child for place in origins[descent.parent].passages)
        else:
            assert tuple(sorted((descent.parent, descent.child))) in copying(lineage)
    above = {id: {d.parent for d in lineage.descents if d.child == id} for id in notes}
    for id in notes:
        reached, waiting = set(), [id]
        while waiting:
            for parent in above.get(waiting.pop(), ()):
                assert parent != id
                if parent not in reached:
                    reached.add(parent)
                    waiting.append(parent)


def check_credits(notes: dict[str, Annotations], lineage: Lineage) -> None:
    """A name stands only where a report that carries the text gives it; who gives it has a line from it."""
    lines = {(descent.parent, descent.child) for descent in lineage.descents}
    for origin in lineage.origins:
        carried = {place.report for place in origin.passages}
        assert (origin.label is not None) == (origin.kind == "credited")
        if origin.kind == "credited":
            givers = {id for id in carried if any(c.name == origin.label for c in notes[id].report.credits)}
            houses = {id for id in carried if house(notes[id].report) == origin.label}
            assert givers | houses
            arrows = {child for parent, child in lines if parent in carried}
            assert all((origin.id, id) in lines for id in givers - arrows)
        if len(carried) > 1:
            assert all(any(id in pair for pair in copying(lineage)) for id in carried)


def pairs_of(reports: Sequence[Report]) -> Iterator[tuple[str, str]]:
    """All pairs of ids, in order."""
    return combinations(sorted(report.id for report in reports), 2)
