"""What can go wrong, as one tree.

    StemmaError
      ReadError        one input could not be read; the others go on
      SettingsError    a setting is out of its range
      NothingToRead    no input could be read at all

Every message names the input, the reason and what to do about it.
"""


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


class NothingToRead(StemmaError):
    """No input could be read at all."""
