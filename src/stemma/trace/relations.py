"""What two copying reports are to each other, by outlet and credit."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from stemma.model import Copy, Relation, Report
from stemma.trace.alignment import Witness
from stemma.trace.credit import credits_report, one_wire, same_outlet

SAME_TEXT = 0.8
"""Part of both reports' prose from which two that credit one agency carry one version of its story."""


def related(copies: Iterable[Copy], witnesses: Mapping[str, Witness]) -> tuple[Copy, ...]:
    """The copies with their relations."""
    reports = {id: w.note.report for id, w in witnesses.items()}
    return tuple(
        replace(copy, relation=relation(copy, reports[copy.a], reports[copy.b]))
        if any(passage.shared == "copy" for passage in copy.passages)
        else copy
        for copy in copies
    )


def relation(copy: Copy, a: Report, b: Report) -> Relation:
    """The narrowest name for a pair that shares copied prose."""
    if same_outlet(a, b):
        return "same-outlet"
    if credits_report(a, b) or credits_report(b, a):
        return "syndication"
    if one_wire(a, b) and min(copy.share_a, copy.share_b) < SAME_TEXT:
        return "versions"
    return "copy"
