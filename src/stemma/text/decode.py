"""Bytes to text: the encoding found, line ends made `\\n`, and nothing in it that is no character of a text."""

import codecs
import re

from stemma.errors import ReadError

_BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_NOISE = "this is no text, HTML, PDF or JSON; convert it to one of these"

_LINE_ENDS = re.compile(r"\r\n?|[\v\f\u2028\u2029]")
_NO_TEXT = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]")
_SURROGATES = re.compile(r"[\ud800-\udfff]")

# Random and compressed bytes hold about 10 % control characters; damaged text was never seen above 0.2 %.
_MOST_CONTROLS = 0.01

# In cp1252 prose of any Western language accented letters and curly marks stay under 15 % of the bytes; Cyrillic, Greek
# or Arabic in their own 8-bit sets take 60 % and more.
_MOST_ACCENTS = 0.35

_DECLARED = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
# As far as browsers look.
_DECLARED_WITHIN = 4_096

# How much of the data is looked at to tell UTF-16 and noise.
_SAMPLE = 65_536


def decode(data: bytes, name: str) -> str:
    """The text that `data` holds, tidied.

    Knows UTF-8, UTF-16 (both with and without a byte order mark), UTF-32 with one, and cp1252.
    Raises `ReadError` with `name` for bytes that are no text or whose encoding can't be told.

    >>> decode(b"\\xef\\xbb\\xbfOne\\r\\ntwo", "a.txt")
    'One\\ntwo'
    >>> decode("He said “no”.".encode("cp1252"), "a.txt")
    'He said “no”.'
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return tidy(_checked(data[len(mark) :].decode(encoding, "replace"), name))
    if (order := _utf_16_without_mark(data)) is not None:
        return tidy(_checked(data.decode(order, "replace"), name))
    try:
        return tidy(_checked(data.decode("utf-8"), name))
    except UnicodeDecodeError:
        return tidy(_checked(_decode_8_bit(data, name), name))


def tidy(text: str) -> str:
    """`text` with `\\n` as its only line end, without control characters, lone surrogates or a leading mark.

    >>> tidy("\\ufeffone\\r\\ntwo\\x00\\ud800")
    'one\\ntwo\\ufffd'
    """
    text = _LINE_ENDS.sub("\n", text.removeprefix("\ufeff"))
    return _SURROGATES.sub("\ufffd", _NO_TEXT.sub("", text))


def _utf_16_without_mark(data: bytes) -> str | None:
    """The byte order if spaces, digits and Latin letters have their zero byte on one side only."""
    sample = data[:_SAMPLE]
    if len(data) % 2 or len(sample) < 4:
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    most, least = max(even, odd), min(even, odd)
    if most < 0.05 * len(sample) / 2 or least > 0.05 * most:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _decode_8_bit(data: bytes, name: str) -> str:
    """UTF-8 with some stray bytes, or cp1252 throughout; stray and undefined bytes become U+FFFD."""
    loose = data.decode("utf-8", "replace")
    broken = loose.count("\ufffd")
    accents = sum(1 for letter in loose if letter > "\x7f") - broken
    if accents > 4 * broken:
        return loose
    if len(_NO_TEXT.findall(loose[:_SAMPLE])) > max(1, _MOST_CONTROLS * len(loose[:_SAMPLE])):
        raise ReadError(name, _NOISE)
    high = sum(1 for byte in data[:_SAMPLE] if byte > 0x7F)
    if high > _MOST_ACCENTS * min(len(data), _SAMPLE):
        raise ReadError(name, "its text encoding can't be told; save it as UTF-8 and try again")
    return data.decode("cp1252", "replace")


def _checked(text: str, name: str) -> str:
    """`text`, unless it looks like noise."""
    sample = text[:_SAMPLE]
    controls = len(_NO_TEXT.findall(sample)) - sample.count("\x00") - sample.count("\x02") - sample.count("\ufffe")
    nulls = sample.count("\x00")
    broken = sample.count("\ufffd")
    if controls + broken > max(1, _MOST_CONTROLS * len(sample)) or nulls > 0.2 * len(sample):
        raise ReadError(name, _NOISE)
    return text


def decode_page(data: bytes, name: str) -> str:
    """The text of a web page or of XML, which may declare its encoding: a byte order mark first, then what it declares.

    >>> decode_page("<meta charset='windows-1251'><p>Мост".encode("cp1251"), "a.html")[-4:]
    'Мост'
    """
    declared = _DECLARED.search(data[:_DECLARED_WITHIN])
    if declared and not data.startswith(tuple(mark for mark, _ in _BOMS)):
        try:
            encoding = codecs.lookup(declared[1].decode("ascii")).name
        except LookupError:
            encoding = ""
        # A page that declares Latin-1 means cp1252, and one in ASCII letters can't be in UTF-16.
        encoding = {"iso8859-1": "cp1252", "ascii": "cp1252"}.get(encoding, encoding)
        if encoding and encoding != "utf-8" and not encoding.startswith(("utf-", "utf_")):
            try:
                return tidy(_checked(data.decode(encoding, "replace"), name))
            except (LookupError, UnicodeError):
                pass
    return decode(data, name)
