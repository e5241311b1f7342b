"""Whom reports credit, as evidence for the name of an origin and for direction."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from stemma.lang.agencies import AGENCIES
from stemma.model import Credit, Report
from stemma.text.outlets import agency_of

HEAD_OF_TEXT = 400
"""Characters in which a dateline stands, title and byline before it included."""
MUCH = 0.4
"""Part of a report from which a text is what a partial credit may be for."""
WHOLE = ("dateline", "byline", "address", "metadata")
"""Where a credit covers the whole report; one in the text may be for a part of it."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A name for an origin, with what speaks for it."""

    name: str
    because: tuple[str, ...]


def is_whole(credit: Credit, report: Report) -> bool:
    """Whether a credit covers all of a report's text.

    One in the text does where a notice of copyright names the agency: "… contributed to this report" is for an unknown
    part, whoever's reporters contributed.
    """
    if credit.basis in WHOLE:
        return True
    notice = rf"(?:©|\(c\)|\bcopyright\b)[^\n]{{0,40}}\b{re.escape(credit.name)}\b"
    return re.search(notice, report.text, re.IGNORECASE) is not None


def whole_claim(report: Report) -> Claim | None:
    """The one whom a report credits for all of its text, if it is one and not the report's own outlet."""
    names = {credit.name for credit in report.credits if is_whole(credit, report)}
    if len(names) != 1 or (name := names.pop()) == house(report):
        return None
    return Claim(name, (said(report, name),))


def best_claim(reports: Mapping[str, float], texts: Mapping[str, Report]) -> Claim | None:
    """The name that most of the reports give to what they share; whole credits go before partial ones.

    `reports` gives for each id the part (0 to 1) of the report that the shared text is: "… contributed to this report"
    speaks for a text that is much of it. Where two names have equal support the evidence is thin, as it is where one
    partial credit for a small part is all: none is given.
    """
    support: dict[str, list[tuple[float, str]]] = {}
    for id, part in reports.items():
        report = texts[id]
        whole = {credit.name: False for credit in report.credits}
        for credit in report.credits:
            whole[credit.name] |= is_whole(credit, report)
        for name, covers in sorted(whole.items()):
            support.setdefault(name, []).append((1.0 if covers or part >= MUCH else 0.5, said(report, name)))
    for id in reports:
        report = texts[id]
        own = house(report)
        if own is not None and (own in support or signs(report, own)):
            support.setdefault(own, []).append((1.0, f"{report.outlet} publishes it as its own"))
    ranked = sorted(support.items(), key=lambda item: (-strength(item[1]), item[0]))
    if not ranked or strength(ranked[0][1]) < 1:
        return None
    if len(ranked) > 1 and strength(ranked[0][1]) == strength(ranked[1][1]):
        return None
    name, found = ranked[0]
    return Claim(name, tuple(reason for _, reason in found))


def signs(report: Report, name: str) -> bool:
    """Whether an outlet's own report carries its name in the dateline, as its copy for others does."""
    names = next((agency.aliases for agency in AGENCIES if agency.name == name), ())
    head = report.text[:HEAD_OF_TEXT]
    return any(f"({alias})" in head for alias in names)


def strength(support: Sequence[tuple[float, str]]) -> float:
    """The summed weights of what speaks for a name."""
    return sum(weight for weight, _ in support)


def said(report: Report, name: str) -> str:
    """In words: where a report credits a name."""
    where = ", ".join(sorted({credit.basis for credit in report.credits if credit.name == name}))
    return f"{report.outlet or report.uri} credits {name} ({where})"


def house(report: Report) -> str | None:
    """The agency or syndicating outlet whose own page the report is, by its host name or its name."""
    return agency_of(report.outlet)


def credits_report(child: Report, parent: Report) -> bool:
    """Whether `child` credits the outlet of `parent`."""
    names = {credit.name.casefold() for credit in child.credits}
    own = {name.casefold() for name in (house(parent), parent.outlet) if name}
    return bool(names & own)


def same_outlet(a: Report, b: Report) -> bool:
    """Whether one outlet published both."""
    return a.outlet is not None and b.outlet is not None and a.outlet.casefold() == b.outlet.casefold()


def one_wire(a: Report, b: Report) -> bool:
    """Whether both credit one agency for all of their text: then each may have it from there."""
    of_a, of_b = whole_claim(a), whole_claim(b)
    return of_a is not None and of_b is not None and of_a.name == of_b.name
