"""What every page is made of: the templates, the files of style and script, and the policy that forbids loading."""

import base64
import hashlib
from collections.abc import Iterable
from importlib import metadata, resources

import msgspec
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from stemma.present.shown import markup, plain, short


def environment(**names: object) -> Environment:
    """The templates, with `names` known in all of them; whatever they are given is escaped."""
    templates = Environment(
        loader=PackageLoader("stemma.present", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
    templates.filters.update(shown=markup, plain=plain, short=short)
    templates.globals.update(plural=plural, version=version(), **names)
    return templates


def style_of(files: Iterable[str]) -> Markup:
    """The files of a page's style, one after the other."""
    return Markup("".join(map(_asset, files)))


def script_of(files: Iterable[str]) -> Markup:
    """The files of a page's script in their order, in one scope."""
    return Markup('"use strict";\n(() => {\n' + "".join(map(_asset, files)) + "})();\n")


def policy_of(script: str) -> str:
    """The content security policy of a page: this script alone runs, nothing is loaded and nothing sent.

    Styles may be inline, as widths of tiles are; with all loading forbidden, a style can reach nothing.
    """
    digest = base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode("ascii")
    return (
        f"default-src 'none'; script-src 'sha256-{digest}'; style-src 'unsafe-inline'; "
        "base-uri 'none'; form-action 'none'"
    )


def inline_json(value: object) -> Markup:
    """JSON that can stand in a page: no character of it closes a tag."""
    return Markup(msgspec.json.encode(value).decode("utf-8").replace("<", "\\u003c"))


def plural(count: int, one: str, many: str = "") -> str:
    """The word for a count, without the count.

    >>> plural(1, "story", "stories"), plural(2, "report")
    ('story', 'reports')
    """
    return one if count == 1 else many or one + "s"


def version() -> str:
    """The version of Stemma, as pages name it."""
    try:
        return metadata.version("stemma-news")
    except metadata.PackageNotFoundError:
        return "unreleased"


def _asset(name: str) -> str:
    return resources.files("stemma.present").joinpath("templates", name).read_text(encoding="utf-8")
