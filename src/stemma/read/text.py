"""Plain text."""

from stemma.errors import ReadError
from stemma.read.draft import Draft
from stemma.text.decode import decode

READER = "text/1"


def read_text(data: bytes, name: str) -> Draft:
    """The draft of a plain text. Raises `ReadError` where there is none."""
    text = decode(data, name)
    if not any(letter.isalnum() for letter in text):
        raise ReadError(name, "it holds no words")
    return Draft(text=text, reader=READER)
