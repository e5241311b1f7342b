"""Which engine reads which report."""

from collections.abc import Iterator

import pytest

from stemma.errors import SettingsError
from stemma.text import engines
from stemma.text.engine import Engine
from stemma.text.engines import engine_for
from tests.present.small_engine import SmallEngine


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Engine]]:
    """English engines that were made, small ones in place of the trained one."""
    found: list[Engine] = []

    def make() -> Engine:
        found.append(SmallEngine())
        return found[-1]

    monkeypatch.setattr("stemma.text.english.English", make)
    engines._loaded.cache_clear()
    yield found
    engines._loaded.cache_clear()


@pytest.mark.parametrize(
    ("name", "language", "reads"),
    [
        ("english", "en", True),
        ("english", "de", False),
        ("english", "und", False),
        ("english", "", False),
        ("none", "en", False),
    ],
)
def test_an_engine_reads_its_own_language_alone(made: list[Engine], name: str, language: str, reads: bool) -> None:
    assert (engine_for(name, language) is not None) == reads


def test_an_engine_is_made_once(made: list[Engine]) -> None:
    assert engine_for("english", "en") is engine_for("english", "en")
    assert len(made) == 1


@pytest.mark.parametrize("name", ["", "latin", "spacy", "spacy:", "English", "none "])
def test_an_unknown_engine_is_refused_with_the_choices(name: str) -> None:
    with pytest.raises(SettingsError, match=r"choose english, spacy:NAME .* or none"):
        engine_for(name, "en")
