"""A saved mail (`.eml`): a newsletter or a forwarded report, read from its HTML part or its plain one."""

import email
import email.policy
import re
from email.errors import MessageError
from email.message import EmailMessage
from email.utils import parseaddr

from stemma.errors import ReadError
from stemma.read.dates import normalised
from stemma.read.draft import Draft
from stemma.read.fragment import lines_of_markup
from stemma.text.decode import decode_page, tidy

READER = "mail/1"

_NAMES = (
    rb"return-path|received|delivered-to|message-id|date|from|to|subject|mime-version|content-type|x-[\w-]+"
    rb"|dkim-signature|authentication-results|reply-to|list-[\w-]+"
)
_HEADERS = re.compile(rb"(?:From [^\n]*\n)?(?:(?:" + _NAMES + rb")\s?:[^\n]*\n(?:[ \t][^\n]*\n)*)", re.IGNORECASE)
_FEWEST_HEADERS = 3
_FORWARDED = re.compile(r"\s*(?:(?:fwd?|fw|re|wg|tr)\s*:\s*)+", re.IGNORECASE)


def is_mail(head: bytes) -> bool:
    """Whether data starts as a mail does, with several headers.

    >>> is_mail(b"From: a@gull.example\\nDate: x\\nSubject: Bridge\\n\\n"), is_mail(b"Date: today\\n")
    (True, False)
    """
    at = found = 0
    head = head[:20_000].replace(b"\r\n", b"\n")
    while match := _HEADERS.match(head, at):
        found, at = found + 1, match.end()
    return found >= _FEWEST_HEADERS and b"\nsubject:" in b"\n" + head[:at].lower()


def read_mail(data: bytes, name: str) -> Draft:
    """The draft of a mail. Raises `ReadError` where it holds no text or is broken."""
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
        if not isinstance(message, EmailMessage):
            raise ReadError(name, "this is no mail")
        subject, sender, sent = (_header(message, field) for field in ("subject", "from", "date"))
        text = _text(message)
    except (MessageError, LookupError, ValueError, TypeError, AttributeError, OverflowError, RecursionError):
        # What broken headers and parts nested in each other raise inside of the standard library.
        raise ReadError(name, "this mail is broken; save its text as .txt") from None
    if not any(letter.isalnum() for letter in text):
        raise ReadError(name, "this mail holds no text; save what is attached to it, and read that")
    return Draft(
        text=text,
        reader=READER,
        title=_FORWARDED.sub("", subject) if subject else None,
        byline=" ".join(parseaddr(sender or "")[0].split()) or None,
        published=normalised(sent),
    )


def _header(message: EmailMessage, field: str) -> str | None:
    try:
        value = message.get(field)
    except (MessageError, LookupError, ValueError, TypeError, AttributeError, OverflowError):
        # A header that the standard library can't parse, such as a zone of a thousand hours, is as good as none.
        return None
    return " ".join(tidy(str(value)).split())[:500] or None if value is not None else None


def _text(message: EmailMessage) -> str:
    """The words of the first part that has some, HTML before plain text."""
    for kind in ("html", "plain"):
        part = message.get_body(preferencelist=(kind,))
        if part is None:
            continue
        payload = part.get_payload(decode=True)
        words = _decoded(payload if isinstance(payload, bytes) else b"", part.get_content_charset())
        text = "\n".join(lines_of_markup(words)) if kind == "html" else words
        if any(letter.isalnum() for letter in text):
            return text.strip("\n")
    return ""


def _decoded(payload: bytes, charset: str | None) -> str:
    if charset:
        try:
            return tidy(payload.decode(charset, "replace"))
        except (LookupError, UnicodeError):
            pass
    return decode_page(payload, "mail")
