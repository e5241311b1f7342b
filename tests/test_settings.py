"""Every setting of every stage that is a number refuses what is none, and says its name."""

import math
from collections.abc import Callable
from dataclasses import fields
from typing import Any

import pytest

from stemma.compare import CompareSettings
from stemma.compare.differences import DifferenceSettings
from stemma.compare.word_choice import WordChoiceSettings
from stemma.errors import SettingsError, check_ranges
from stemma.group import GroupSettings
from stemma.group.split import SplitLimits
from stemma.read import ReadSettings
from stemma.reuse import ReuseSettings
from stemma.settle import SettleSettings
from stemma.trace import TraceSettings

CLASSES: tuple[Callable[..., Any], ...] = (
    CompareSettings,
    DifferenceSettings,
    GroupSettings,
    ReadSettings,
    ReuseSettings,
    SettleSettings,
    SplitLimits,
    TraceSettings,
    WordChoiceSettings,
)
NUMBERS = [
    (settings, field.name, field.default)
    for settings in CLASSES
    for field in fields(settings)  # type: ignore[arg-type]
    if isinstance(field.default, (int, float))
]


@pytest.mark.parametrize(("settings", "name", "default"), NUMBERS)
def test_what_is_no_number_is_refused_by_name(settings: Callable[..., Any], name: str, default: float) -> None:
    for wrong in (math.nan, math.inf, -math.inf, -1, True, None, "9", *([default + 0.5] * isinstance(default, int))):
        with pytest.raises(SettingsError, match=rf"\b{name}\b"):
            settings(**{name: wrong})


@pytest.mark.parametrize(
    ("value", "low", "high", "fits"),
    [
        (0, 0, 5, True),
        (5, 0, 5, True),
        (-1, 0, 5, False),
        (6, 0, 5, False),
        (2.0, 0, 5, False),
        (0.0, 0.0, 1.0, True),
        (1, 0.0, 1.0, True),
        (1.01, 0.0, 1.0, False),
        (math.nan, 0.0, 1.0, False),
        (math.inf, 0.0, math.inf, True),
        (False, 0, 5, False),
        (False, 0.0, 1.0, False),
        (1j, 0.0, 1.0, False),
    ],
)
def test_ranges_hold_their_bounds(value: object, low: float, high: float, fits: bool) -> None:
    class Held:
        thing = value

    if fits:
        check_ranges("stage", Held(), {"thing": (low, high)})
    else:
        with pytest.raises(SettingsError, match=r"^stage: thing is .+ from .+ to .+$"):
            check_ranges("stage", Held(), {"thing": (low, high)})
