"""Names of people as words: how they are compared, and what their parts tell."""

import unicodedata

from stemma.lang import offices_en


def plain(word: str) -> str:
    """A word of a name as it is compared: without accents, dots and case.

    >>> plain("Müller"), plain("J.")
    ('muller', 'j')
    """
    bare = word.casefold()
    if not bare.isascii():
        bare = "".join(c for c in unicodedata.normalize("NFKD", bare) if not unicodedata.combining(c))
    return bare.replace(".", "").replace("’", "'")


def given_gender(word: str) -> str:
    """What a given name, as `plain` gives it, hints at: "male", "female" or nothing.

    >>> given_gender("anna"), given_gender("oslo")
    ('female', '')
    """
    if word in offices_en.MALE_NAMES:
        return "" if word in offices_en.FEMALE_NAMES else "male"
    return "female" if word in offices_en.FEMALE_NAMES else ""


def gender_of(word: str) -> str:
    """What a title or a noun tells: "male", "female" or nothing.

    >>> gender_of("spokeswoman"), gender_of("Mr."), gender_of("minister")
    ('female', 'male', '')
    """
    bare = word.lower().rstrip(".")
    if bare in offices_en.MALE:
        return "male"
    return "female" if bare in offices_en.FEMALE else ""


def part_of(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether a full name is another one with words left out; initials stand for their words.

    >>> part_of(("ada", "king"), ("ada", "m", "king")), part_of(("ada", "m", "king"), ("ada", "b", "king"))
    (True, False)
    """
    if len(short) > len(full) or short[-1:] != full[-1:]:
        return False
    rest = iter(full)
    return all(any(_stands_for(word, other) for other in rest) for word in short)


def _stands_for(word: str, other: str) -> bool:
    return word == other or (len(word) == 1 and other.startswith(word)) or (len(other) == 1 and word.startswith(other))
