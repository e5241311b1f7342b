"""Words from reports, made safe to look at: control characters become visible, one code point for one.

The page's script finds spans by code points in what the page shows, so nothing here may change a text's length.
"""

import re
import unicodedata

from markupsafe import Markup, escape

BIDI = {
    0x061C: "ALM",
    0x200E: "LRM",
    0x200F: "RLM",
    0x202A: "LRE",
    0x202B: "RLE",
    0x202C: "PDF",
    0x202D: "LRO",
    0x202E: "RLO",
    0x2066: "LRI",
    0x2067: "RLI",
    0x2068: "FSI",
    0x2069: "PDI",
}
"""Characters that turn the direction of what follows, by their short names."""

_STAND_IN = "▯"
_NEEDS_CARE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def _visible(char: str) -> str:
    code = ord(char)
    if code < 0x20:
        return chr(0x2400 + code)
    return _STAND_IN if code in BIDI else "\ufffd"


def plain(text: str) -> str:
    r"""The text with each control character replaced by one that can be seen.

    >>> plain("a\u202eb\x00c")
    'a▯b␀c'
    """
    return _NEEDS_CARE.sub(lambda match: _visible(match[0]), text)


def markup(text: str) -> Markup:
    r"""The text as escaped HTML; a character that turns direction is named by its short name.

    >>> markup("<b>\u202e")
    Markup('&lt;b&gt;<span class="ctl" data-u="RLO">▯</span>')
    """
    parts, start = [], 0
    for match in _NEEDS_CARE.finditer(text):
        parts.append(str(escape(text[start : match.start()])))
        name = BIDI.get(ord(match[0]))
        shown = _visible(match[0])
        parts.append(f'<span class="ctl" data-u="{name}">{shown}</span>' if name else shown)
        start = match.end()
    parts.append(str(escape(text[start:])))
    return Markup("".join(parts))


def short(text: str, most: int) -> str:
    """The text on one line, cut to `most` characters with an ellipsis.

    >>> short("Harbour Gazette of the North", 16)
    'Harbour Gazette…'
    """
    line = " ".join(plain(text).split())
    if len(line) <= most:
        return line
    return line[: most - 1].rstrip(" ,;:-") + "…"


def has_words(text: str) -> bool:
    """Whether the text holds a letter or a digit."""
    return any(unicodedata.category(char)[0] in "LN" for char in text)
