"""Outlets and agencies by the names and addresses that they go by."""

from functools import lru_cache

from stemma.lang.agencies import AGENCIES


def agency_of(outlet: str | None) -> str | None:
    """The agency or syndicating outlet whose own page an outlet's is, by its host name or its name.

    >>> agency_of("www.nytimes.com"), agency_of("AFP"), agency_of("www.example.org")
    ('New York Times', 'Agence France-Presse', None)
    """
    return _agency_of((outlet or "").casefold())


@lru_cache(maxsize=1 << 12)
def _agency_of(outlet: str) -> str | None:
    for agency in AGENCIES:
        if any(outlet == host or outlet.endswith("." + host) for host in agency.hosts):
            return agency.name
        if outlet and outlet in (agency.name.casefold(), *(alias.casefold() for alias in agency.aliases)):
            return agency.name
    return None
