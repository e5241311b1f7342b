"""The settings of `compare`."""

from dataclasses import dataclass

from stemma.errors import check_ranges


@dataclass(frozen=True, slots=True, kw_only=True)
class CompareSettings:
    """How the account of a story is drawn up."""

    title_words: int = 12
    """How many words of its first sentence stand for the title of a report that has none."""
    same_statement: float = 0.2
    """Mean probability from which two groups of clauses are one statement; higher is more cautious.

    On 5 events, each with weights fitted on the others, links F1 is .67, .68, .67, .67 and the share of hard negatives
    that are joined .14, .13, .06, .03 at .16, .20, .25, .30."""
    least_alike: float = 0.08
    """Mean of the cosines of words and of meaning from which two clauses are compared by their facts."""
    most_alike: int = 40
    """Clauses that one is compared with at most, the nearest ones: it bounds the time for thousands of clauses."""
    reused_share: float = 0.6
    """Part of two clauses that must stand at one place of a shared passage for them to be the same words."""

    def __post_init__(self) -> None:
        """Refuse a title of no words, and shares that are none."""
        ranges = {
            "title_words": (1, 1_000),
            "same_statement": (0.001, 1.0),
            "least_alike": (0.001, 1.0),
            "most_alike": (1, 100_000),
            "reused_share": (0.001, 1.0),
        }
        check_ranges("compare", self, ranges)
