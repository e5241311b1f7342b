"""Whom a report itself credits: in its dateline, byline, body, metadata or address.

A credit says where the words come from. "The minister told AP", "Reuters reported" and "according to AFP" say where
one fact comes from, and "Photo: Reuters" where a picture does; none of them is a credit. So names count only in the
set forms of a credit, on the first and last lines of a report.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from urllib.parse import urlsplit

from stemma.lang.agencies import ADDRESSES, AGENCIES, NAMELESS, Agency
from stemma.model import Credit, CreditBasis, Span
from stemma.read.datelines import Dateline
from stemma.read.furniture import Kind, byline_of
from stemma.read.lines import Line
from stemma.read.unknown_wires import is_wire_by_form, names_by_form, spelled_out
from stemma.read.wires import ANY_NAME, BY_ALIAS, NAMED, agency_called, listed_agencies, names_in

_HEAD_LINES, _FOOT_LINES = 8, 8
_LONGEST = 400
_LONGEST_ENDING = 300

# A full stop that ends no sentence: that of an initial.
_WORDS = r"(?:[^.!?;:]|(?<=\b[A-Z])\.|(?<=\bJr)\.|(?<=\bSt)\.)"
_THIS = r"\W*this (?:report|story|article|dispatch|piece|post)"
_MADE = r"(?:published|produced|written|provided|distributed|syndicated|supplied|released|posted|generated)"

# Sentences in which any agency among the words of `who` is credited, each after words that it must hold: a form that
# begins with any words at all takes long to fail.
_HELPED = tuple(
    (needle, re.compile(form, re.IGNORECASE))
    for needle, form in (
        (
            "contributed",
            rf"(?P<who>{_WORDS}{{2,300}})\bcontributed (?:\w+ )?(?:to|for) this "
            r"(?:report|story|article|dispatch|piece)\b",
        ),
        ("contributed", rf"(?P<who>{_WORDS}{{2,100}})\bcontributed reporting\b"),
        (
            "",
            r"\W*(?:(?:this|the) (?:report|story|article) (?:includes|contains) |with |additional |including )+"
            r"(?:reporting|reports|inputs?|files|material|information|contributions) (?:by|from|of) "
            r"(?P<who>[^.!?;]{2,100})",
        ),
        (
            "",
            r"\W*(?:material|information|reports?|reporting|content) (?:by|from) (?P<who>[^.!?;]{2,80}) "
            r"(?:was|were|is|are) (?:also )?(?:used|included|contained)\b",
        ),
        ("please credit", r".{0,300}\bplease credit (?P<who>[^.!?;,]{2,60})"),
    )
)
# Sentences in which `who` must start with the name.
_MADE_BY = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_THIS} (?:\w+ ){{0,3}}{_MADE} (?:by|from|in|on) (?P<who>[^.!?;,]{{2,80}})",
        rf"{_THIS} (?:(?:is|comes|was|has been) (?:taken |adapted |reprinted |republished |courtesy )?(?:from|of)"
        r"|(?:originally|first) appeared (?:in|on|at)) (?P<who>[^.!?;,]{2,80})",
        rf"\W*(?:originally|first|re)?\s?(?:{_MADE}|printed) (?:with permission )?(?:by|in|from|courtesy of) "
        r"(?P<who>[^.!?;,]{2,60})[.\W]*$",
        r"\W*(?:copyright|©|\(c\))[\s©]*(?:\(c\)\s*)?(?:by )?\(?(?:(?:19|20)\d\d(?:\s*[-–]\s*\d{2,4})?)?\)?,?\s*"
        r"(?:by )?(?P<who>[^.!?;]{2,60})",
    )
)
_COPYRIGHT = re.compile(r"\W*(?:copyright|©|\(c\))", re.IGNORECASE)
_SENTENCE_BREAK = re.compile(r"(?<=[.!?\"”’)])\s+(?=[(\[\"“]?[A-Z])")
_SIGNATURE = re.compile(
    r"(?<=[.!?\"”’])\s*(?:[(\[](?P<brackets>[^()\[\]]{2,60})[)\]]|[—–/-]{1,2}\s?(?P<dash>[^.—–\s]{2,20}))$"
)


def credits_of(
    lines: Sequence[Line],
    kinds: Mapping[Span, Kind],
    *,
    dateline: Dateline | None = None,
    authors: Iterable[str] = (),
    url: str | None = None,
    outlet: str | None = None,
) -> tuple[Credit, ...]:
    """The credits of a report, one for each name: the first of dateline, body, metadata and address that gives it."""
    found: list[Credit] = []
    if dateline and dateline.names and dateline.names_span:
        found += _listed(dateline.names, dateline.names_span.start, "dateline")
        if not found and is_wire_by_form(dateline.names):
            name = spelled_out(dateline.names, (line.text for line in lines))
            found.append(Credit(name=name, basis="dateline", span=dateline.names_span))
    found += _in_body(lines, kinds, outlet or _host(url))
    for author in authors:
        found += [Credit(name=name, basis="metadata") for name in names_in_byline(author)]
    found += [Credit(name=name, basis="address") for name in names_in_address(url)]
    first: dict[str, Credit] = {}
    for credit in found:
        first.setdefault(credit.name, credit)
    return tuple(first.values())


def names_in_address(url: str | None) -> list[str]:
    """The agencies whose copy an address says that it holds.

    >>> names_in_address("https://example.com/aponline/2018/01/02/a-bridge.html")
    ['Associated Press']
    """
    host = _host(url)
    if not url or not host:
        return []
    names = [agency.name for agency in AGENCIES if not agency.prints and _is_host_of(agency, host)]
    path = urlsplit(url.casefold()).path
    for pattern, alias in ADDRESSES:
        if match := re.search(pattern, path):
            agency = agency_called(alias or match[0].strip("/").rsplit("/", 1)[-1])
            names += [agency.name] if agency else []
    return list(dict.fromkeys(names))


def names_in_byline(byline: str) -> list[str]:
    """The agencies among the names of a byline.

    >>> names_in_byline("Jane Doe, Associated Press"), names_in_byline("PA Smith")
    (['Associated Press'], [])
    """
    names = []
    for part in re.split(r"[,/;|&()]|\b(?:and|for|of|in|by|By|with|via)\b|\s[-–—]\s", byline[:_LONGEST]):
        words = [word for word in part.split() if word.casefold() not in NAMELESS and word.casefold() != "the"]
        if agency := agency_called(" ".join(words)):
            names.append(agency.name)
        elif match := re.search(rf"\b({ANY_NAME})$", " ".join(words)):
            # "JANE DOE Associated Press": short names would be initials here.
            names += [BY_ALIAS[match[1]].name] if len(match[1]) > 5 else []
        else:
            names += names_by_form(" ".join(words))
    return list(dict.fromkeys(names))


def _in_body(lines: Sequence[Line], kinds: Mapping[Span, Kind], own: str | None) -> Iterator[Credit]:
    worded = [line for line in lines if kinds.get(line.span) not in ("caption", "running", "related", "share")]
    foot = max(_HEAD_LINES, len(worded) - _FOOT_LINES)
    for line in worded[:_HEAD_LINES]:
        yield from _in_line(line, kinds.get(line.span), own)
    for line in worded[foot:]:
        yield from _in_line(line, kinds.get(line.span), own)
    if worded:
        prose = [line for line in worded if line.span not in kinds]
        for line in prose[-1:]:
            yield from _signed(line)


def _in_line(line: Line, kind: Kind | None, own: str | None) -> Iterator[Credit]:
    text = line.text
    if byline := kind == "byline" and byline_of(text):
        for name in names_in_byline(byline):
            yield Credit(name=name, basis="byline", span=line.span)
        return
    if listed := listed_agencies(text):
        for start, end, agency in listed:
            yield Credit(name=agency.name, basis="text", span=_place(line, start, end))
        return
    for start, part in _endings(text):
        for agency in _credited(part, own):
            yield Credit(name=agency.name, basis="text", span=_place(line, start, start + len(part)))


def _endings(text: str) -> Iterator[tuple[int, str]]:
    """The line if it is short, and each of its last two sentences."""
    if len(text) <= _LONGEST:
        yield 0, text
    tail = max(0, len(text) - 2 * _LONGEST_ENDING)
    for found in list(_SENTENCE_BREAK.finditer(text, tail))[-2:]:
        yield found.end(), text[found.end() :]


def _credited(text: str, own: str | None) -> Iterator[Agency]:
    folded = text.casefold()
    for needle, form in _HELPED:
        if needle in folded and (match := form.match(text)):
            known = [BY_ALIAS[named["name"]] for named in NAMED.finditer(match["who"])]
            names = {alias for agency in known for alias in agency.aliases}
            yield from known
            yield from (Agency(name, (name,)) for name in names_by_form(match["who"]) if name not in names)
    for form in _MADE_BY:
        if match := form.match(text):
            named = NAMED.match(re.sub(r"^[Tt]he ", "", match["who"].strip()))
            agency = BY_ALIAS[named["name"]] if named else _by_form(match["who"])
            # A notice on an outlet's own page credits nobody else.
            if agency and not (agency.prints and _COPYRIGHT.match(text) and _is_own(agency, own)):
                yield agency


def _by_form(who: str) -> Agency | None:
    """The agency whose name stands first in `who`, where its form alone tells it."""
    words = who.strip().removeprefix("the ").removeprefix("The ")
    return next((Agency(name, (name,)) for name in names_by_form(words) if words.startswith(name)), None)


def _signed(line: Line) -> Iterator[Credit]:
    """The agency behind the last full stop of the prose: "… he said. (AP)", "… he said. —AFP"."""
    tail = max(0, len(line.text) - 80)
    match = _SIGNATURE.search(line.text, tail)
    if match is None:
        return
    for start, end, agency in listed_agencies(match["brackets"] or match["dash"] or ""):
        offset = match.start("brackets" if match["brackets"] else "dash")
        yield Credit(name=agency.name, basis="text", span=_place(line, offset + start, offset + end))


def _listed(names: str, offset: int, basis: CreditBasis) -> Iterator[Credit]:
    for start, end, agency in names_in(names):
        yield Credit(name=agency.name, basis=basis, span=Span(offset + start, offset + end))


def _place(line: Line, start: int, end: int) -> Span:
    return Span(line.first + start, line.first + end)


def _host(url: str | None) -> str | None:
    try:
        return urlsplit(url.casefold()).hostname if url else None
    except ValueError:
        return None


def _is_host_of(agency: Agency, host: str) -> bool:
    return any(host == own or host.endswith("." + own) for own in agency.hosts)


def _is_own(agency: Agency, own: str | None) -> bool:
    if not own:
        return False
    letters = re.sub(r"\W", "", own.casefold())
    return _is_host_of(agency, own.casefold()) or re.sub(r"\W", "", agency.name.casefold()) in letters
