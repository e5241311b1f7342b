"""The command `stemma`: one verb for each thing it does.

Exit status: 0 all inputs were read, 1 some failed, 2 nothing could be read or the call is wrong. Messages go to
standard error, one line for each input that failed.
"""

import io
import json
import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib import resources
from itertools import chain, combinations
from pathlib import Path
from typing import Any, BinaryIO

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bars
from rich.text import Text

import stemma
from stemma.annotate import AnnotateSettings, annotate
from stemma.annotating import chosen, reading_of, reports_of
from stemma.errors import StemmaError
from stemma.model import Comparison, Note, Problem, Report
from stemma.pipeline import Progress, Settings, compare
from stemma.present import annotated, annotated_json, annotated_terminal, conllu, exchange, html, terminal
from stemma.present.shown import plain
from stemma.read import read
from stemma.settle import SettleSettings
from stemma.text.engines import ENGLISH, NONE, engine_for
from stemma.text.gazetteer import gazetteer
from stemma.text.language import UNKNOWN

FAILED, WRONG, INTERRUPTED, BROKEN_PIPE = 1, 2, 130, 141


class _Program(click.Group):
    """A group of verbs that turns every foreseen failure into one line and an exit status."""

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> Any:
        """Run the program and exit; without `standalone_mode` return or raise what the verb does."""
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="replace")
        if not standalone_mode:
            return super().main(args, prog_name, complete_var, False, **extra)
        try:
            status = super().main(args, prog_name, complete_var, False, **extra)
        except click.ClickException as error:
            error.show()
            status = WRONG
        except click.Abort:
            _complain("interrupted")
            status = INTERRUPTED
        except StemmaError as error:
            _complain(str(error))
            status = WRONG
        sys.exit(status)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the verb; a reader of our output that went away is no failure to complain about."""
        try:
            status = super().invoke(ctx)
            if sys.stdout:  # None where it is closed
                sys.stdout.flush()
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return BROKEN_PIPE
        except OSError as error:
            raise StemmaError(f"{error.filename or 'output'}: {error.strerror or error}") from error
        return status


@click.group(cls=_Program, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(stemma.__version__, prog_name="stemma")
def main() -> None:
    """Show which news reports share whose words, what each outlet changed, and how many independent texts stand behind.

    \b
    Example:
      stemma compare clippings/ -o report.html
    """


def _named_inputs(_ctx: click.Context, _parameter: click.Parameter, inputs: tuple[str, ...]) -> tuple[str, ...]:
    """Refuse an empty name, as an unset variable of the shell gives it: it would mean the working folder."""
    if not all(inputs):
        raise click.BadParameter("an input has an empty name")
    return inputs


_INPUTS = click.argument("inputs", metavar="INPUT...", nargs=-1, required=True, callback=_named_inputs)


def _table_of_names(_ctx: click.Context, _parameter: click.Parameter, names: str | None) -> str | None:
    """Refuse a table of names in another form before the work is done."""
    if names is not None:
        gazetteer(Path(names))
    return names


def _engine_named(_ctx: click.Context, _parameter: click.Parameter, engine: str) -> str:
    """Refuse an engine that there is not before the work is done."""
    engine_for(engine, UNKNOWN)
    return engine


_NAMES = click.option(
    "--names", metavar="FILE", callback=_table_of_names, help="A table of further places, institutions and agreements."
)

_ENGINE = click.option(
    "--engine",
    metavar="NAME",
    default=ENGLISH,
    callback=_engine_named,
    help="english, spacy:NAME or none (fast, but without names, speakers and statements). Default: english.",
)


@main.command(name="compare")
@_INPUTS
@click.option("-o", "--output", "page", metavar="FILE", help="Write the page here; - is standard output.")
@click.option("--json", "facts", metavar="FILE", help="Write the exchange format here; - is standard output.")
@click.option("--jobs", metavar="N", type=click.IntRange(min=1), default=1, help="Processes to use. Default: 1.")
@_NAMES
@_ENGINE
def compare_verb(
    inputs: tuple[str, ...], page: str | None, facts: str | None, jobs: int, names: str | None, engine: str
) -> int:
    """Compare reports: files, folders of any mixture, or - for standard input.

    Reads text, HTML, PDF, JSON lines, RSS and Atom, mails (.eml), exports of Nexis and Factiva, and web archives (WARC;
    pip install "stemma-news[warc]"). Feeds, exports, digests and live blogs are taken apart into their reports.
    Without -o and --json it prints a summary.

    \b
    Examples:
      stemma compare clippings/
      stemma compare clippings/ -o report.html --json report.json --jobs 4
      cat reports.jsonl | stemma compare - --json -
    """
    _check_targets({"-o": page, "--json": facts}, inputs)
    using = Settings(annotate=AnnotateSettings(names=names, engine=engine), settle=SettleSettings(names=names))
    with _progress() as progress:
        comparison = compare(inputs, using, jobs=min(jobs, _most_jobs()), progress=progress, stdin=_stdin(inputs))
    _complain_of((*comparison.notes, *comparison.errors))
    if facts is not None:
        _write(facts, exchange.chunks(comparison))
    if not comparison.reports:
        _complain("nothing could be read: give files or folders with reports, or - for standard input")
        return WRONG
    if page is not None:
        _write(page, [html.page(comparison, settings=using)])
    if page is None and facts is None:
        click.echo(terminal.summary(comparison))
    elif "-" not in (page, facts):
        click.echo(f"Wrote {' and '.join(plain(name) for name in (page, facts) if name)}: {_size(comparison)}")
    return FAILED if comparison.errors else 0


@main.command(name="read")
@_INPUTS
@click.option(
    "--json", "as_json", is_flag=True, help="Print a line of JSON for each report, as in the exchange format."
)
def read_verb(inputs: tuple[str, ...], as_json: bool) -> int:
    """Show what is read of each report, and what is taken for furniture and left out of the comparison.

    Reads the formats that compare reads.

    \b
    Examples:
      stemma read clippings/page.html
      stemma read clippings/ --json
    """
    problems: list[Problem] = []
    reports = 0
    for found in read(inputs, stdin=_stdin(inputs)):
        if isinstance(found, Problem):
            problems.append(found)
        elif isinstance(found, Report):
            reports += 1
            shown = exchange.line(annotate(found)) if as_json else terminal.reading(found)
            click.echo(shown)
        elif isinstance(found, Note):
            _complain_of([found])
        else:
            click.echo(f"stemma: {plain(found.input)}: left out, the same report was read before", err=True)
    _complain_of(problems)
    if not reports:
        return WRONG
    return FAILED if problems else 0


@main.command(name="annotate")
@_INPUTS
@click.option("--html", "page", metavar="FILE", help="Write the layers as a page here; - is standard output.")
@click.option("--json", "facts", metavar="FILE", help="Write them as JSON here; - is standard output.")
@click.option("--conllu", "table", metavar="FILE", help="Write the words as CoNLL-U here; - is standard output.")
@click.option("--report", "wanted", metavar="ID", multiple=True, help="A report, by number or id. Default: all.")
@click.option("--layer", "layers", multiple=True, type=click.Choice(annotated_terminal.CHOICES), help="What to print.")
@_ENGINE
@_NAMES
def annotate_verb(
    inputs: tuple[str, ...],
    page: str | None,
    facts: str | None,
    table: str | None,
    wanted: tuple[str, ...],
    layers: tuple[str, ...],
    engine: str,
    names: str | None,
) -> int:
    """Show what is found in each report, layer by layer, to see where it goes wrong.

    Reads the formats that compare reads. Without --html, --json and --conllu it prints each sentence with what was
    found in it; --layer says what to print, and may be given several times.

    \b
    Examples:
      stemma annotate clippings/page.html
      stemma annotate clippings/page.html --layer tokens --layer arcs
      stemma annotate export.txt --report 3 --html page.html --json page.json
    """
    _check_targets({"--html": page, "--json": facts, "--conllu": table}, inputs)
    found = reports_of(inputs, stdin=_stdin(inputs))
    _complain_of((*found.notes, *found.errors))
    if not found.reports:
        return WRONG
    readings = [reading_of(report, engine, names) for report in chosen(found.reports, wanted)]
    if engine != NONE:
        _complain_of(
            Note(input=r.report.uri, reason=f"no engine read it: {r.why_none}") for r in readings if r.why_none
        )
    if table is not None:
        _write(table, chain.from_iterable(map(conllu.of_reading, readings)))
    if facts is not None:
        _write(facts, annotated_json.chunks(readings))
    if page is not None:
        _write(page, [annotated.page(readings)])
    if targets := [target for target in (page, facts, table) if target is not None]:
        if "-" not in targets:
            click.echo(f"Wrote {', '.join(map(plain, targets))}: {_reports(len(readings))}.")
    else:
        annotated_terminal.show(_console(), readings, layers)
    return FAILED if found.errors else 0


@main.command(name="demo")
@click.option("--output", metavar="DIR", default="stemma-demo", help="Folder to write to. Default: stemma-demo.")
def demo_verb(output: str) -> int:
    """Compare the example reports that come with Stemma, and say which file to open.

    \b
    Example:
      stemma demo --output demo
    """
    folder = Path(output)
    reports = folder / "reports"
    reports.mkdir(parents=True, exist_ok=True)
    names = []
    for name, content in _examples():
        _write(str(reports / name), [content])
        names.append(str(reports / name))
    with _progress() as progress:
        comparison = compare(names, progress=progress)
    _write(str(folder / "report.html"), [html.page(comparison, settings=Settings())])
    _write(str(folder / "report.json"), exchange.chunks(comparison))
    click.echo(terminal.summary(comparison))
    click.echo(f"The reports are in {reports}.\nOpen this file in a browser: {(folder / 'report.html').resolve()}")
    return 0


@main.command(name="schema")
def schema_verb() -> int:
    """Print the JSON Schema of what `compare --json` writes.

    \b
    Example:
      stemma schema > compare.schema.json
    """
    click.echo(json.dumps(exchange.schema(), indent=2, ensure_ascii=False))
    return 0


def _examples() -> Iterator[tuple[str, bytes]]:
    """Name and content of each example: from the package, or from the checkout where Stemma runs from its source."""
    packed = resources.files("stemma") / "examples"
    folder = packed if packed.is_dir() else Path(__file__).parents[2] / "examples" / "reports"
    if not folder.is_dir():
        raise StemmaError("the example reports are not installed: install Stemma again, or run it from its checkout")
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_file():
            yield entry.name, entry.read_bytes()


def _stdin(inputs: Iterable[str]) -> BinaryIO | None:
    if "-" not in inputs:
        return None
    if sys.stdin is None:
        raise StemmaError("-: standard input is closed")
    return sys.stdin.buffer


def _most_jobs() -> int:
    """Processes beyond which more only cost memory; Windows refuses more than 61."""
    return min(2 * (os.cpu_count() or 1), 61)


def _size(comparison: Comparison) -> str:
    stories = len(comparison.accounts)
    return f"{_reports(len(comparison.reports))} in {stories} stor{'y' if stories == 1 else 'ies'}."


def _reports(count: int) -> str:
    return f"{count} report{'s' * (count != 1)}"


def _console() -> Console:
    """Standard output with colours on a terminal, plain elsewhere and where NO_COLOR asks for it."""
    return Console(color_system=None if os.environ.get("NO_COLOR") else "auto")


# --- messages -------------------------------------------------------------------------------------


def _complain(message: str) -> None:
    click.echo(f"stemma: {plain(message)}", err=True)


def _complain_of(problems: Iterable[Problem | Note]) -> None:
    for problem in problems:
        _complain(f"{problem.input}: {problem.reason}")


class _Rate(ProgressColumn):
    """How many a second, where a stage counts."""

    def render(self, task: Task) -> Text:
        """The rate of `task`, empty until it is known."""
        rate = task.finished_speed or task.speed
        return Text(f"{rate:,.0f}/s" if rate and task.completed > 1 else "", style="progress.data.speed")


@contextmanager
def _progress() -> Iterator[Progress | None]:
    """Bars with count, rate and time left on a terminal, nothing elsewhere."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield None
        return
    left = TimeRemainingColumn(elapsed_when_finished=True)
    columns = TextColumn("{task.description:<9}"), BarColumn(), MofNCompleteColumn(), _Rate(), left
    with Bars(*columns, console=console, transient=True) as bars:
        tasks = {}

        def tell(stage: str, done: int, total: int | None) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(stage, total=total)
            bars.update(tasks[stage], completed=done, total=total)

        yield tell


