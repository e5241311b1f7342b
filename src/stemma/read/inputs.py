"""From what the user names to reports: files, folders, standard input."""

import io
import os
import stat
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO, TypeVar

from stemma.errors import ReadError
from stemma.model import Duplicate, Note, Problem, Report
from stemma.read.dates import normalised
from stemma.read.draft import Draft
from stemma.read.feed import read_feed
from stemma.read.folders import files_of, passed_over
from stemma.read.html import read_html, read_page
from stemma.read.jsonl import draft_of, host_of, id_of, record_of, records_of_json, records_of_lines
from stemma.read.mail import read_mail
from stemma.read.parts import parts_of
from stemma.read.pdf import read_pdf
from stemma.read.portions import LARGEST, Line, Portion, portions_of
from stemma.read.reports import report_from
from stemma.read.settings import ReadSettings
from stemma.read.sniff import SAMPLE, Format, sniff
from stemma.read.text import read_text
from stemma.read.warc import pages_of_warc

STDIN = "-"

OWN_ERROR = "Stemma's reader broke on it"

_T = TypeVar("_T")


def read(
    inputs: Iterable[str | Path], using: ReadSettings | None = None, stdin: BinaryIO | None = None
) -> Iterator[Report | Problem | Duplicate | Note]:
    """The reports that `inputs` hold, in their order; what can't be read comes as a `Problem`, the rest goes on.

    An input is a file, a folder (read with all its folders, in the order of names, without hidden files and those of
    kinds that hold no reports, which a `Note` counts) or "-" for `stdin`. A report that was read before (same outlet
    or address, same text) comes as a `Duplicate`.

    >>> import io
    >>> [report] = read(["-"], stdin=io.BytesIO(b"OSTRAVA (AP) -- The bridge was opened again on Tuesday."))
    >>> report.dateline, report.credits[0].name
    ('OSTRAVA (AP)', 'Associated Press')
    """
    using = using or ReadSettings()
    return without_repeats(read_portions(portions(inputs, using, stdin), using))


def portions(
    inputs: Iterable[str | Path], using: ReadSettings, stdin: BinaryIO | None = None
) -> Iterator[Portion | Problem | Note]:
    """What `inputs` hold in portions, in their order, so that several processes can read it."""
    for given in inputs:
        if str(given) == STDIN:
            yield from _guarded(STDIN, _portions_of_stdin(stdin, using))
            continue
        passed: Counter[str] = Counter()
        for path in files_of(Path(given), passed):
            if isinstance(path, Problem):
                yield path
            else:
                # A file keeps the very name that it was given by; those of folders have only one.
                name = str(given) if path == Path(given) else str(path)
                yield from _guarded(name, _portions_of_file(path, name, using))
        if passed:
            yield Note(input=str(given), reason=passed_over(passed))


def read_portions(found: Iterable[Portion | Problem | Note], using: ReadSettings) -> Iterator[Report | Problem | Note]:
    """The reports that the portions hold, and what could not be read."""
    for portion in found:
        if isinstance(portion, Problem | Note):
            yield portion
        else:
            yield from _read_portion(portion, using)


def without_repeats(found: Iterable[Report | Problem | Note]) -> Iterator[Report | Problem | Duplicate | Note]:
    """What was found, a report that came before as a `Duplicate`."""
    seen: dict[str, str] = {}
    for item in found:
        if not isinstance(item, Report):
            yield item
        elif item.id in seen:
            yield Duplicate(input=item.uri, of=seen[item.id])
        else:
            seen[item.id] = item.uri
            yield item


def _read_portion(portion: Portion, using: ReadSettings) -> Iterator[Report | Problem | Note]:
    name = os.fsdecode(portion.path)
    if portion.lines:
        return _from_lines(portion.lines, name, using)
    if portion.data is not None:
        return _guarded(name, _from_stream(io.BytesIO(portion.data), name, "", using, size=portion.size))
    return _guarded(name, _from_file(Path(name), name, using))


def _guarded(name: str, found: Iterator[_T]) -> Iterator[_T | Problem]:
    """`found`, with an error made the problem of the input that it names."""
    try:
        yield from found
    except ReadError as error:
        yield Problem(input=error.input, reason=error.reason)
    except PermissionError:
        yield Problem(input=name, reason="you may not read it; change its permissions")
    except FileNotFoundError:
        yield Problem(input=name, reason="there is no such file or folder")
    except OSError as error:
        yield Problem(input=name, reason=f"it can't be read: {error.strerror or error}")
    except MemoryError:
        yield Problem(input=name, reason="it needs more memory than there is; split it")
    except Exception as error:  # one bad file never stops the others, whatever is wrong with the reader
        yield broken_on(name, error)


def broken_on(name: str, error: Exception) -> Problem:
    """The problem of an input on which a reader broke by an error of its own."""
    return Problem(input=name, reason=f"{OWN_ERROR} ({type(error).__name__}: {error}): please report it with the file")


def _portions_of_file(path: Path, name: str, using: ReadSettings) -> Iterator[Portion]:
    """A file as one portion, or a large one of JSON lines in several."""
    _check(path, name)
    with path.open("rb") as stream:
        size = os.fstat(stream.fileno()).st_size
        if size > LARGEST and _holds_lines(stream, path.suffix, name):
            yield from portions_of(os.fsencode(name), records_of_lines(stream, using.max_bytes))
        else:
            yield Portion(path=os.fsencode(name), size=size)


def _portions_of_stdin(stdin: BinaryIO | None, using: ReadSettings) -> Iterator[Portion]:
    if stdin is None:
        raise ReadError(STDIN, "there is no standard input to read")
    data = stdin.read(using.max_bytes + 1)
    if len(data) > LARGEST and _holds_lines(stream := io.BytesIO(data), "", STDIN):
        yield from portions_of(os.fsencode(STDIN), records_of_lines(stream, using.max_bytes))
    else:
        yield Portion(path=os.fsencode(STDIN), size=len(data), data=data)


