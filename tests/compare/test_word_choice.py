"""The table of how reports name the same."""

from dataclasses import replace

import pytest

from stemma.compare.word_choice import WordChoiceSettings, word_choice
from stemma.errors import SettingsError
from stemma.model import Annotations, Entity, Story, WordChoice
from tests.compare.differing import named, notes


def table(*told: Annotations, names: dict[str, str] | None = None, rows: int = 30) -> tuple[WordChoice, ...]:
    entities = tuple(Entity(id=id, kind="organisation", name=name) for id, name in (names or {}).items())
    return word_choice(Story(id="s", reports=told, entities=entities), WordChoiceSettings(most_rows=rows))


def called(row: WordChoice, *told: Annotations) -> list[tuple[str, str, int]]:
    texts = {t.report.id: t.report.text for t in told}
    return [(n.report, texts[n.report][slice(*n.spans[0])], len(n.spans)) for n in row.namings]


def test_what_is_said_beside_a_name() -> None:
    told = (
        named(notes("a", "The guards fought the Islamist terror group Sarn Ashai."), e="Sarn Ashai"),
        named(notes("b", "The guards fought Sarn Ashai at the ford."), e="Sarn Ashai"),
        named(notes("c", "They blamed militant group Sarn Ashai."), e="Sarn Ashai"),
    )
    row = table(*told, names={"e": "Sarn Ashai"})[0]
    assert (row.of, row.entity, row.weight) == ("Sarn Ashai", "e", 0.8)
    assert called(row, *told) == [
        ("a", "Islamist terror group Sarn Ashai", 1),
        ("b", "Sarn Ashai", 1),
        ("c", "militant group Sarn Ashai", 1),
    ]


def test_verbs_numbers_and_genitives_before_a_name_describe_nothing() -> None:
    told = (
        named(notes("a", "The guards joined. Four detained Orlo fans sang."), e="Orlo"),
        named(notes("b", "Nobody told Orlo of the group's Orlo page."), e="Orlo"),
    )
    assert [row.of for row in table(*told, names={"e": "Orlo"}) if row.entity] == []


def test_short_forms_and_genitives_are_no_choice() -> None:
    told = (
        named(notes("a", "The Norwegian government fell."), e="Norwegian government"),
        named(notes("b", "Norway's government fell."), e="Norway's government"),
    )
    assert [row for row in table(*told, names={"e": "Norwegian government"}) if row.entity] == []


def test_other_names_are() -> None:
    told = named(notes("a", "It met Karabek."), e="Karabek"), named(notes("b", "It met Velm."), e="Velm")
    [row] = table(*told, names={"e": "Karabek"})
    assert (row.weight, called(row, *told)) == (0.4, [("a", "Karabek", 1), ("b", "Velm", 1)])


def test_labels_of_one_kind() -> None:
    told = (
        notes("a", "The rebels left. A rebel stayed. One fighter sang."),
        notes("b", "The terrorists left. “These are rebels,” he said."),
    )
    [row] = table(*told)
    assert (row.of, row.entity, row.weight) == ("armed person", None, 0.7)
    assert called(row, *told) == [("a", "rebels", 2), ("a", "fighter", 1), ("b", "terrorists", 1)]


def test_labels_inside_of_names_are_none() -> None:
    told = named(notes("a", "It met the War Museum."), e="War Museum"), notes("b", "The conflict goes on.")
    assert table(*told, names={"e": "War Museum"}) == ()


def test_one_report_chooses_against_nobody() -> None:
    assert table(notes("a", "The rebels left. The terrorists stayed.")) == ()


def test_the_heaviest_rows_come_first_and_no_more_than_asked() -> None:
    told = (
        notes("a", "The rebels and the protesters fled the government."),
        notes("b", "The terrorists and the demonstrators fled the administration."),
    )
    rows = table(*told)
    assert [row.weight for row in rows] == sorted((row.weight for row in rows), reverse=True)
    assert table(*told, rows=1) == rows[:1]


def test_hostile_text_ends() -> None:
    text = "terror group " * 5_000 + "Orlo"
    told = replace(named(notes("a", text), e="Orlo")), named(notes("b", "Orlo sang."), e="Orlo")
    assert table(*told, names={"e": "Orlo"})


def test_a_table_without_rows_is_refused() -> None:
    with pytest.raises(SettingsError, match="most_rows"):
        WordChoiceSettings(most_rows=0)
