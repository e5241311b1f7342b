"""The settings of `trace`."""

from dataclasses import dataclass

from stemma.errors import check_ranges


@dataclass(frozen=True, slots=True, kw_only=True)
class TraceSettings:
    """When shared words are copied prose, and what follows from it.

    Evidence is counted in full words: a rare lower-case word counts 1, a common one less, a function word nothing, a
    name or number little, public words nothing. The thresholds were set on the pairs of `lineage.dev.json` and
    `known-copies.dev.tsv`; `docs/decisions/0006-copy-or-public-words.md` says what they rest on.
    """

    enough: float = 6.0
    """Evidence from which a pair of reports is called a copy."""
    enough_of_a_piece: float = 2.0
    """Evidence from which a piece of a copying pair is called copied prose itself."""
    name_weight: float = 0.2
    """What a name or a number counts: all who report an event have them."""
    frame_factor: float = 1.5
    """What words between two parts of a shared quotation count: a reporter chose them and where to put them."""
    shortest_run: int = 3
    """Matched words in shorter runs are no evidence: two reporters meet in two words by chance."""
    sentence_share: float = 0.4
    """Part of a sentence's words that must be matched for the sentence to descend from the copied text."""
    sentence_words: int = 8
    """Or so many matched words, if they are a quarter of the sentence."""
    mostly_copied: float = 0.5
    """Part of a report's prose from which it counts as copied whole, the quotations beside the prose included."""
    one_text: float = 0.2
    """Part of a report that credits an agency that must be shared for the rest to be of the same text of the agency."""
    addition_sentences: int = 2
    """A copying report's own sentences up to this number are additions, no text of their own."""

    most_pairs: int = 10_000
    """Pairs of one story that are traced; of more, as of a thousand near-copies, those that share most words."""

    def __post_init__(self) -> None:
        """Refuse what makes no sense."""
        ranges = {
            "enough": (0.0, 1e6),
            "enough_of_a_piece": (0.0, 1e6),
            "name_weight": (0.0, 1e6),
            "frame_factor": (0.0, 1e6),
            "shortest_run": (1, 1_000_000),
            "sentence_share": (0.001, 1.0),
            "sentence_words": (1, 1_000_000),
            "mostly_copied": (0.001, 1.0),
            "one_text": (0.0, 1.0),
            "addition_sentences": (0, 1_000_000),
            "most_pairs": (1, 100_000_000),
        }
        check_ranges("trace", self, ranges)
