"""Whom reports credit, as evidence for the name of an origin and for direction."""

from collections.abc import Sequence
from dataclasses import dataclass

from stemma.lang.agencies import AGENCIES
from stemma.model import Credit, Report

WHOLE = ("dateline", "byline", "address", "metadata")
"""Where a credit covers the whole report; one in the text may be for a part of it."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A name for an origin, with what speaks for it."""

    name: str
    because: tuple[str, ...]


def whole_claim(report: Report) -> Claim | None:
    """The one whom a report credits for all of its text, if it is one and not the report's own outlet."""
    names = {credit.name for credit in report.credits if credit.basis in WHOLE}
    if len(names) != 1 or (name := names.pop()) == house(report):
        return None
    return Claim(name, (said(report, name),))


def best_claim(reports: Sequence[Report]) -> Claim | None:
    """The name that most of the reports give to what they share; whole credits go before partial ones.

    Where two names have equal support the evidence is thin: none is given.
    """
    support: dict[str, list[tuple[float, str]]] = {}
    for report in reports:
        for name in sorted({credit.name for credit in report.credits}):
            whole = any(credit.name == name and credit.basis in WHOLE for credit in report.credits)
            support.setdefault(name, []).append((1.0 if whole else 0.5, said(report, name)))
        own = house(report)
        if own is not None and any(own == credit.name for other in reports for credit in other.credits):
            support.setdefault(own, []).append((1.0, f"{report.outlet} publishes it as its own"))
    ranked = sorted(support.items(), key=lambda item: (-sum(n for n, _ in item[1]), item[0]))
    if not ranked or (len(ranked) > 1 and strength(ranked[0][1]) == strength(ranked[1][1])):
        return None
    name, found = ranked[0]
    return Claim(name, tuple(reason for _, reason in found))


def strength(support: Sequence[tuple[float, str]]) -> float:
    """The summed weights of what speaks for a name."""
    return sum(weight for weight, _ in support)


def said(report: Report, name: str) -> str:
    """In words: where a report credits a name."""
    where = ", ".join(sorted({credit.basis for credit in report.credits if credit.name == name}))
    return f"{report.outlet or report.uri} credits {name} ({where})"


def house(report: Report) -> str | None:
    """The agency or syndicating outlet whose own page the report is, by its host name or its name."""
    outlet = (report.outlet or "").casefold()
    for agency in AGENCIES:
        if any(outlet == host or outlet.endswith("." + host) for host in agency.hosts):
            return agency.name
        if outlet and outlet in (agency.name.casefold(), *(alias.casefold() for alias in agency.aliases)):
            return agency.name
    return None


def credits_of(report: Report) -> tuple[Credit, ...]:
    """The credits to others than the report's own outlet."""
    own = house(report)
    return tuple(credit for credit in report.credits if credit.name != own)
