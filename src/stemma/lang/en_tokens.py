"""English: which words keep a hyphen or a full stop as part of one token."""

from stemma.lang import en


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


PREFIXES = _set("""
    anti co counter cross de e ex extra inter intra mega micro mid mini mis multi non post pre pro proto pseudo re semi
    sub super trans tri ultra un uni vice
    """)
"""What a hyphen does not part from the word after it."""

ABBREVIATIONS = en.LINKS | _set("""
    a.d a.k.a a.m al apr assn aug ave b.a b.c b.sc blvd bros ca capt cmdr co col corp d.c dec dept dr e.u ed eds est etc
    feb ft gen gov hon inc jan jr ltd lt m.d m.sc maj messrs mr mrs ms mt nov oct op p.m p.s ph.d pp prof pty rep rev
    sen sens sept sgt sr st supt u.k u.n u.s univ vol
    """)
"""Words that keep their full stop, however they are written."""

_WORDS_TOO = _set("col fla ill ind mass mo mon miss ore pa sat sun wash wed")

ABBREVIATIONS_WITH_CAPITAL = (en.TITLES | en.SHORTENED) - _WORDS_TOO
"""Words that keep their full stop where they are written with a capital; none that is a word or a name, too."""

CONTRACTIONS = {"cannot": 3, "gonna": 3, "wanna": 3, "gotta": 3, "gimme": 3, "lemme": 3}
"""Two words written as one, and where the second begins."""

FACES = _set(":) :( ;) :-) :-( ;-) :D :P")
