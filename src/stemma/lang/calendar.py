"""Names of months and weekdays, and the time zones whose abbreviation says one thing only."""

MONTHS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
"""Lower-case name of a month, in full or cut, to its number."""

WEEKDAYS: tuple[str, ...] = tuple(
    "monday tuesday wednesday thursday friday saturday sunday mon tues tue wed thurs thur thu fri sat sun".split()
)

ZONES: dict[str, str] = {
    "z": "+00:00",
    "utc": "+00:00",
    "gmt": "+00:00",
    "bst": "+01:00",
    "cet": "+01:00",
    "cest": "+02:00",
    "msk": "+03:00",
    "jst": "+09:00",
    "kst": "+09:00",
    "est": "-05:00",
    "edt": "-04:00",
    "pst": "-08:00",
    "pdt": "-07:00",
}
"""Lower-case abbreviation to offset. CST, IST and ET are left out: they stand for several offsets."""

VAGUE_ZONES: tuple[str, ...] = ("et", "ct", "mt", "pt", "cst", "cdt", "mst", "mdt", "ist", "eat", "hkt", "sgt", "aest")
"""Abbreviations that stand beside a time but fix no offset."""

STAMP_WORDS = frozenset(
    (
        "first",
        "last",
        "originally",
        "published",
        "posted",
        "created",
        "updated",
        "modified",
        "date",
        "issued",
        "filed",
        "on",
        "at",
        "am",
        "pm",
        "a.m",
        "p.m",
        "st",
        "nd",
        "rd",
        "th",
        "of",
        "the",
        "ago",
        "minutes",
        "minute",
        "mins",
        "min",
        "hours",
        "hour",
        "hrs",
        "days",
        "day",
        "by",
        "time",
        "local",
    )
)
"""What stands beside day and time in a stamp of publication."""
