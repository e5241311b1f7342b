"""What can go wrong, as one tree.

    StemmaError
      ReadError        one input could not be read; the others go on
      SettingsError    a setting is out of its range
      EngineError      the engine of a language is missing, damaged or another one
      NothingToRead    no input could be read at all

Every message names the input, the reason and what to do about it.
"""

from collections.abc import Mapping
from numbers import Integral, Real


class StemmaError(Exception):
    """The root of all errors that Stemma raises on purpose."""


class ReadError(StemmaError):
    """One input could not be read.

    `input` names it as the user gave it; `reason` says what is wrong and what to do.
    """

    def __init__(self, input: str, reason: str) -> None:
        super().__init__(f"{input}: {reason}")
        self.input = input
        self.reason = reason


class SettingsError(StemmaError):
    """A setting is outside of its range."""


class EngineError(StemmaError):
    """The engine of a language cannot be used.

    `input` is its file; `reason` says what is wrong and what to do.
    """

    def __init__(self, input: str, reason: str) -> None:
        super().__init__(f"{input}: {reason}")
        self.input = input
        self.reason = reason


def check_ranges(stage: str, settings: object, ranges: Mapping[str, tuple[float, float]]) -> None:
    """Refuse settings that lie outside of their ranges; `ranges` has the least and the greatest value of each by name.

    Where both bounds are integers the value must be one, too. What is no number (NaN, a truth value, a text) lies in
    no range. Raises SettingsError with stage, name, value and bounds.

    >>> from types import SimpleNamespace
    >>> check_ranges("group", SimpleNamespace(threshold=1.5), {"threshold": (0.0, 1.0)})
    Traceback (most recent call last):
    stemma.errors.SettingsError: group: threshold is 1.5, must be a number from 0.0 to 1.0
    """
    for name, (low, high) in ranges.items():
        value = getattr(settings, name)
        whole = isinstance(low, int) and isinstance(high, int)
        wanted = isinstance(value, Integral if whole else Real) and not isinstance(value, bool)
        if not (wanted and low <= value <= high):
            kind = "a whole number" if whole else "a number"
            raise SettingsError(f"{stage}: {name} is {value!r}, must be {kind} from {low} to {high}")


class NothingToRead(StemmaError):
    """No input could be read at all."""
