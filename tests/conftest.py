"""Property tests run the same everywhere: no clock, no chance."""

from hypothesis import settings

settings.register_profile("stemma", deadline=None, derandomize=True)
settings.load_profile("stemma")
