"""One entity for all reports of a story that mean the same, never one for two that bear the same name."""

import itertools
from pathlib import Path

import pytest

from stemma.model import Annotations, Attribution, Entity, Mention, MentionKind, Report, Role, Span, Story
from stemma.settle import SettleSettings, settle
from stemma.settle.entities import with_entities


def story(*reports: tuple[Entity, ...]) -> Story:
    return Story(id="s", reports=tuple(notes(f"r{i}", entities) for i, entities in enumerate(reports)))


def notes(id: str, entities: tuple[Entity, ...]) -> Annotations:
    text = " ".join(entity.name for entity in entities)
    return Annotations(
        report=Report(id=id, uri=id, text=text, language="en", sha256="", reader="test"),
        sentences=(Span(0, len(text)),),
        entities=entities,
        mentions=tuple(Mention(span=Span(0, 1), kind=e.kind, entity=e.id) for e in entities),
        attributions=tuple(
            Attribution(id=f"a{e.id}", content=(Span(0, 1),), kind="indirect", speaker=e.id) for e in entities
        ),
    )


def one(name: str, *aliases: str, kind: MentionKind = "person", roles: tuple[Role, ...] = (), id: str = "e1") -> Entity:
    return Entity(id=id, kind=kind, name=name, aliases=aliases, roles=roles)


def body(name: str, *aliases: str, id: str = "e1") -> Entity:
    return one(name, *aliases, kind="organisation", id=id)


def groups(settled: Story) -> list[str]:
    """The names of the story's entities, each once."""
    return sorted({entity.id: entity.name for report in settled.reports for entity in report.entities}.values())


MAYOR = (Role(title="mayor", of="Ostrava"),)


@pytest.mark.parametrize(
    ("reports", "names"),
    [
        ([(one("Ada Quill"),), (one("Ada Quill"),)], ["Ada Quill"]),
        ([(one("Ada Quill"),), (one("Ada M. Quill"),)], ["Ada M. Quill"]),
        ([(one("Quill"),), (one("Ada Quill"),)], ["Ada Quill"]),
        ([(one("Quill"),), (one("Quill"),)], ["Quill"]),
        ([(one("Li Wen"),), (one("Li"),)], ["Li Wen"]),
        ([(one("Moammar Gadel", roles=MAYOR),), (one("Muammar Gadell", roles=MAYOR),)], ["Muammar Gadell"]),
        ([(body("Energy Board", "EB"),), (body("EB"),)], ["Energy Board"]),
        ([(body("Iranian foreign ministry"),), (body("Iran’s foreign ministry"),)], ["Iranian foreign ministry"]),
        ([(body("Harbour Ministry"),), (body("Chilean Harbour Ministry"),)], ["Chilean Harbour Ministry"]),
        ([(one("U.S.", kind="place"),), (one("United States", kind="place"),)], ["United States"]),
    ],
)
def test_what_reports_call_alike_is_one(reports: list[tuple[Entity, ...]], names: list[str]) -> None:
    settled = with_entities(story(*reports))
    assert groups(settled) == names
    assert all(entity.because for report in settled.reports for entity in report.entities)


@pytest.mark.parametrize(
    ("reports", "kept"),
    [
        # A report that keeps two apart decides.
        ([(one("Ada Quill"), one("Ada B. Quill", id="e2")), (one("Ada Quill"),)], 2),
        # A surname that two bear is neither's.
        ([(one("Ada Quill"), one("Ben Quill", id="e2")), (one("Quill"),)], 3),
        # Of other genders, in one office of two countries.
        ([(one("Kim Moss", roles=(Role(title="actress"),)),), (one("Kim Moss", roles=(Role(title="actor"),)),)], 2),
        (
            [
                (one("Jo Bell", roles=(Role(title="president", of="Chile"),)),),
                (one("Jo Bell", roles=(Role(title="president", of="Peru"),)),),
            ],
            2,
        ),
        # Spelled alike, without an office in common.
        ([(one("Moammar Gadel"),), (one("Muammar Gadell"),)], 2),
        # Two full names for one abbreviation, two ministries for a bare one, two kinds of one name.
        ([(body("Energy Board", "EB"),), (body("Egg Bureau", "EB"),)], 2),
        (
            [
                (body("Chilean Harbour Ministry"), body("Peruvian Harbour Ministry", id="e2")),
                (body("Harbour Ministry"),),
            ],
            3,
        ),
        ([(one("Victoria"),), (one("Victoria", kind="place"),)], 2),
    ],
)
def test_namesakes_stay_apart(reports: list[tuple[Entity, ...]], kept: int) -> None:
    settled = with_entities(story(*reports))
    assert len({entity.id for report in settled.reports for entity in report.entities}) == kept


