"""The forms of the words of saying: "denied" is a form of "deny".

The lemmas of a small engine fail on words that are rare in its corpora; a closed list of verbs needs none of it.
"""

from collections.abc import Iterable

from stemma.lang import speech_en as en

_VOWELS = "aeiou"


def forms_of(lemmas: Iterable[str]) -> dict[str, str]:
    """Each form of the verbs `lemmas`, and the lemma that it is a form of.

    >>> found = forms_of(["deny", "admit", "say"])
    >>> [found[form] for form in ("denies", "admitting", "said")]
    ['deny', 'admit', 'say']
    """
    return {form: lemma for lemma in sorted(lemmas) for form in _forms(lemma)}


def _forms(lemma: str) -> set[str]:
    third, past, going = _regular(lemma)
    irregular = en.IRREGULAR.get(lemma)
    return {lemma, third, going, *(irregular.split() if irregular else (past,))}


def _regular(lemma: str) -> tuple[str, str, str]:
    """The third person, the past and the "-ing" of a regular verb."""
    if lemma.endswith("e"):
        stem = lemma if lemma.endswith("ee") else lemma[:-1]
        return lemma + "s", lemma + "d", stem + "ing"
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"
    third = lemma + ("es" if lemma.endswith(("s", "x", "z", "ch", "sh")) else "s")
    stem = lemma + lemma[-1] if lemma in en.DOUBLING else lemma
    return third, stem + "ed", stem + "ing"


def singular(noun: str) -> str:
    """The singular of a regular English plural; other words as they are.

    >>> [singular(noun) for noun in ("claims", "inquiries", "speeches", "news")]
    ['claim', 'inquiry', 'speech', 'news']
    """
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("ches", "shes", "sses", "xes")):
        return noun[:-2]
    if noun.endswith("s") and not noun.endswith(("ss", "us", "is", "news")):
        return noun[:-1]
    return noun
