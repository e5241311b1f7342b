"""The account of a story."""

from stemma.compare.account import compare
from stemma.compare.settings import CompareSettings

__all__ = ["CompareSettings", "compare"]
