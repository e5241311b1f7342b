"""Copies, origins and descents: a story's `Lineage`."""

from stemma.trace.settings import TraceSettings
from stemma.trace.trace import trace

__all__ = ["TraceSettings", "trace"]
