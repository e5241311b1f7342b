"""What the reader may be told."""

from dataclasses import dataclass

from stemma.errors import SettingsError


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadSettings:
    """Bounds on what one input may cost. Larger inputs become problems, not crashes.

    `max_bytes` bounds a file, or a line of a JSON lines file, which as a whole may be of any size;
    `max_html_bytes` a web page or a mail, whose tree takes twenty times its size; `max_feed_bytes` a feed, which takes
    up to two seconds a megabyte; `max_pages` a PDF; `max_archive_bytes` what a web archive unpacks to.
    """

    max_bytes: int = 200 * 1024 * 1024
    max_html_bytes: int = 32 * 1024 * 1024
    max_feed_bytes: int = 8 * 1024 * 1024
    max_pages: int = 5_000
    max_archive_bytes: int = 8 * 1024 * 1024 * 1024

    def __post_init__(self) -> None:
        for setting in ("max_bytes", "max_html_bytes", "max_feed_bytes", "max_pages", "max_archive_bytes"):
            value = getattr(self, setting)
            if isinstance(value, bool) or not isinstance(value, int) or value < 1:
                raise SettingsError(f"ReadSettings.{setting} must be a whole number of at least 1, not {value!r}")
