"""What hangs on more than one report of a story, settled."""

from pathlib import Path

from stemma.model import Story
from stemma.settle.dates import dated
from stemma.settle.entities import with_entities
from stemma.settle.settings import SettleSettings


def settle(story: Story, using: SettleSettings | None = None) -> Story:
    """The story with the publication times, the times and the entities of its reports as all of them together tell.

    Raises SettingsError where `using.names` cannot be read as a table of names.

    >>> settle(Story(id="s", reports=())).datings
    ()
    """
    using = using or SettleSettings()
    return with_entities(dated(story, using), Path(using.names) if using.names else None)
