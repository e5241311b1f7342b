"""The account of a story."""
