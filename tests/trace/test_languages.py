"""Copying in languages that have no table of word rarity."""

import pytest

from stemma.annotate import annotate
from stemma.group import group
from stemma.model import Lineage, Report
from stemma.reuse import reuse
from stemma.trace import trace

LONG_DE = (
    "BERLIN – Die Bundesregierung hat am Dienstag nach langem Streit ein Gesetz zur Förderung kleiner Verlage "
    "beschlossen. Der Entwurf sieht Zuschüsse von bis zu 40 Prozent der Druckkosten vor, wie ein Sprecher des "
    "Ministeriums mitteilte. Die Opposition kritisierte das Vorhaben als teures Wahlgeschenk an eine sterbende "
    "Branche. „Wir retten damit keine einzige Zeitung“, sagte die Abgeordnete Karla Wendt. Das Gesetz soll im "
    "kommenden Frühjahr in Kraft treten, sofern der Bundesrat zustimmt."
)
COPY_DE = (
    "Nach langem Streit hat die Bundesregierung ein Gesetz zur Förderung kleiner Verlage beschlossen. Der Entwurf "
    "sieht Zuschüsse von bis zu 40 Prozent der Druckkosten vor, hieß es aus dem Ministerium. Die Opposition "
    "kritisierte das Vorhaben als teures Wahlgeschenk an eine sterbende Branche. Das Gesetz soll im kommenden "
    "Frühjahr in Kraft treten, sofern der Bundesrat zustimmt."
)
QUOTE_DE = (
    "Kleine Verlage sollen künftig Geld vom Staat erhalten. Das Kabinett billigte einen Entwurf, über den "
    "Koalition und Länder monatelang gerungen hatten. „Wir retten damit keine einzige Zeitung“, sagte Karla Wendt "
    "im Bundestag. Der Verlegerverband sprach von einem guten Tag für die Pressevielfalt, mahnte aber rasche "
    "Hilfe an."
)
LONG_ZH = (
    "昨日凌晨，港口北侧的旧仓库突然起火，消防部门出动二十辆消防车前往扑救。大火在三小时后被控制"
    "，没有人员伤亡。起火原因仍在调查之中。"
)
COPY_ZH = (
    "港口北侧的旧仓库突然起火，消防部门出动二十辆消防车前往扑救。大火在三小时后被控制，没有人员"
    "伤亡。市长今天上午到现场视察。"
)


def lineage(language: str, *texts: str) -> Lineage:
    reports = [
        Report(id=str(i), uri=f"{i}.txt", text=text, language=language, sha256="", reader="test", outlet=f"outlet {i}")
        for i, text in enumerate(texts)
    ]
    notes = [annotate(report) for report in reports]
    shared = reuse(reports)
    (story,) = group(notes, shared)
    return trace(story, shared)


def copying(found: Lineage) -> list[tuple[str, str]]:
    return [(copy.a, copy.b) for copy in found.copies if copy.relation is not None]


@pytest.mark.parametrize(
    ("language", "texts"),
    [("de", (LONG_DE, COPY_DE)), ("zh", (LONG_ZH, COPY_ZH))],
    ids=["German", "Chinese"],
)
def test_copied_prose_is_told(language: str, texts: tuple[str, ...]) -> None:
    assert copying(lineage(language, *texts)) == [("0", "1")]


def test_a_shared_quotation_is_no_copy() -> None:
    found = lineage("de", LONG_DE, QUOTE_DE)
    assert copying(found) == []
    assert [p.shared for copy in found.copies for p in copy.passages] == ["quote"]
