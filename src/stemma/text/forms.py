"""How a word is written: what the encoder, which reads small letters alone, is told of case and spacing."""

FORMS = 7
"""Small, capitalised, capitals, one capital, mixed, with digits, without letters and digits."""
GLUED, SPACED, OPENING = 0, 1, 2
"""What stands before a word: nothing, white space, or the beginning of a paragraph."""
CODES = FORMS * 3


def form(word: str) -> int:
    """The code of a word's letters, from 0 to `FORMS` - 1.

    >>> [form(word) for word in ("talks", "Anna", "UN", "A", "iPhone", "5th", "--")]
    [0, 1, 2, 3, 4, 5, 6]
    """
    if word[0].isupper():
        if len(word) == 1:
            return 3
        return 2 if word.isupper() else 1
    if word.isalpha() and word.islower():
        return 0
    if any(map(str.isdigit, word)):
        return 5
    if not any(map(str.isalnum, word)):
        return 6
    return 4 if any(map(str.isupper, word)) else 0


def code(word: str, before: int) -> int:
    """The token type of a word: its form, and what stands `before` it."""
    return form(word) + FORMS * before
