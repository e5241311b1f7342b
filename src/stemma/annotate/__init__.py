"""What one report says by itself: `Report` to `Annotations`."""

from stemma.annotate.report import AnnotateSettings, annotate

__all__ = ["AnnotateSettings", "annotate"]
