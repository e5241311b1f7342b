"""What the reader may be told."""

from dataclasses import dataclass, fields

from stemma.errors import SettingsError


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadSettings:
    """Bounds on what one input may cost. Larger inputs become problems, not crashes.

    `max_bytes` bounds a file, or a line of a JSON lines file, which as a whole may be of any size;
    `max_html_bytes` a web page, `max_feed_bytes` a feed, which at worst take four seconds and two hundred megabytes
    of memory for each megabyte; `max_mail_bytes` a mail with what is attached; `max_pages` a PDF;
    `max_archive_bytes` what a web archive unpacks to.
    """

    max_bytes: int = 200 * 1024 * 1024
    max_html_bytes: int = 8 * 1024 * 1024
    max_feed_bytes: int = 8 * 1024 * 1024
    max_mail_bytes: int = 32 * 1024 * 1024
    max_pages: int = 5_000
    max_archive_bytes: int = 8 * 1024 * 1024 * 1024

    def __post_init__(self) -> None:
        for setting in (field.name for field in fields(self)):
            value = getattr(self, setting)
            if isinstance(value, bool) or not isinstance(value, int) or value < 1:
                raise SettingsError(f"ReadSettings.{setting} must be a whole number of at least 1, not {value!r}")
