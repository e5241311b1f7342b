"""One file per format: bytes to `Report`."""

from stemma.read.inputs import read
from stemma.read.settings import ReadSettings

__all__ = ["ReadSettings", "read"]
