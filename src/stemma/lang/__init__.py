"""Word lists and patterns per language: data only."""
