"""Which of two reports came later, as far as it can be told."""

from datetime import datetime, timedelta
from typing import Literal

Order = Literal["first later", "second later", "one hour", "one day", "unknown"]
"""How the publication times of two reports stand to each other."""

_CLOCK = len("2022-01-20T09")


def order(first: str | None, second: str | None) -> Order:
    """How two publication times, ISO 8601 as far as they are known, stand to each other.

    Times of one zone or of none are compared as they are; where only one has a zone, it is left aside: reports of one
    story are more often of one place than hours apart by their zones.

    >>> order("2022-01-20T09:00:00", "2022-01-20T09:40:00"), order("2022-01-20", "2022-01-20T09:40:00")
    ('one hour', 'one day')
    """
    if not first or not second:
        return "unknown"
    if len(first) < _CLOCK or len(second) < _CLOCK:
        day, other = first[:10], second[:10]
        return "one day" if day == other else "first later" if day > other else "second later"
    try:
        a, b = datetime.fromisoformat(first), datetime.fromisoformat(second)
    except ValueError:
        return "unknown"
    if (a.tzinfo is None) != (b.tzinfo is None):
        a, b = a.replace(tzinfo=None), b.replace(tzinfo=None)
    if abs(a - b) <= timedelta(hours=1):
        return "one hour"
    return "first later" if a > b else "second later"
