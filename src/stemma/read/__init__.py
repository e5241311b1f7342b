"""One file per format: bytes to `Report`."""

from stemma.read.inputs import portions, read, read_portions, without_repeats
from stemma.read.portions import Portion
from stemma.read.repeated import repeated_furniture
from stemma.read.settings import ReadSettings

__all__ = ["Portion", "ReadSettings", "portions", "read", "read_portions", "repeated_furniture", "without_repeats"]
