"""Lemma scripts: how a lemma is made of its word, as a label (after Chrupala 2008)."""

from functools import lru_cache

_MOST_KEPT_CUT = 4


@lru_cache(1 << 18)
def script(word: str, lemma: str) -> str:
    """The shortest script from `word` to `lemma`: "K2y" cuts two letters and adds "y", "L" does so on small letters.

    "=be" is the lemma itself.

    >>> script("talks", "talk"), script("Talks", "talk"), script("was", "be"), script("Anna", "Anna")
    ('L1', 'L1', '=be', 'K0')
    """
    small = word.lower()
    for base, tag in ((word, "K"), (small, "L")):
        if tag == "K" and base == small:
            continue
        kept = 0
        while kept < min(len(base), len(lemma)) and base[kept] == lemma[kept]:
            kept += 1
        if kept == 0 and (tag == "K" or lemma != base):
            continue
        if tag == "K" and kept < len(base) - _MOST_KEPT_CUT:
            continue
        return f"{tag}{len(base) - kept}{lemma[kept:]}"
    return "=" + lemma
