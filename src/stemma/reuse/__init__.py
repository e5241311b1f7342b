"""Passages shared across a pile: exact runs by hashed shingles, then local alignment; each with its variants."""

from stemma.reuse.pile import reuse
from stemma.reuse.settings import ReuseSettings

__all__ = ["ReuseSettings", "reuse"]
