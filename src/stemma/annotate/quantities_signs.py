"""Figures in any language: numbers beside a percent sign, a currency symbol or an ISO 4217 code.

Number words and magnitudes differ from language to language, and so does the meaning of comma and stop. A number is
left out where a word beside it may be a magnitude, or where its separator may mean either thing and nothing else in
the text tells.
"""

import math
import re
from collections.abc import Sequence

from stemma.lang import currencies
from stemma.model import Quantity, Span

_SYMBOLS = "".join(re.escape(symbol) for symbol in currencies.SYMBOLS)
_CODES = "|".join(sorted(currencies.CODES - currencies.WORDLIKE_CODES))
_GAPS = " \u00a0\u202f\u2009"
# The number is matched whole and bounded, so that no part of a longer one is taken for it.
_NUMBER = rf"\d{{1,15}}(?:[.,{_GAPS}'’]\d{{1,15}}){{0,5}}"
_BEFORE = r"(?<![\w.,:/@#&=+\-–—'’])"
_AFTER = r"(?![\w:/@#&=']|[.,]\d|[\-–—]\w)"
_FIGURE = re.compile(
    rf"{_BEFORE}(?:"
    rf"(?P<a>{_NUMBER})[{_GAPS}]?(?:(?P<percent>[%％٪])|(?P<symbol>[{_SYMBOLS}])|(?P<code>(?:{_CODES})\b)){_AFTER}"
    rf"|(?:(?P<percent2>%)|(?P<symbol2>[{_SYMBOLS}])|(?P<code2>(?:{_CODES})))[{_GAPS}]?(?P<b>{_NUMBER}){_AFTER}"
    rf"(?![{_GAPS}]?[^\W\d_]))"
)
_GROUPED = {
    ".": re.compile(r"\d{1,3}(?:\.\d{3}){2,}|\d{1,3}(?:\.\d{3})+,\d+"),
    ",": re.compile(r"\d{1,3}(?:,\d{3}){2,}|\d{1,3}(?:,\d{3})+\.\d+"),
}
_ONE_SEPARATOR = re.compile(r"(?<![\d.,])(\d{1,15})([.,])(\d{1,15})(?![\d.,])")
_SPACED = re.compile(rf"\d{{1,3}}(?:[{_GAPS}'’]\d{{3}})+(?:[.,]\d{{1,2}})?")
_PLAIN = re.compile(r"\d{1,15}")


def figures_in_signs(text: str, sentences: Sequence[Span]) -> tuple[Quantity, ...]:
    """The figures of `sentences` that a sign or a code tells, in whatever language; time linear in the text.

    >>> text = "Das sind 3,5 % oder 1.200,50 € mehr als die 4 Mio. USD von 2019."
    >>> [(q.value, q.unit) for q in figures_in_signs(text, [Span(0, len(text))])]
    [(3.5, 'percent'), (1200.5, 'EUR')]
    """
    decimal: str | None = None
    known = False
    found: list[Quantity] = []
    for sentence in sentences:
        for match in _FIGURE.finditer(text, sentence.start, sentence.end):
            if not known:
                decimal, known = _decimal_mark(text), True
            value = _value(match["a"] or match["b"], decimal)
            if value is None or not math.isfinite(value):
                continue
            symbol, code = match["symbol"] or match["symbol2"], match["code"] or match["code2"]
            unit = "percent" if not symbol and not code else currencies.SYMBOLS[symbol][0] if symbol else code
            found.append(Quantity(span=Span(*match.span()), value=value, unit=unit))
    return tuple(found)


def _decimal_mark(text: str) -> str | None:
    """Which of comma and stop parts decimals in this text, by numbers that can be read in one way only."""
    votes = {",": 0, ".": 0}
    votes[","] += len(_GROUPED["."].findall(text))
    votes["."] += len(_GROUPED[","].findall(text))
    for match in _ONE_SEPARATOR.finditer(text):
        if len(match[3]) in (1, 2) and not (match[2] == "." and _is_date_part(match)):
            votes[match[2]] += 1
    if (votes[","] > 0) == (votes["."] > 0):
        return None
    return "," if votes[","] else "."


def _is_date_part(match: re.Match[str]) -> bool:
    """Whether "14.30" may be a clock time or "3.10" a date."""
    return len(match[1]) <= 2 and len(match[3]) == 2 and int(match[1]) <= 31 and int(match[3]) <= 59


def _value(written: str, decimal: str | None) -> float | None:
    """What a number means, or None where that is not sure."""
    if _PLAIN.fullmatch(written):
        return float(written) if len(written) == 1 or written[0] not in "0٠०" else None
    if _SPACED.fullmatch(written):
        return float(re.sub(rf"[{_GAPS}'’]", "", written).replace(",", "."))
    for grouping, other in ((".", ","), (",", ".")):
        if _GROUPED[grouping].fullmatch(written):
            return float(written.replace(grouping, "").replace(other, "."))
    if (match := _ONE_SEPARATOR.fullmatch(written)) is None:
        return None
    if len(match[3]) != 3 or match[1][0] in "0٠०" or len(match[1]) > 3:
        return float(f"{match[1]}.{match[3]}")
    if decimal is None:
        return None
    return float(f"{match[1]}.{match[3]}") if match[2] == decimal else float(match[1] + match[3])
