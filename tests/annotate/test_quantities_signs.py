"""Figures of other languages than English, and the tables of currencies and measures."""

import pytest

from stemma.annotate.quantities import quantities
from stemma.lang import currencies, units
from stemma.model import Span


def told(text: str, language: str = "de") -> list[tuple[float, str]]:
    return [(q.value, q.unit) for q in quantities(text, [Span(0, len(text))], language=language)]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Es waren 3,5 % der Boote.", [(3.5, "percent")]),
        ("Es waren 12% der Boote.", [(12, "percent")]),
        ("Es kostet 1.200,50 €.", [(1200.5, "EUR")]),
        ("Il coûte 1 200 €.", [(1200, "EUR")]),
        ("Il coûte 12\u00a0500,50\u00a0€.", [(12500.5, "EUR")]),
        ("Es kostet 1.200.000 EUR.", [(1.2e6, "EUR")]),
        ("Es kostet EUR 30.", [(30, "EUR")]),
        ("Es kostet US-Bürger $40.", [(40, "USD")]),
        ("Fiyatlar %41 arttı.", []),
        ("Fiyatlar (%41).", [(41, "percent")]),
        # the meaning of one separator before three digits is taken from the rest of the text
        ("Es kostet 1.200 €, also 3,5 % mehr.", [(1200, "EUR"), (3.5, "percent")]),
        ("Es kostet 1.200 €.", []),
        # a word beside the number may be a magnitude
        ("Es kostet 5 Millionen €.", []),
        ("Es kostet €5 Millionen.", []),
        ("Es kostet 4 Mio. USD.", []),
        # no figures
        ("Am 14.30 um 5/10 € oder 3:2 € und 1-2-3 %.", []),
        ("Die Nummer 0049 % und 1.2.3 %.", []),
        ("Zwölf Boote sanken, 34 Menschen starben 2014.", []),
    ],
)
def test_signs_and_codes_tell_figures_in_any_language(text: str, figures: list[tuple[float, str]]) -> None:
    assert told(text) == figures


def test_a_regional_tag_of_english_is_english() -> None:
    assert told("Nine boats sank.", "en-GB") == [(9, "count")]


def test_each_code_has_three_capitals_names_and_issuers() -> None:
    assert len(currencies.CODES) == len(currencies.CURRENCIES) > 140
    for code, names, issuers in currencies.CURRENCIES:
        assert len(code) == 3
        assert code.isupper()
        assert all(word and word == word.strip().lower() for word in (*names, *issuers))


def test_no_two_currencies_share_a_name_and_an_issuer() -> None:
    owned = [
        (name, issuer, code)
        for code, names, issuers in currencies.CURRENCIES
        for name in dict.fromkeys(names)
        for issuer in dict.fromkeys(issuers)
    ]
    pairs = [(name, issuer) for name, issuer, _ in owned]
    assert len(pairs) == len(set(pairs))


def test_tables_of_signs_hold_known_codes_only() -> None:
    signs = [*currencies.SYMBOLS.values(), *currencies.PREFIXES.values(), *currencies.NAMES.values()]
    meant = {code for codes in signs for code in codes} | {*currencies.DOLLARS.values(), *currencies.CENTS.values()}
    assert meant <= currencies.CODES
    assert {code for code in currencies.USUAL.values() if code} <= currencies.CODES
    assert set(currencies.USUAL) | currencies.UNLIKELY <= set(currencies.NAMES)


def test_each_form_of_a_measure_is_in_lower_case() -> None:
    assert all(form == tuple(word.lower() for word in form) for form in units.MEASURES)
    assert {part for part, _ in units.PARTS.values()} | set(units.PARTS) <= set(units.MEASURES.values())
