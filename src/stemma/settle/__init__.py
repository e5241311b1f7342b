"""What a story's reports tell about one another: `Story` to `Story`."""

from stemma.settle.settings import SettleSettings
from stemma.settle.story import settle

__all__ = ["SettleSettings", "settle"]
