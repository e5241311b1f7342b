"""What a number is a number of, where its unit stands beside it: money, percent, measures."""

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from stemma.annotate.quantities_numbers import Number
from stemma.annotate.quantities_words import Words
from stemma.lang import currencies, units
from stemma.lang import quantities_en as en

UnitKind = Literal["money", "percent", "measure"]
_ISSUERS = {
    tuple(issuer.split()): tuple(code for code, owned in currencies.ISSUERS.items() if issuer in owned)
    for issuer in dict.fromkeys(issuer for owned in currencies.ISSUERS.values() for issuer in owned)
}
_ISSUER_STARTS = frozenset(words[0] for words in _ISSUERS)
_LONGEST_ISSUER = max(map(len, _ISSUERS))
_MOST_WORDS_AROUND = 8
# Beside a code that is also a word, an amount below this is more likely none.
_LARGE = 1000.0


class Unit(NamedTuple):
    """A unit by its name, where it stands: tokens `[first, after)`. `factor` is 0.01 for cents, else 1."""

    name: str
    kind: UnitKind
    first: int
    after: int
    factor: float = 1.0


class Money:
    """Which money a report means where a name or symbol stands for several: by the countries that it names."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.known: dict[tuple[str, ...], str | None] = {}

    def choose(self, codes: tuple[str, ...]) -> str | None:
        """The code whose issuer the report names most often; None where it names none, or two equally often."""
        if len(codes) == 1:
            return codes[0]
        if codes not in self.known:
            counts: dict[str, int] = dict.fromkeys(codes, 0)
            owners = _owners(codes)
            for match in _issuers(codes).finditer(self.text):
                for code in owners[match.group().lower()]:
                    counts[code] += 1
            ranked = sorted(counts.values(), reverse=True)
            best = max(counts, key=lambda code: counts[code])
            self.known[codes] = best if ranked[0] > ranked[1] else None
        return self.known[codes]


@lru_cache(maxsize=256)
def _issuers(codes: tuple[str, ...]) -> re.Pattern[str]:
    names = sorted(_owners(codes), key=lambda name: (-len(name), name))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=256)
def _owners(codes: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    signs = [(issuer, code) for code in codes for issuer in currencies.ISSUERS[code]]
    signs += [(sign, meant[0]) for sign, meant in currencies.SYMBOLS.items() if len(meant) == 1 and meant[0] in codes]
    return {name: tuple(code for other, code in signs if other == name) for name, _ in signs if name != "us"}


def unit_before(words: Words, number: Number, money: Money) -> Unit | None:
    """The currency that stands before a number: "$", "US$", "EUR", "Rs."."""
    k = number.first - 1
    if words.low[k] == "." and words.glued(k - 1) and words.low[k - 1] in currencies.PREFIXES:
        k -= 1
    word = words.low[k]
    if (meant := currencies.SYMBOLS.get(word)) is not None:
        letters = words.low[k - 1]
        if word == "$" and words.glued(k - 1) and letters[:1].isalpha():
            code = currencies.DOLLARS.get(letters) or (letters.upper() if letters.upper() in currencies.CODES else None)
            return Unit(code, "money", k - 1, number.after) if code else None
        return Unit(money.choose(meant) or meant[0], "money", k, number.after)
    if _is_code(words, k, number):
        return Unit(words.raw[k], "money", k, number.after)
    if word in currencies.PREFIXES and words.raw[k][0].isupper():
        meant = currencies.PREFIXES[word]
        return Unit(money.choose(meant) or meant[0], "money", k, number.after)
    return None


def unit_after(words: Words, number: Number, money: Money) -> Unit | None:
    """The unit that follows a number, also joined to it by a hyphen."""
    j = number.after
    if words.hyphen(j) or (words.low[j] in "-–" and words.low[j] and number.scaled and words.glued(j)):
        j += 1
    return _measure(words, number, j) or _money(words, number, j, money)


# --- measures -----------------------------------------------------------------------------------


def _measure(words: Words, number: Number, j: int) -> Unit | None:
    glued = j == number.after and words.glued(j - 1)
    if words.low[j] == "of" and number.vague:  # "thousands of miles"
        j += 1
    if words.low[j] in units.FIRST_WORDS:
        for length in range(units.LONGEST, 0, -1):
            name = units.MEASURES.get(tuple(words.low[j : j + length]))
            if name is not None and not (name == "percent" and words.low[j] == "percentage"):
                return Unit(name, "percent" if name == "percent" else "measure", j, j + length)
    if glued and not number.spelled and words.raw[j] in units.CASED:
        return _abbreviated(words, number, j)
    return None


def _abbreviated(words: Words, number: Number, j: int) -> Unit | None:
    """A measure of one or two letters right behind the digits, where nothing speaks for another reading."""
    raw = words.raw[j]
    following = words.low[j + 1]
    if raw in ("C", "F", "W", "V") and (words.is_word(j + 1) and words.raw[j + 1][0].isupper()):
        return None
    if raw in ("m", "t", "g", "l", "in"):
        shown = following in units.EXTENTS if raw in ("m", "in") else following == "of"
        converted = following == "(" and words.low[j + 2][:1].isdigit()
        bracketed = words.low[number.first - 1] == "(" and following == ")"
        if number.scaled or not (shown or converted or bracketed):
            return None
    name = units.CASED[raw]
    return Unit(name, "percent" if name == "percent" else "measure", j, j + 1)


def is_weight(words: Words, unit_at: int) -> bool:
    """Whether the pounds at token `unit_at` are a weight, by the words around them."""
    low = words.low
    around = low[max(0, unit_at - _MOST_WORDS_AROUND) : unit_at + _MOST_WORDS_AROUND]
    return any(word in units.WEIGHTY for word in around)


# --- money --------------------------------------------------------------------------------------


def _money(words: Words, number: Number, j: int, money: Money) -> Unit | None:
    low = words.low
    if low[j] == "of" and number.vague:  # "millions of dollars"
        j += 1
    codes, at = _issuer(words, j)
    for length in (2, 1):
        name = " ".join(low[at : at + length])
        if name in currencies.NAMES:
            return _named(words, number, Unit(name, "money", j, at + length), at, codes, money)
    if low[at] in currencies.CENTS:
        return Unit(_cents(low[at], codes), "money", j, at + 1, 0.01)
    if codes:
        return None
    if low[j] in currencies.SYMBOLS and not (words.glued(j) and words.raw[j + 1][:1].isdigit()):
        meant = currencies.SYMBOLS[low[j]]
        return Unit(money.choose(meant) or meant[0], "money", j, j + 1)
    if _is_code(words, j, number):
        return Unit(words.raw[j], "money", j, j + 1)
    if low[j] in currencies.PREFIXES and words.raw[j][0].isupper() and low[j] not in ("php", "rm", "rp", "tk"):
        meant = currencies.PREFIXES[low[j]]
        return Unit(money.choose(meant) or meant[0], "money", j, j + 1)
    return None


def _issuer(words: Words, j: int) -> tuple[tuple[str, ...], int]:
    """The currencies of the country named at token `j` (none where none is), and the token after it."""
    if words.low[j] in _ISSUER_STARTS:
        for length in range(_LONGEST_ISSUER, 0, -1):
            if (codes := _ISSUERS.get(tuple(words.low[j : j + length]))) is not None:
                return codes, j + length
    return (), j


def _named(words: Words, number: Number, unit: Unit, at: int, issued: tuple[str, ...], money: Money) -> Unit | None:
    """The currency called `unit.name` at token `at`: by its issuer, else by what the report tells, else by use."""
    name = unit.name
    meant = currencies.NAMES[name]
    if issued:
        codes = tuple(code for code in meant if code in issued)
        return unit._replace(name=codes[0]) if codes else None
    if name in currencies.UNLIKELY and not number.scaled:
        return None
    if name in ("pound", "pounds") and is_weight(words, at):
        return unit._replace(name="pound", kind="measure")
    code = currencies.USUAL.get(name) or money.choose(meant)
    if code is not None:
        return unit._replace(name=code)
    if name in currencies.UNLIKELY or name in ("pound", "pounds"):
        return unit._replace(name="pound", kind="measure") if name.startswith("pound") else None
    return unit._replace(name=name.removesuffix("s"))


def _cents(word: str, issued: tuple[str, ...]) -> str:
    return issued[0] if issued else currencies.CENTS[word]


def _is_code(words: Words, k: int, number: Number) -> bool:
    """Whether token `k` is a currency's code; one that is a word as well needs a large amount beside it."""
    raw = words.raw[k]
    if raw not in currencies.CODES:
        return False
    return raw not in currencies.WORDLIKE_CODES or number.scaled or number.value >= _LARGE


def rate(words: Words, j: int) -> int | None:
    """The token after "a share", "per day" and the like at token `j`; None where there is none."""
    if words.low[j] == "per" and words.is_word(j + 1):
        return j + 2
    if words.low[j] in ("a", "an", "each", "every") and words.low[j + 1] in en.RATE_NOUNS | en.RATE_TIMES:
        if words.low[j + 2] in en.AFTER_MOMENTS:  # "$3m a year ago" tells when
            return None
        return j + 2
    return None
