"""From a draft to a report: what the words tell about title, byline, dateline, time, credits and furniture."""

import re
from collections.abc import Sequence
from hashlib import blake2b

from stemma.model import PublishedBasis, Report, Span
from stemma.read import dates
from stemma.read.credits import credits_of
from stemma.read.datelines import Dateline, dateline_of
from stemma.read.draft import Draft
from stemma.read.furniture import Kind, byline_of, furniture_kinds, merged
from stemma.read.lines import Line, ends_sentence, lines_of
from stemma.read.running import Masthead, masthead_of, running_lines
from stemma.text.language import language_of

_LONGEST_TITLE = 160
_SECTION_NUMBER = re.compile(r"\d+(?:\.\d+)+\.?\s+(?=\S)")


def report_from(draft: Draft, uri: str, sha256: str) -> Report:
    """The report that a draft makes, read at `uri` from bytes with the given hash."""
    lines = lines_of(draft.text)
    kinds = furniture_kinds(lines, (*draft.furniture, *running_lines(lines)), draft.title)
    prose = [line for line in lines if line.span not in kinds]
    dateline = dateline_of(prose)
    byline = draft.byline or _byline(lines, kinds)
    masthead = next((m for line in lines if kinds.get(line.span) == "running" and (m := masthead_of(line.text))), None)
    outlet = draft.outlet or (masthead.name if masthead else None)
    published, basis = _published(draft, lines, dateline, masthead)
    return Report(
        id=report_id(outlet or draft.url or "", draft.text),
        uri=uri,
        text=draft.text,
        language=language_of("\n".join(line.text for line in prose[:40])),
        sha256=sha256,
        reader=draft.reader,
        published=published,
        published_basis=basis,
        url=draft.url,
        outlet=outlet,
        title=draft.title or _title(prose, dateline),
        byline=byline,
        dateline=draft.dateline or (dateline.text if dateline else None),
        retrieved=draft.retrieved,
        credits=credits_of(lines, kinds, dateline=dateline, authors=draft.authors, url=draft.url, outlet=outlet),
        furniture=merged(draft.text, kinds),
        container=draft.container,
    )


def report_id(outlet: str, text: str) -> str:
    """Sixteen hexadecimal digits that stand for this text from this outlet."""
    return blake2b(f"{outlet}\0{text}".encode(), digest_size=8).hexdigest()


def _byline(lines: Sequence[Line], kinds: dict[Span, Kind]) -> str | None:
    return next((byline_of(line.text) for line in lines if kinds.get(line.span) == "byline"), None)


def _title(prose: Sequence[Line], dateline: Dateline | None) -> str | None:
    """The first line if it is short, no sentence, no dateline, and something follows it."""
    if len(prose) < 2:
        return None
    first = prose[0].text
    if len(first) > _LONGEST_TITLE or first.endswith((".", ":", ",", ";")) or _is_spoken(first):
        return None
    if dateline and first.startswith(dateline.text):
        return None
    return _SECTION_NUMBER.sub("", first, count=1) if _SECTION_NUMBER.match(first) else first


def _is_spoken(line: str) -> bool:
    return line.startswith(("“", '"', "- ", "• ")) and ends_sentence(line)


def _published(
    draft: Draft, lines: Sequence[Line], dateline: Dateline | None, masthead: Masthead | None
) -> tuple[str | None, PublishedBasis]:
    if found := draft.published or dates.in_address(draft.url):
        return found, "metadata"
    told = dates.in_text(line.text for line in lines) or dates.in_dateline(dateline.text if dateline else None)
    told = told or (masthead.day if masthead else None)
    return (told, "text") if told else (None, "none")