def president(of: str) -> Entity:
    return one("Alex Reed", roles=(Role(title="president", of=of),))


@pytest.mark.parametrize(
    "order", list(itertools.permutations([one("Alex Reed"), president("Iran"), president("Iraq"), president("Iran")]))
)
def test_one_who_could_be_either_of_two_namesakes_joins_neither(order: tuple[Entity, ...]) -> None:
    settled = with_entities(story(*((entity,) for entity in order)))
    joined = [sorted({role.of or "" for role in report.entities[0].roles}) for report in settled.reports]
    assert sorted(joined) == [[], ["Iran"], ["Iran"], ["Iraq"]]
    assert len({report.entities[0].id for report in settled.reports}) == 3


@pytest.mark.parametrize("full", [(), ("Anna Smith",)])
@pytest.mark.parametrize("order", list(itertools.permutations(["Smith", "Mr. Smith", "Mrs. Smith"])))
def test_courtesy_titles_part_the_bearers_of_a_surname(order: tuple[str, ...], full: tuple[str, ...]) -> None:
    settled = with_entities(Story(id="s", reports=tuple(titled(name) for name in (*full, *order))))
    ids = {name: report.entities[0].id for name, report in zip((*full, *order), settled.reports, strict=True)}
    assert len({ids["Smith"], ids["Mr. Smith"], ids["Mrs. Smith"]}) == 3
    assert not full or ids["Anna Smith"] == ids["Mrs. Smith"]


def titled(name: str) -> Annotations:
    """A report that says no more than a name with its title."""
    bare = name.removeprefix("Mr. ").removeprefix("Mrs. ")
    span = Span(len(name) - len(bare), len(name))
    return Annotations(
        report=Report(id=name, uri=name, text=name, language="en", sha256="", reader="test"),
        sentences=(Span(0, len(name)),),
        entities=(one(bare),),
        mentions=(Mention(span=span, kind="person", entity="e1"),),
    )


def test_mentions_and_speakers_go_with_their_entity_and_roles_come_together() -> None:
    settled = with_entities(story((one("Quill", roles=MAYOR),), (one("Ada Quill", roles=(Role(title="author"),)),)))
    (first,), (second,) = (report.entities for report in settled.reports)
    assert first == second
    assert first.roles == (Role(title="mayor", of="Ostrava"), Role(title="author"))
    assert first.aliases == ("Quill",)
    for report in settled.reports:
        assert [mention.entity for mention in report.mentions] == [first.id]
        assert [attribution.speaker for attribution in report.attributions] == [first.id]


def test_a_table_of_names_joins_what_it_calls_one(tmp_path: Path) -> None:
    names = tmp_path / "names.tsv"
    names.write_text("organisation\tHarbour Ministry|Quay House\n", encoding="utf-8")
    told = story((body("Harbour Ministry"),), (body("Quay House"),))
    assert len({report.entities[0].id for report in settle(told).reports}) == 2
    known = settle(told, SettleSettings(names=str(names)))
    assert len({report.entities[0].id for report in known.reports}) == 1


def test_reports_without_entities_stay_as_they_are() -> None:
    alone = story((), ())
    assert with_entities(alone) == alone
