"""One file per format: bytes to `Report`."""
