"""Copies, origins and descents: a story's `Lineage`."""