# --- writing --------------------------------------------------------------------------------------


def _check_targets(targets: Mapping[str, str | None], inputs: Iterable[str]) -> None:
    """Refuse targets, by their options, that can't all be written, before the work is done."""
    for (one, target), (other, same) in combinations([(o, t) for o, t in targets.items() if t is not None], 2):
        if target == same == "-":
            raise click.UsageError(f"{one} and {other} can't both write to standard output")
        if "-" not in (target, same) and Path(target).resolve() == Path(same).resolve():
            raise click.UsageError(f"{one} and {other} both name {plain(target)}: give two files")
    for option, given in targets.items():
        _check_target(option, given, inputs)


def _check_target(option: str, target: str | None, inputs: Iterable[str]) -> None:
    """Refuse a file that can't be written, or that is read, before the work is done, not after."""
    if target is None or target == "-":
        return
    path = Path(target)
    if path.is_dir():
        raise click.UsageError(f"{plain(target)} is a folder: name a file in it")
    if not path.parent.is_dir():
        raise click.UsageError(f"{plain(target)}: there is no folder {plain(str(path.parent))}: make it first")
    if any(_is_same_file(path, given) for given in inputs):
        raise click.UsageError(f"{option} {plain(target)} is one of the inputs: give another name")


def _is_same_file(path: Path, given: str) -> bool:
    try:
        return path.is_file() and path.samefile(given)
    except OSError:  # an input that is missing is told of where it is read
        return False


def _write(target: str, content: Iterable[bytes]) -> None:
    """Write to a file whole or not at all, or to standard output; errors name `target`."""
    if target == "-":
        if sys.stdout is None:
            raise StemmaError("-: standard output is closed")
        sys.stdout.buffer.writelines(content)
        sys.stdout.buffer.flush()
        return
    try:
        _write_file(target, content)
    except OSError as error:
        error.filename = target
        raise


def _write_file(target: str, content: Iterable[bytes]) -> None:
    path = Path(target).resolve()
    if path.exists() and not path.is_file():  # a pipe or a device: nothing to replace
        with path.open("wb") as stream:
            stream.writelines(content)
        return
    scratch = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with scratch.open("wb") as stream:
            stream.writelines(content)
        scratch.replace(path)
    finally:
        scratch.unlink(missing_ok=True)
