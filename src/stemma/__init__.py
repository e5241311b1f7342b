"""Stemma: which reports share whose words, what each changed, and how many independent texts stand behind a story.

The functions are those of the command line and the stages behind them:

- `compare(inputs)` reads and compares everything: a `Comparison`.
- `compare_reports(reports)` does so with reports that were read or made before.
- `read(inputs)`, `annotate(report)`, `reuse(reports)`, `group(notes, shared)`, `trace(story, shared)` are its stages.
- `to_exchange(comparison)`, `dumps(comparison)` and `page(comparison)` turn it into dictionaries, JSON and HTML.

>>> import stemma
>>> def report(outlet, text):
...     return stemma.Report(id=outlet, uri=outlet, outlet=outlet, text=text, language="en", sha256="", reader="none")
>>> told = "The ferry Halcyon ran onto rocks off Port Ansel at dawn, and all 214 aboard were brought ashore by noon."
>>> gull, tern = report("The Gull", told), report("The Tern", "Rain fell. " + told.replace("214", "241"))
>>> [account] = stemma.compare_reports([gull, tern]).accounts
>>> [copy] = account.lineage.copies
>>> [passage] = copy.passages
>>> passage.shared
'copy'
>>> [variant] = passage.variants
>>> gull.text[variant.a.start : variant.a.end], tern.text[variant.b.start : variant.b.end]
('214', '241')
"""

from importlib.metadata import version

# The packages of the stages bear the names of their functions. They are imported first, so that these names are bound
# to the functions last and stay so; `from stemma.read import ReadSettings` works all the same.
from stemma.annotate import AnnotateSettings, annotate
from stemma.compare import CompareSettings
from stemma.errors import NothingToRead, ReadError, SettingsError, StemmaError
from stemma.group import GroupSettings, group
from stemma.model import Comparison, Duplicate, Note, Problem, Report, Span
from stemma.pipeline import Progress, Settings, compare, compare_reports
from stemma.present.exchange import dumps, to_exchange
from stemma.present.html import page
from stemma.read import ReadSettings, read
from stemma.reuse import ReuseSettings, reuse
from stemma.trace import TraceSettings, trace

__version__ = version("stemma-news")

__all__ = [
    "AnnotateSettings",
    "CompareSettings",
    "Comparison",
    "Duplicate",
    "GroupSettings",
    "Note",
    "NothingToRead",
    "Problem",
    "Progress",
    "ReadError",
    "ReadSettings",
    "Report",
    "ReuseSettings",
    "Settings",
    "SettingsError",
    "Span",
    "StemmaError",
    "TraceSettings",
    "annotate",
    "compare",
    "compare_reports",
    "dumps",
    "group",
    "page",
    "read",
    "reuse",
    "to_exchange",
    "trace",
]
