"""English hedges by what they do to a figure, and one word for what befalls those who are counted.

Written by the Stemma authors. Lower case.
"""

LEAST = frozenset(
    (
        "at least|at the least|no fewer than|not fewer than|no less than|not less than|upwards of|upward of"
        "|a minimum of|or more|≥"
    ).split("|")
)
"""The figure or more."""
OVER = frozenset(
    (
        "more than|greater than|higher than|in excess of|north of|just over|well over|well above|a little over"
        "|slightly more than|exceeding|over|above|>"
    ).split("|")
)
"""More than the figure."""
MOST = frozenset(
    (
        "at most|at the most|no more than|not more than|as many as|as much as|up to|a maximum of|or less|or fewer|≤"
    ).split("|")
)
"""The figure or less."""
UNDER = frozenset(
    (
        "fewer than|less than|lower than|just under|just short of|well under|slightly less than|under|below|nearly"
        "|almost|virtually|close to|barely|<"
    ).split("|")
)
"""Less than the figure."""
ABOUT = frozenset(
    (
        "about|around|roughly|approximately|approx|approx .|circa|some|an estimated|estimated|an average of|or so"
        "|or thereabouts|~|≈"
    ).split("|")
)
"""Near the figure."""
FURTHER = frozenset(("another", "additional", "further", "extra", "fresh"))
"""Words before a figure that counts others than those that were counted before."""

OUTCOMES = {"dead": "killed", "executed": "killed", "injured": "wounded", "hospitalised": "wounded"}
"""Outcomes of `quantities_en.TOLL` that reports use for one another."""
OUTCOME_NOUNS = {"fatality": "killed", "death": "killed", "life": "killed", "body": "killed", "injury": "wounded"}
"""Nouns that, counted, tell an outcome."""
