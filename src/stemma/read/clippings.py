"""Exports of clipping databases, Nexis and Factiva: many reports in one text, each under the labels they print.

Document 1 of 25 | Headline | The Morra Gull | January 19, 2022 Wednesday | Byline: Ada Rill | Length: 512 words |
Body | ... | Load-Date: January 20, 2022 | End of Document

HD Headline | BY Ada Rill | WC 512 words | PD 19 January 2022 | ET 14:05 | SN Morra Gull | LP ... | TD ... | AN ...
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from stemma.read.dates import normalised
from stemma.read.draft import Draft
from stemma.read.lines import ends_sentence

READER = "clippings/1"

_MARKS = re.compile(r"\bload-date:|>\s*document [A-Z][A-Z0-9]{2,9}\d{8,}\w{4,}\s*<|>\s*AN\s*<", re.IGNORECASE)

# --- Nexis ----------------------------------------------------------------------------------------

_NEXIS_START = re.compile(r"(?:document\s+)?\d+ of \d+(?:\s+documents?)?$", re.IGNORECASE)
_NEXIS_END = re.compile(r"end of document$", re.IGNORECASE)
_LABELS = (
    "byline|section|length|dateline|highlight|load-date|language|publication-type|publication type|journal code|subject"
    "|company|organization|geographic|person|ticker|industry|country|city|state|graphic|series|type|url|notes|correction"
    "|correction-date|copyright|body|classification|acc-no|document-type|name|persons|event|title"
    "|time of day|document id"
)
_LABEL = re.compile(rf"(?P<label>{_LABELS})\s*:\s*(?P<value>.*)$", re.IGNORECASE)
_BODY, _CLASSIFICATION = re.compile(r"body$", re.IGNORECASE), re.compile(r"classification$", re.IGNORECASE)
_LENGTH = re.compile(r"length:\s*[\d,.]+ words\b", re.IGNORECASE)
_LOAD_DATE = re.compile(r"load-date:", re.IGNORECASE)
_COPYRIGHT = re.compile(r"(?:copyright|©|\(c\))\s|all rights reserved\b", re.IGNORECASE)
# Labels that stand before the body; all others close it.
_BEFORE_BODY = frozenset(("byline", "section", "length", "dateline", "highlight", "series", "title", "correction"))

# --- Factiva --------------------------------------------------------------------------------------

_FIELDS = "SE|HD|CR|BY|WC|PD|ET|SN|SC|ED|PG|VOL|LA|CY|LP|TD|ART|CT|RF|CO|IN|NS|RE|IPC|IPD|PUB|AN|CLM|DLN"
_FIELD = re.compile(rf"(?P<field>{_FIELDS})(?:\s+(?P<value>\S.*))?$")
_FACTIVA_END = re.compile(r"document [A-Z][A-Z0-9]{2,}\d{8}\w{4,}$", re.IGNORECASE)
_WORDS = re.compile(r"[\d,.]+ words$")
_CLOCK = re.compile(r"\d{1,2}:\d{2}(?:\s*[ap]\.?m\.?)?(?:\s+[A-Z]{2,4})?$", re.IGNORECASE)
_CODE = re.compile(r"[A-Z][A-Z0-9]{1,9}$")
_MOST_HEAD_LINES = 20


def clippings_of(draft: Draft) -> list[Draft]:
    """The reports of an export; none where `draft` is no export."""
    lines = [line.strip() for line in draft.text.split("\n")]
    for maker, cut, read in (
        ("Nexis", _nexis_blocks, _nexis),
        ("Factiva", _field_blocks, _factiva_fields),
        ("Factiva", _factiva_blocks, _factiva_page),
    ):
        if found := [part for block in cut(lines) if (part := read(block))]:
            return [
                replace(part, reader=f"{draft.reader}+{READER}", container=draft.title or f"{maker} export")
                for part in found
            ]
    return []


def is_export(text: str) -> bool:
    """Whether `text`, which may be markup, holds the marks of an export; a cheap look before `clippings_of`."""
    return _MARKS.search(text) is not None


def _nexis_blocks(lines: Sequence[str]) -> Iterator[Sequence[str]]:
    """The lines of each document, by whichever of its marks all documents have."""
    if not any(map(_LENGTH.match, lines)) or not any(map(_LOAD_DATE.match, lines)):
        return
    starts = [number for number, line in enumerate(lines) if _NEXIS_START.match(line)]
    if starts:
        yield from (lines[start + 1 : end] for start, end in pairwise([*starts, len(lines)]))
        return
    ends = [number for number, line in enumerate(lines) if _NEXIS_END.match(line)]
    ends = ends or [number for number, line in enumerate(lines) if _LOAD_DATE.match(line)]
    yield from (lines[start:end] for start, end in pairwise([0, *(end + 1 for end in ends)]))


def _nexis(block: Sequence[str]) -> Draft | None:
    labelled = [(number, match) for number, line in enumerate(block) if (match := _LABEL.match(line))]
    length = next((number for number, line in enumerate(block) if _LENGTH.match(line)), None)
    if length is None:
        return None
    told = {match["label"].casefold(): match["value"].strip() for _, match in reversed(labelled)}
    first = next(
        (n + 1 for n, line in enumerate(block) if n >= length and _BODY.match(line)),
        max(n + 1 for n, match in labelled if match["label"].casefold() in _BEFORE_BODY and n <= length + 4),
    )
    closing = [n for n, match in labelled if n >= first and match["label"].casefold() not in _BEFORE_BODY]
    closing += [n for n in range(first, len(block)) if _CLASSIFICATION.match(block[n])]
    last = min((n for n in closing if _closes(block, n)), default=len(block))
    head = [line for line in block[: min(labelled[0][0], length)] if line and not _NEXIS_START.match(line)]
    outlet, title, published = _nexis_head(head)
    return _made(
        block[first:last],
        title=told.get("title") or title,
        outlet=outlet,
        byline=told.get("byline"),
        dateline=told.get("dateline"),
        published=published or normalised(told.get("load-date")),
        url=told.get("url"),
    )


def _closes(block: Sequence[str], number: int) -> bool:
    """Whether a label stands where labels close a document: only labels, notices and short lines come behind it."""
    return not any(
        len(line) > 60 and ends_sentence(line) and not _LABEL.match(line)
        for line in block[number + 1 : number + 6]
        if not _COPYRIGHT.search(line)
    )


def _nexis_head(head: Sequence[str]) -> tuple[str | None, str | None, str | None]:
    """Outlet, title and time: the old form starts with the outlet, the new one with the title; the day follows."""
    plain = [line for line in head if not _COPYRIGHT.match(line)]
    day = next((n for n, line in enumerate(plain) if n and normalised(line)), None)
    if day is None:
        return (plain[0] if len(plain) > 1 else None), (plain[-1] if plain else None), None
    published = normalised(plain[day])
    behind = plain[day + 1 :]
    if behind and normalised(f"{plain[day]} {behind[0]}") not in (None, published):
        published, behind = normalised(f"{plain[day]} {behind[0]}"), behind[1:]
    # An edition ("Late Edition - Final") stands behind the day too, before the title.
    title = behind[-1] if behind and day == 1 else " ".join(plain[: day - 1]) or None
    return plain[day - 1], title or (behind[-1] if behind else None), published


# --- Factiva, by fields -----------------------------------------------------------------------------


def _field_blocks(lines: Sequence[str]) -> Iterator[Sequence[str]]:
    starts = [number for number, line in enumerate(lines) if (match := _FIELD.match(line)) and match["field"] == "HD"]
    for start, end in pairwise([*starts, len(lines)]):
        fields = {match["field"] for line in lines[start:end] if (match := _FIELD.match(line))}
        if {"WC", "PD", "SN"} <= fields and fields & {"LP", "TD"}:
            yield lines[start:end]


def _factiva_fields(block: Sequence[str]) -> Draft | None:
    fields: dict[str, list[str]] = {}
    current: list[str] = []
    for line in block:
        if match := _FIELD.match(line):
            current = fields.setdefault(match["field"], [])
            line = match["value"] or ""
        elif _FACTIVA_END.match(line):
            break
        current.append(line)
    told = {field: " ".join(line for line in lines if line) for field, lines in fields.items()}
    clock = told.get("ET", "")
    return _made(
        [*fields.get("LP", ()), "", *fields.get("TD", ())],
        title=told.get("HD"),
        outlet=told.get("SN"),
        byline=told.get("BY"),
        dateline=told.get("DLN"),
        published=normalised(f"{told.get('PD', '')} {clock}".strip()),
        url=None,
    )


# --- Factiva, as a page -----------------------------------------------------------------------------


def _factiva_blocks(lines: Sequence[str]) -> Iterator[Sequence[str]]:
    ends = [number for number, line in enumerate(lines) if _FACTIVA_END.match(line)]
    yield from (lines[start:end] for start, end in zip([0, *(end + 1 for end in ends)], ends, strict=False))


def _factiva_page(block: Sequence[str]) -> Draft | None:
    lines = [line for line in block[: 3 * _MOST_HEAD_LINES] if line][:_MOST_HEAD_LINES]
    count = next((n for n, line in enumerate(lines[:-3]) if _WORDS.match(line) and normalised(lines[n + 1])), None)
    if not count:
        return None
    clock = lines[count + 2] if _CLOCK.match(lines[count + 2]) else ""
    outlet = count + (3 if clock else 2)
    notice = next((n for n, line in enumerate(lines) if n > outlet and _COPYRIGHT.match(line)), None)
    last = (
        lines[notice]
        if notice is not None
        else next((line for line in lines[outlet + 1 :] if _CODE.match(line)), lines[outlet])
    )
    byline = lines[count - 1] if count > 1 and re.match(r"by\b", lines[count - 1], re.IGNORECASE) else None
    title = lines[count - (2 if byline else 1)]
    body = block[list(block).index(last) + 1 :]
    return _made(
        body,
        title=title,
        outlet=lines[outlet],
        byline=byline,
        dateline=None,
        published=normalised(f"{lines[count + 1]} {clock}".strip()),
        url=None,
    )


def _made(
    body: Sequence[str],
    *,
    title: str | None,
    outlet: str | None,
    byline: str | None,
    dateline: str | None,
    published: str | None,
    url: str | None,
) -> Draft | None:
    """The draft of one report; none where it has no words."""
    text = "\n".join(body).strip("\n")
    if not any(letter.isalnum() for letter in text):
        return None
    byline = re.sub(r"^by:?\s+", "", byline, flags=re.IGNORECASE) if byline else None
    return Draft(
        text=re.sub(r"\n{3,}", "\n\n", text),
        reader="",
        outlet=outlet or None,
        title=title or None,
        byline=byline or None,
        authors=(byline,) if byline else (),
        dateline=dateline or None,
        published=published,
        url=url if url and url.startswith("http") else None,
    )
