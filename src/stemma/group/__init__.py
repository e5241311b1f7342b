"""Reports of the same happening."""

from stemma.group.batch import GroupSettings, group

__all__ = ["GroupSettings", "group"]
