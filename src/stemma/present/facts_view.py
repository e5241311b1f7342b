"""What the reports of a story say, as the page lists it: speech, times, figures, people."""

from functools import cached_property

from stemma.model import Account
from stemma.present.figures_view import FiguresView
from stemma.present.people_view import PeopleView
from stemma.present.said_view import SaidView
from stemma.present.timeline_view import TimelineView
from stemma.present.wordings import Twins


class FactsView:
    """The lists of a story, each with at most so many entries, those of most reports first."""

    def __init__(self, account: Account, most: int) -> None:
        self._story = account.story
        self._twins = Twins(account.lineage.copies)
        self._most = most

    @cached_property
    def said(self) -> SaidView:
        """Who said what."""
        return SaidView(self._story, self._twins, self._most)

    @cached_property
    def timeline(self) -> TimelineView:
        """The times that reports speak of, and when they appeared."""
        return TimelineView(self._story, self._twins, self._most)

    @cached_property
    def figures(self) -> FiguresView:
        """The figures with their sources."""
        return FiguresView(self._story, self._twins, self._most)

    @cached_property
    def people(self) -> PeopleView:
        """The people with their offices."""
        return PeopleView(self._story, self.said.of, self._most)
