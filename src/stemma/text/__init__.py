"""Offset maps, tokens and sentences."""
