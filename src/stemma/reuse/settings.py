"""What may be set about the search for shared passages."""

from dataclasses import dataclass

from stemma.errors import SettingsError, check_ranges

WIDEST_GAP = 60
"""Words: `align` packs a place in a gap into two times six bits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReuseSettings:
    """What counts as a shared passage. All lengths are in words.

    `shingle`: words that must agree in a row before two reports are compared at all.
    `common`: a shingle in more reports than this starts no comparison, except in reports with at least `mass` such
    shingles (a mass copy, not boilerplate), and then in at most `widest` reports. Identical reports count once.
    `gap`: the longest cut or insertion inside one passage.
    `rewrite`: the longest stretch inside one passage that both sides word differently; longer ones end the passage.
    `reach`: how far beyond its exact wording a passage looks for more.
    `least` and `run`: a passage has at least so many shared words, of which so many follow one another.
    """

    shingle: int = 5
    common: int = 100
    widest: int = 1000
    mass: int = 80
    gap: int = 40
    rewrite: int = 12
    reach: int = 16
    least: int = 7
    run: int = 5

    def __post_init__(self) -> None:
        """Refuse what makes no sense."""
        ranges = {
            "shingle": (2, 32),
            "common": (2, 10_000),
            "widest": (2, 100_000),
            "mass": (1, 100_000),
            "gap": (0, WIDEST_GAP),
            "rewrite": (0, WIDEST_GAP),
            "reach": (0, WIDEST_GAP),
            "least": (1, 100_000),
            "run": (1, 100_000),
        }
        check_ranges("reuse", self, ranges)
        if self.run > self.least:
            raise SettingsError(f"reuse: run is {self.run}, must be at most least, which is {self.least}")
