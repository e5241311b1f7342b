"""What one report says by itself: `Report` to `Annotations`."""
