"""The files of a folder, without those that come along with reports but hold none."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from stemma.lang.file_names import ABOUT_FOLDERS, BESIDE_PAGES, NO_REPORTS, PAGES
from stemma.model import Problem
from stemma.read.sniff import is_feed, is_own_page

_MOST_KINDS = 6
_OWN_PAGE = "made by Stemma"
_FOLDER_OF_PAGE = "folder of a saved page"
_LARGEST_LOOKED_INTO = 4 * 1024 * 1024
# The fields that the reader of JSON takes a text from.
_TEXT_FIELD = re.compile(rb'"(?:text|maintext|body|content|articleBody|article|description)"\s*:\s*"')


def files_of(path: Path, passed: Counter[str], above: frozenset[str] = frozenset()) -> Iterator[Path | Problem]:
    """`path` itself, or the files below it; a folder that holds itself through a link is entered once.

    Files below it that hold no reports, and folders that browsers save beside a page, are left out, and counted in
    `passed` by their kinds.
    """
    try:
        if not path.is_dir():
            yield path
            return
        real = str(path.resolve())
        if real in above:
            return
        children = sorted(path.iterdir(), key=lambda child: child.name)
    except PermissionError:
        yield Problem(input=str(path), reason="you may not read it; change its permissions")
        return
    except (OSError, RuntimeError, ValueError) as error:
        yield Problem(input=str(path), reason=f"it can't be read: {error}")
        return
    shown = [child for child in children if not child.name.startswith(".")]
    if not shown and not above:
        yield Problem(input=str(path), reason="this folder is empty")
    beside = _names_beside_pages(shown)
    for child in shown:
        if child.name.casefold() in beside and child.is_dir():
            passed[_FOLDER_OF_PAGE] += 1
        elif kind := _kind_without_reports(child):
            passed[kind] += 1
        else:
            yield from files_of(child, passed, above | {real})


def passed_over(passed: Counter[str]) -> str:
    """How many files of a folder were left out, and of which kinds; how many folders of saved pages.

    >>> passed_over(Counter({".png": 3, "readme": 1}))
    'passed over 4 files that hold no reports (3 .png, 1 readme)'
    """
    folders = passed[_FOLDER_OF_PAGE]
    of_pages = f"{folders} folder{'s' * (folders != 1)} saved along with {'pages' if folders != 1 else 'a page'}"
    files = passed.total() - folders
    if not files:
        return f"passed over {of_pages}"
    kinds = sorted(
        ((kind, count) for kind, count in passed.items() if kind != _FOLDER_OF_PAGE),
        key=lambda item: (-item[1], item[0]),
    )
    told = [f"{count} {kind}" for kind, count in kinds[:_MOST_KINDS]]
    told += [f"{sum(count for _, count in kinds[_MOST_KINDS:])} of other kinds"] if len(kinds) > _MOST_KINDS else []
    told_files = f"{files} file{'s' * (files != 1)} that hold{'s' * (files == 1)} no reports ({', '.join(told)})"
    return f"passed over {told_files}{f' and {of_pages}' if folders else ''}"


def _names_beside_pages(children: Sequence[Path]) -> frozenset[str]:
    """The names, case-folded, of folders that browsers save along with the pages among `children`."""
    stems = [child.stem.casefold() for child in children if child.suffix.casefold() in PAGES]
    return frozenset(stem + ending for stem in stems for ending in BESIDE_PAGES)


def _kind_without_reports(path: Path) -> str | None:
    """The kind of a file that holds no reports, by its name, and for JSON and XML by a look at what it holds."""
    suffix = path.suffix.casefold()
    stem = path.stem.casefold()
    if stem in ABOUT_FOLDERS and suffix in ("", ".md", ".txt", ".rst"):
        return stem
    try:
        if suffix == ".xml":
            return None if not path.is_file() or is_feed(_start(path, 65_536)) else suffix
        if suffix in PAGES and path.is_file() and is_own_page(_start(path, 65_536)):
            return _OWN_PAGE
        if suffix == ".json" and path.is_file() and 0 < path.stat().st_size <= _LARGEST_LOOKED_INTO:
            return None if _TEXT_FIELD.search(_start(path, _LARGEST_LOOKED_INTO).replace(b"\0", b"")) else suffix
    except OSError:
        return None
    return suffix if suffix in NO_REPORTS and not path.is_dir() else None


def _start(path: Path, size: int) -> bytes:
    with path.open("rb") as stream:
        return stream.read(size)