def _holds_lines(stream: BinaryIO, suffix: str, name: str) -> bool:
    """Whether a stream, read from its start on, holds JSON lines in UTF-8."""
    head = stream.read(SAMPLE)
    stream.seek(0)
    return sniff(head, suffix, name) == "jsonl" and not head.startswith((b"\xff\xfe", b"\xfe\xff"))


def _check(path: Path, name: str) -> None:
    if "\0" in name:
        raise ReadError(name, "there is no such file or folder")
    if not stat.S_ISREG(path.stat().st_mode):
        raise ReadError(name, "this is no regular file; give a file, a folder, or - for standard input")


def _from_file(path: Path, name: str, using: ReadSettings) -> Iterator[Report | Problem | Note]:
    _check(path, name)
    with path.open("rb") as stream:
        yield from _from_stream(stream, name, path.suffix, using, size=os.fstat(stream.fileno()).st_size)


def _from_stream(
    stream: BinaryIO, name: str, suffix: str, using: ReadSettings, size: int
) -> Iterator[Report | Problem | Note]:
    if _holds_lines(stream, suffix, name):
        yield from _from_lines(records_of_lines(stream, using.max_bytes), name, using)
        return
    head = stream.read(SAMPLE)
    stream.seek(0)
    form = sniff(head, suffix, name)
    if form == "warc":
        yield from _from_archive(stream, name, using)
        return
    own = {"html": using.max_html_bytes, "mail": using.max_mail_bytes, "feed": using.max_feed_bytes}
    limit = min(using.max_bytes, own.get(form, using.max_bytes))
    if size > limit:
        raise ReadError(name, f"it has {size:,} bytes, more than the {limit:,} that are read; split it")
    data = stream.read(limit + 1)
    if form in ("json", "jsonl"):
        yield from _from_json(data, name, using)
    else:
        yield from _numbered(_drafts(form, data, name, using), name, sha256(data).hexdigest())


def _numbered(drafts: Iterable[Draft | Note], name: str, sha256: str) -> Iterator[Report | Note]:
    """A report for each draft; where a file holds several, or is a container of one, they are numbered from 1."""
    number = 0
    for draft in drafts:
        if isinstance(draft, Note):
            yield draft
            continue
        number += 1
        uri = name if draft.container is None else f"{name}#{number}"
        yield report_from(draft, uri, sha256)


def _drafts(form: Format, data: bytes, name: str, using: ReadSettings) -> Iterable[Draft | Note]:
    match form:
        case "feed":
            return read_feed(data, name)
        case "mail":
            return parts_of(read_mail(data, name))
        case "pdf":
            return parts_of(read_pdf(data, name, using.max_pages))
        case "html":
            return [part for draft in read_page(data, name) for part in parts_of(draft)]
        case _:
            return parts_of(read_text(data, name))


def _from_archive(stream: BinaryIO, name: str, using: ReadSettings) -> Iterator[Report | Note]:
    """The reports of a web archive's pages; pages without an article, of which a crawl is full, are only counted."""
    number = left_out = 0
    for number, page in enumerate(pages_of_warc(stream, name, using.max_archive_bytes, using.max_html_bytes), 1):
        try:
            if len(page.data) > using.max_html_bytes:
                raise ReadError(name, "this page is too large")
            draft = read_html(page.data, name)
        except ReadError:
            left_out += 1
            continue
        url = draft.url or page.url
        own = replace(draft, url=url, outlet=draft.outlet or host_of(url), retrieved=normalised(page.retrieved))
        digest = sha256(page.data).hexdigest()
        parts = parts_of(own)
        for part, held in enumerate(parts, 1):
            place = f"{name}#{number}.{part}" if len(parts) > 1 else f"{name}#{number}"
            yield report_from(replace(held, container=held.container or name), place, digest)
    if left_out == number:
        raise ReadError(name, f"no article was found in the {number} pages of this web archive")
    if left_out:
        yield Note(input=name, reason=f"{left_out} of its {number} pages hold no article")


def _from_lines(lines: Iterable[Line], name: str, using: ReadSettings) -> Iterator[Report | Problem]:
    for number, line in lines:
        place = f"{name}:{number}"
        try:
            if line is None:
                raise ReadError(place, f"this line has more than the {using.max_bytes:,} bytes that are read")
            record = record_of(line, place)
            uri = f"{name}#{id_of(record) or number}"
            yield report_from(draft_of(record, place), uri, sha256(line.rstrip(b"\r\n")).hexdigest())
        except ReadError as error:
            yield Problem(input=error.input, reason=error.reason)
        except Exception as error:  # as for a file: the other lines are read
            yield broken_on(place, error)


def _from_json(data: bytes, name: str, using: ReadSettings) -> Iterator[Report | Problem | Note]:
    try:
        records = records_of_json(data, name)
    except ReadError:
        # Many files of JSON lines are named .json.
        if data.count(b"\n") < 1 or not data.lstrip().startswith(b"{"):
            raise
        yield from _from_lines(records_of_lines(io.BytesIO(data), using.max_bytes), name, using)
        return
    digest = sha256(data).hexdigest()
    for number, record in enumerate(records, start=1):
        place = name if len(records) == 1 else f"{name}#{number}"
        try:
            if not isinstance(record, dict):
                raise ReadError(place, 'this isn\'t a JSON object with a field "text"')
            uri = name if len(records) == 1 else f"{name}#{id_of(record) or number}"
            yield report_from(draft_of(record, place), uri, digest)
        except ReadError as error:
            yield Problem(input=error.input, reason=error.reason)
