"""Short reports of invented events for piles to be sorted into stories, and what each report is about."""

from collections.abc import Sequence

from stemma.annotate import annotate
from stemma.group import GroupSettings, group
from stemma.model import Report, Story
from stemma.reuse import reuse

ABOUT: dict[str, tuple[str | None, str, str | None]] = {
    "wall 1": (
        "Quarry wall collapses on lorries at Lirrow",
        "A retaining wall of the Morrow Stone quarry above Lirrow collapsed before dawn on Tuesday and buried eleven "
        "lorries under clay. Rescue teams with sniffer dogs found nobody beneath the rubble. Mayor Odile Marrin closed "
        "the coastal road. Morrow Stone said it would cooperate with inspectors.",
        "2031-03-04",
    ),
    "wall 2": (
        "Lirrow: eleven lorries crushed as quarry wall fails",
        "Lirrow woke to sirens after a wall at the Morrow Stone quarry failed and clay crushed eleven lorries in a "
        "haulage yard. Dogs searched the rubble in vain. The coastal road is shut, said the mayor, Odile Marrin, who "
        "wants to know why warnings about seepage went unheard.",
        "2031-03-04",
    ),
    "wall 3": (
        "Inspectors at Morrow Stone after Lirrow landslip",
        "Inspectors examined the drains of the Morrow Stone quarry on Wednesday, a day after its wall gave way above "
        "Lirrow and clay buried a yard full of lorries. Nobody was hurt. The coastal road stays closed until the slope "
        "is safe, Mayor Odile Marrin said.",
        "2031-03-05",
    ),
    "other wall": (
        "Harbour wall cracks at Pellan after winter storm",
        "A crack opened in the harbour wall of Pellan during the storm that swept the southern isles last week. Divers "
        "measured the gap at forty centimetres, and ferries to Great Sull now berth at the cannery pier. Repairs "
        "cost two million crowns, harbour master Ivo Strand estimates.",
        "2031-01-19",
    ),
    "bell 1": (
        "Oskerry cathedral recasts its cracked tenor bell",
        "Founders at Oskerry recast the cracked tenor bell of the cathedral overnight in a pit of river sand. Dean "
        "Marta Holloway blessed the molten bronze while choristers sang. Apprentices will grind the rim for a week.",
        "2031-03-04",
    ),
    "bell 2": (
        "Bronze glows at Oskerry as tenor bell is cast anew",
        "The tenor bell of Oskerry cathedral has been cast anew. Onlookers shaded their eyes as bronze ran into the "
        "sand pit, and the dean, Marta Holloway, called it a resurrection. It will be hoisted into its tower soon.",
        "2031-03-05",
    ),
    "budget": (
        "Parliament passes budget with narrow majority",
        "Deputies in Karsk voted 71 to 69 for next year's budget after a debate that lasted until midnight. Finance "
        "Minister Pavel Orlo promised lower duties on barley and higher pensions; the opposition spoke of a swindle.",
        "2031-03-04",
    ),
}
"""Title, text and day of publication; reports whose names share the first word tell one story."""


def written(name: str, title: str | None, text: str, published: str | None = None) -> Report:
    return Report(
        id=name,
        uri=f"{name}.txt",
        text=text,
        language="en",
        sha256="",
        reader="test",
        title=title,
        published=published,
        published_basis="metadata" if published else "none",
    )


def about(*names: str, titles: bool = True) -> list[Report]:
    found = [(name, *ABOUT[name]) for name in names]
    return [written(name, title if titles else None, text, day) for name, title, text, day in found]


def stories_of(reports: Sequence[Report], using: GroupSettings | None = None) -> tuple[Story, ...]:
    return group([annotate(report) for report in reports], reuse(reports), using)


def names(stories: Sequence[Story]) -> list[list[str]]:
    return [[note.report.id for note in story.reports] for story in stories]
