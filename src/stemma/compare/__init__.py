"""The account of a story."""

from stemma.compare.account import CompareSettings, compare

__all__ = ["CompareSettings", "compare"]
