"""Publication times as ISO 8601, as far as they are known: never a day, hour or zone that nobody wrote."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

from stemma.lang.calendar import MONTHS, STAMP_WORDS, VAGUE_ZONES, WEEKDAYS, ZONES

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_ZONE = "|".join(sorted((*ZONES, *VAGUE_ZONES), key=len, reverse=True))

_ISO = re.compile(
    r"(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})"
    r"(?:[T ]+(\d{2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?$",
    re.IGNORECASE,
)
_DAY = re.compile(
    rf"\b(?:(?P<m1>{_MONTH})\.?\s+(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y1>(?:19|20)\d\d)"
    rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?[\s-]+(?:of\s+)?(?P<m2>{_MONTH})\.?,?[\s-]+(?P<y2>(?:19|20)\d\d)"
    r"|(?P<y3>(?:19|20)\d\d)[-/.](?P<m3>\d{1,2})[-/.](?P<d3>\d{1,2}))(?!\d)",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    rf"\b(?P<h>\d{{1,2}})[:.](?P<m>\d{{2}})(?::(?P<s>\d{{2}}))?\s*(?P<half>[ap]\.?m\b\.?)?"
    rf"\s*(?P<zone>(?:{_ZONE})\b|[+-]\d{{2}}:?\d{{2}})?",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:(?:first|last|originally)\s+)?(?P<label>published|posted|created|updated|modified|date|issued|filed)\b", re.I
)
_STAMP_WORDS = frozenset(
    (
        *MONTHS,
        *WEEKDAYS,
        *ZONES,
        *VAGUE_ZONES,
        *STAMP_WORDS,
    )
)
_WORD = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*")
_ADDRESS_DAY = re.compile(r"/(?P<y>(?:19|20)\d\d)[/-]?(?P<m>\d{2})[/-]?(?P<d>\d{2})(?=[/_.-])")

# Stamps stand at the head or the foot of a text, on lines of their own.
_HEAD_LINES, _FOOT_LINES, _LONGEST_STAMP = 8, 3, 120


def normalised(value: object) -> str | None:
    """A publication time from metadata as ISO 8601, or None where it can't be read without guessing.

    Midnight without a zone is how fields store a bare day.

    >>> normalised("2018-01-02T00:00:00")
    '2018-01-02'
    >>> normalised("Tue, 02 Jan 2018 14:05:00 GMT")
    '2018-01-02T14:05:00+00:00'
    >>> normalised("03/04/2018") is None
    True
    """
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        return _from_epoch(float(value))
    text = str(value).strip()[:100]
    if re.fullmatch(r"\d{10}|\d{13}", text):
        return _from_epoch(float(text))
    if match := _ISO.match(text):
        return _from_iso(match)
    return _from_mail(text) or _from_words(text)


def in_text(lines: Iterable[str]) -> str | None:
    """The publication time that a stamp of its own on one of the first or last lines tells.

    >>> in_text(["Bridge reopens", "Published: 3 Jan 2018 14:05 GMT", "The bridge is open."])
    '2018-01-03T14:05:00+00:00'
    """
    lines = list(lines)
    if len(lines) > _HEAD_LINES + _FOOT_LINES:
        lines = [*lines[:_HEAD_LINES], *lines[-_FOOT_LINES:]]
    updated = None
    for line in lines:
        if is_stamp(line) and (found := _from_words(line)):
            label = _LABEL.match(line.strip())
            if label is None or label["label"].casefold() not in ("updated", "modified"):
                return found
            updated = updated or found
    return updated


def in_dateline(dateline: str | None) -> str | None:
    """The day that a dateline gives with its year."""
    return _from_words(dateline) if dateline else None


def in_address(url: str | None) -> str | None:
    """The day in an address such as `/2018/01/02/`.

    >>> in_address("https://example.com/world/2018/01/02/a-bridge.html")
    '2018-01-02'
    """
    match = _ADDRESS_DAY.search(url or "")
    return _day(match["y"], match["m"], match["d"]) if match else None


def is_stamp(line: str) -> bool:
    """Whether a line holds a date or a time of publication and nothing else.

    >>> is_stamp("Updated 09:00 GMT, 3 January 2018"), is_stamp("Published in 2018, it sold well")
    (True, False)
    """
    line = line.strip()
    if not line or len(line) > _LONGEST_STAMP or not any(map(str.isdigit, line)):
        return False
    words = [word.casefold() for word in _WORD.findall(line)]
    if any(word not in _STAMP_WORDS for word in words):
        return False
    if is_labelled(line):
        return True
    return bool(_DAY.search(line)) or bool(_CLOCK.search(line) and any(word in ZONES for word in words))


def is_labelled(stamp: str) -> bool:
    """Whether a stamp says what it is: "Published", "Updated"."""
    return bool(_LABEL.match(stamp.strip()))


def _from_epoch(seconds: float) -> str | None:
    if seconds > 1e11:
        seconds /= 1000
    # Before 1995 there was no news on the web; small numbers are counts, not times.
    if not 788_918_400 <= seconds <= 4_102_444_800:
        return None
    return datetime.fromtimestamp(int(seconds), UTC).isoformat()


def _from_iso(match: re.Match[str]) -> str | None:
    year, month, day, hour, minute, second, zone = match.groups()
    if hour is None:
        return _day(year, month, day)
    if zone is None and hour == minute == "00" and second in (None, "00"):
        return _day(year, month, day)
    return _moment(_day(year, month, day), int(hour), int(minute), int(second or 0), _offset(zone))


def _from_mail(text: str) -> str | None:
    """RFC 2822, the form of feeds; `-0000` there means that the zone isn't known."""
    if not re.match(r"(?:[A-Za-z]{3},\s*)?\d{1,2}\s+[A-Za-z]{3}\s+\d{4}\s+\d{1,2}:\d{2}(?::\d{2})?\s+[+-]\d{4}$", text):
        return None
    try:
        return parsedate_to_datetime(text).isoformat()
    except (ValueError, OverflowError):
        return None


def _from_words(text: str) -> str | None:
    match = _DAY.search(text)
    if match is None:
        return None
    year, month, day = (match[f"{part}1"] or match[f"{part}2"] or match[f"{part}3"] for part in "ymd")
    found = _day(year, MONTHS.get(month.casefold(), month), day)
    # The clock time stands on either side of the day: "14:05 GMT, 3 January 2018".
    rest = text[: match.start()] + " | " + text[match.end() :]
    clock = _CLOCK.search(rest)
    if clock is None:
        return found
    hour = int(clock["h"])
    if half := clock["half"]:
        hour = hour % 12 + (12 if half[0] in "pP" else 0)
    return _moment(found, hour, int(clock["m"]), int(clock["s"] or 0), _offset(clock["zone"])) or found


def _day(year: str, month: str | int, day: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def _moment(day: str | None, hour: int, minute: int, second: int, zone: timezone | None) -> str | None:
    if day is None or hour > 23 or minute > 59 or second > 59:
        return None
    moment = datetime.fromisoformat(day).replace(hour=hour, minute=minute, second=second, tzinfo=zone)
    return moment.isoformat()


def _offset(zone: str | None) -> timezone | None:
    if not zone:
        return None
    written = ZONES.get(zone.casefold(), zone)
    match = re.fullmatch(r"([+-])(\d{2}):?(\d{2})?", written)
    if match is None:
        return None
    minutes = int(match[2]) * 60 + int(match[3] or 0)
    if minutes >= 24 * 60:
        return None
    return timezone(timedelta(minutes=minutes if match[1] == "+" else -minutes))
