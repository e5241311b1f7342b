"""How much the reports of a story may tell about one another."""

from dataclasses import dataclass

from stemma.errors import check_ranges


@dataclass(frozen=True, slots=True, kw_only=True)
class SettleSettings:
    """How a story's reports are settled; spans of time in days.

    `reach`: how far from its fellows' days a report without a date of its own may lie. `outlier`: a stamp further than
    this from the middle of its fellows' is doubted, where its text doesn't fit it either. `dateline`: how much later
    than its dateline a report may be stamped. `mentions`: how many days that a report names are looked at. `names`: a
    file of further places and institutions, best the one that the reports were annotated with.
    """

    reach: int = 7
    outlier: int = 7
    dateline: int = 4
    mentions: int = 12
    names: str | None = None

    def __post_init__(self) -> None:
        """Refuse what makes no sense."""
        ranges = {"reach": (0, 60), "outlier": (1, 10_000), "dateline": (1, 10_000), "mentions": (1, 1_000)}
        check_ranges("settle", self, ranges)
