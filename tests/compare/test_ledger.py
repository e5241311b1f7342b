"""The quote ledger: one utterance across reports, and what each made of it."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.compare.ledger import ledger
from stemma.model import Entity, Lineage, Place, SharedPassage, Story, Utterance
from tests.compare.telling import Teller, lineage_of, named, story_of

FULL = "“The crane leaned over the quay and then it took the whole ferry office with it”"
PEOPLE = (
    named("Ada Quill", "person", ("harbour master", "Corvey")),
    named("Dora Mint", "person"),
    named("Bruno Vane", "person", ("spokesman", "Harbour Union")),
    named("Harbour Union", "organisation"),
    named("Reuters", "organisation"),
)


def shown(story: Story, lineage: Lineage | None = None) -> list[list[tuple[str, str, bool]]]:
    """The ledger as (report, change, whether another speaker) of each telling."""
    made = ledger(story, lineage or lineage_of())
    return [[(t.report, t.change, t.other_speaker) for t in utterance.tellings] for utterance in made]


def two(first: str, second: str, *, by: str | None = "Ada Quill", other: str | None = "Ada Quill") -> Story:
    """Two reports, each with one quotation."""
    gull, tern = Teller("Gull", "2022-03-01T08:00:00"), Teller("Tern", "2022-03-01T09:00:00")
    gull.says(first, by=by, described=None if by else "a docker", kind="mixed")
    tern.says(second, by=other, described=None if other else "a clerk", kind="mixed")
    return story_of([gull, tern], PEOPLE)


ONE = (
    (FULL, FULL, "whole"),
    (FULL, FULL.replace("“", '"').replace("”", '"'), "whole"),
    (FULL, "the crane “took the whole ferry office with it”", "trimmed"),
    (FULL, "“leaned over the quay”", "trimmed"),
    (FULL, "“The crane leaned over the quay … took the whole ferry office with it”", "trimmed"),
    (FULL, "“The crane leaned over the quay and then it took the whole [harbour] office with it”", "altered"),
    (FULL, "“The crane tilted over the quay and then it took the entire ferry office with it”", "altered"),
)


@pytest.mark.parametrize(("first", "second", "change"), ONE)
def test_the_same_words_are_one_utterance(first: str, second: str, change: str) -> None:
    assert shown(two(first, second)) == [[("Gull", "whole", False), ("Tern", change, False)]]


APART = (
    ("other words", FULL, "“Nobody was on board when the rope snapped this morning”"),
    ("a few common words", FULL, "“and then it rained”"),
    ("a denial", FULL, FULL.replace("took", "never took")),
    ("another number", "“We lost 12 of 40 boats in the inner basin”", "“We lost 14 of 40 boats in the inner basin”"),
)  # fmt: skip


@pytest.mark.parametrize(("why", "first", "second"), APART)
def test_what_is_doubtful_stays_apart(why: str, first: str, second: str) -> None:
    assert len(shown(two(first, second))) == 2, why


def test_words_given_to_another_speaker_are_marked() -> None:
    story = two(FULL, "the crane “took the whole ferry office with it”", other="Dora Mint")
    assert shown(story) == [[("Gull", "whole", False), ("Tern", "trimmed", True)]]
    assert ledger(story, lineage_of())[0].speaker == "Ada Quill"


def test_nobody_is_accused_for_a_pronoun() -> None:
    gull, tern = Teller("Gull"), Teller("Tern")
    gull.says(FULL, by="Ada Quill", kind="direct")
    tern.says(FULL, by="Dora Mint", source="she", kind="direct")
    (utterance,) = ledger(story_of([gull, tern], PEOPLE), lineage_of())
    assert [t.other_speaker for t in utterance.tellings] == [False, False]


@pytest.mark.parametrize("short", ["“leaned over the quay”", "“the whole ferry office”"])
def test_few_words_of_another_speaker_are_no_utterance_in_common(short: str) -> None:
    assert len(shown(two(FULL, short, other="Dora Mint"))) == 2


@pytest.mark.parametrize(("by", "other"), [("Bruno Vane", "Harbour Union"), ("Ada Quill", "Reuters")])
def test_a_body_and_a_medium_that_passes_words_on_are_no_other_speakers(by: str, other: str) -> None:
    assert [told[2] for told in shown(two(FULL, FULL, by=by, other=other))[0]] == [False, False]


def test_most_reports_tell_who_spoke() -> None:
    tellers = [Teller(f"Outlet {n}") for n in range(3)]
    for teller, who in zip(tellers, ("Dora Mint", "Ada Quill", "Ada Quill"), strict=True):
        teller.says(FULL, by=who, kind="direct")
    (utterance,) = ledger(story_of(tellers, PEOPLE), lineage_of())
    assert utterance.speaker == "Ada Quill"
    assert [t.other_speaker for t in utterance.tellings] == [True, False, False]


def test_the_earliest_report_comes_first_and_the_fullest_wording_is_marked() -> None:
    late, early = Teller("Gull", "2022-03-02"), Teller("Tern", "2022-03-01")
    late.says(FULL, by="Ada Quill", kind="direct")
    early.says("“leaned over the quay”", by="Ada Quill", kind="mixed")
    (utterance,) = ledger(story_of([late, early], PEOPLE), lineage_of())
    assert [(t.report, t.change) for t in utterance.tellings] == [("Tern", "trimmed"), ("Gull", "whole")]
    assert utterance.tellings[utterance.fullest].report == "Gull"


def test_a_quotation_in_two_parts_is_one_utterance_of_its_report() -> None:
    gull, tern = Teller("Gull"), Teller("Tern")
    gull.says(FULL, by="Ada Quill", kind="direct")
    tern.says("“The crane leaned over the quay”", by="Ada Quill", kind="direct")
    tern.says("“it took the whole ferry office with it”", by="Ada Quill", kind="direct")
    assert shown(story_of([gull, tern], PEOPLE)) == [
        [("Gull", "whole", False), ("Tern", "trimmed", False), ("Tern", "trimmed", False)]
    ]


def test_a_denial_is_not_what_it_denies() -> None:
    gull, tern = Teller("Gull"), Teller("Tern")
    gull.says(FULL, by="Ada Quill", kind="direct")
    tern.says(FULL, by="Ada Quill", kind="direct", negated=True)
    assert len(shown(story_of([gull, tern], PEOPLE))) == 2


RETOLD = (
    (
        "the crane toppled onto the ferry office and crushed its roof",
        ("crane", "ferry", "office", "quay", "take"),
        True,
    ),
    ("boats will be checked for loose ropes by Friday", ("boat", "check", "rope", "friday"), False),
    ("no crane touched the ferry office on the quay", ("crane", "ferry", "office", "quay"), False),
    ("3 cranes fell on the ferry office by the quay", ("crane", "ferry", "office", "quay"), False),
)


@pytest.mark.parametrize(("words", "terms", "same"), RETOLD)
def test_a_retelling_of_the_same_speaker_is_a_paraphrase(words: str, terms: tuple[str, ...], same: bool) -> None:
    gull, tern = Teller("Gull"), Teller("Tern")
    gull.says(FULL, by="Ada Quill", kind="direct", terms=("crane", "lean", "quay", "take", "ferry", "office"))
    tern.says(words, by="Ada Quill", terms=terms)
    made = shown(story_of([gull, tern], PEOPLE))
    assert (len(made) == 1) is same
    if same:
        assert made[0][1] == ("Tern", "paraphrased", False)


@pytest.mark.parametrize(("angle", "same"), [(0.2, True), (1.2, False)])
def test_fewer_words_in_common_suffice_where_the_meaning_is_near(angle: float, same: bool) -> None:
    def vector(turn: float) -> bytes:
        found = np.zeros(384)
        found[:2] = np.cos(turn), np.sin(turn)
        return (found * 127).astype(np.int8).tobytes()

    gull, tern = Teller("Gull"), Teller("Tern")
    gull.says(FULL, by="Ada Quill", kind="direct", terms=("crane", "lean", "quay", "ferry"), vector=vector(0))
    words = "a crane beside the quay crushed a ferry hut at noon"
    tern.says(words, by="Ada Quill", terms=("crane", "quay", "crush", "ferry", "hut", "noon"), vector=vector(angle))
    assert (len(shown(story_of([gull, tern], PEOPLE))) == 1) is same


def test_equal_words_of_one_speaker_are_one_though_no_clause_begins_in_them() -> None:
    gull, tern = Teller("Gull"), Teller("Tern")
    for teller in (gull, tern):
        teller.says("the pilot as calm and tireless", by="Ada Quill")
        teller.units.clear()
    assert shown(story_of([gull, tern], PEOPLE)) == [[("Gull", "paraphrased", False), ("Tern", "paraphrased", False)]]


def test_another_speaker_retells_nothing() -> None:
    terms = ("crane", "lean", "quay", "take", "ferry", "office")
    gull, tern = Teller("Gull"), Teller("Tern")
    gull.says(FULL, by="Ada Quill", kind="direct", terms=terms)
    tern.says("the crane leaned over the quay and took the ferry office", by="Dora Mint", terms=terms)
    assert len(shown(story_of([gull, tern], PEOPLE))) == 2


def test_a_post_without_quotation_marks_is_the_posts_words() -> None:
    words = FULL.strip("“”")
    gull, tern = Teller("Gull"), Teller("Tern")
    a = gull.says(words, by="Ada Quill", terms=("crane",))
    b = tern.says("“The crane leaned over the quay”", by="Ada Quill", kind="direct")
    post = SharedPassage(a=a.spans[0], b=b.spans[0], shared="post", words=6)
    story = story_of([gull, tern], PEOPLE)
    assert len(shown(story)) == 2
    pair = (Place(report="Gull", span=a.spans[0]), Place(report="Tern", span=b.spans[0]), post)
    assert shown(story, lineage_of(shared=[pair])) == [[("Gull", "whole", False), ("Tern", "trimmed", False)]]


SOME = ("the", "crane", "leaned", "over", "quay", "not", "12", "ferry", "office", "[it]", "…", "“", "”")
WORDS = st.lists(st.sampled_from(SOME), max_size=14)
SPEAKERS = st.sampled_from((*(e.name for e in PEOPLE), None))


@given(st.lists(st.tuples(st.integers(0, 3), WORDS, SPEAKERS, st.booleans()), max_size=12))
def test_every_attribution_is_told_once(said: list[tuple[int, list[str], str | None, bool]]) -> None:
    tellers = [Teller(f"Outlet {n}", f"2022-03-0{n + 1}") for n in range(4)]
    for n, words, who, quoted in said:
        line = " ".join(words) or "silence"
        tellers[n].says(f"“{line}”" if quoted else line, by=who, described=None if who else "a docker")
    story = story_of(tellers, PEOPLE)
    made = ledger(story, lineage_of())
    told = sorted((t.report, t.attribution) for u in made for t in u.tellings)
    assert told == sorted((notes.report.id, a.id) for notes in story.reports for a in notes.attributions)
    assert all(_sound(u, PEOPLE) for u in made)
    assert made == ledger(replace(story, reports=tuple(reversed(story.reports))), lineage_of())


def _sound(utterance: Utterance, entities: tuple[Entity, ...]) -> bool:
    reports = [t.report for t in utterance.tellings]
    known = utterance.speaker is None or utterance.speaker in {entity.id for entity in entities}
    return known and reports == sorted(reports) and 0 <= utterance.fullest < len(reports)


@pytest.mark.parametrize(
    "text",
    ["“x" * 4_000, "“a b c” " * 4_000, "“" + "word " * 10_000 + "”", "“" + "a" * 1_000_000 + "”"],
    ids=["marks", "stock quotations", "one quotation", "one word"],
)
def test_hostile_quotations_are_read(text: str) -> None:
    tellers = [Teller("Gull"), Teller("Tern")]
    for teller in tellers:
        teller.says(text, by="Ada Quill", kind="direct", terms=("word",))
    assert len(ledger(story_of(tellers, PEOPLE), lineage_of())) <= 2
