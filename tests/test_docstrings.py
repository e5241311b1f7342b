"""The examples in docstrings run, and the names of the package are what it says they are."""

import doctest
import importlib
import pkgutil
from types import ModuleType

import pytest

import stemma
from stemma.read import ReadSettings


def modules() -> list[ModuleType]:
    names = [found.name for found in pkgutil.walk_packages(stemma.__path__, "stemma.")]
    return [stemma, *(importlib.import_module(name) for name in sorted(names) if not name.endswith("__main__"))]


def with_examples() -> list[ModuleType]:
    finder = doctest.DocTestFinder(exclude_empty=True)
    return [module for module in modules() if any(test.examples for test in finder.find(module))]


@pytest.mark.parametrize("module", with_examples(), ids=lambda module: str(module.__name__))
def test_examples(module: ModuleType) -> None:
    result = doctest.testmod(module)
    assert result.attempted
    assert not result.failed


def test_the_package_and_its_stages_have_examples() -> None:
    names = {module.__name__ for module in with_examples()}
    assert {"stemma", "stemma.pipeline", "stemma.text.sentences", "stemma.annotate.report"} <= names


@pytest.mark.parametrize("name", stemma.__all__)
def test_what_the_package_offers_is_documented(name: str) -> None:
    offered = getattr(stemma, name)
    assert not isinstance(offered, ModuleType)
    assert offered.__doc__


def test_functions_win_over_packages_of_the_same_name() -> None:
    import stemma.read
    import stemma.trace

    assert stemma.read.__module__.startswith("stemma.read.")
    assert stemma.read is importlib.import_module("stemma.read").read
    assert isinstance(importlib.import_module("stemma.trace"), ModuleType)
    assert callable(stemma.trace)
    assert ReadSettings is stemma.ReadSettings
