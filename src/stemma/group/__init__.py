"""Reports of the same happening."""
