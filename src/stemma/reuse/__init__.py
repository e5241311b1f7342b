"""Passages shared across a pile."""
