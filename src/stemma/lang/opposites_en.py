"""English negation and opposites: what turns a statement round.

Written by the Stemma authors. Lower case; verbs in the infinitive, nouns in the singular.
"""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


NEGATIONS = _set("""
    not no never none nobody nothing neither nor without cannot can't won't didn't doesn't isn't wasn't weren't hasn't
    haven't hadn't wouldn't couldn't shouldn't don't aren't can’t won’t didn’t doesn’t isn’t wasn’t weren’t hasn’t
    haven’t hadn’t wouldn’t couldn’t shouldn’t don’t aren’t
    """)
"""Words that negate what follows them."""

NONE = _set("no none nobody nothing neither nor without")
"""Those that negate a noun, and what is said of it."""

EITHER = _set("or whether if")
"""Words before a negation that leave open whether it holds: "will or won't"."""

DENYING = _set("deny refute rebut dispute disavow contradict")
"""Verbs of saying that what is said is not so."""

DENIALS = _set("deny denies denied denying fail fails failed failing refuse refuses refused refusing")
"""Verbs that negate what hangs on them."""

UNHARMED = _set("""
    unharmed unhurt uninjured unscathed safe unlikely impossible unable unaware unknown unclear lack lacks lacking
    absent absence await awaits awaiting awaited yet withhold withholding withheld
    """)
"""Words that hold a negation inside."""

OPPOSITES: tuple[tuple[frozenset[str], frozenset[str]], ...] = (
    (
        _set("rise rose risen climb gain jump surge soar rally advance increase edged-up grow grew grown swell upturn"),
        _set("fall fell fallen drop decline slide slip slump plunge tumble sink sank sunk dip decrease shrink shrank"),
    ),
    (
        _set("accept approve agree welcome back support endorse ratify authorise authorize clear greenlight"),
        _set("reject refuse oppose veto block dismiss decline spurn rebuff scuttle"),
    ),
    (_set("confirm admit acknowledge concede"), _set("deny refute rebut disavow")),
    (_set("win won victory"), _set("lose lost loss")),
    (_set("open reopen"), _set("close shut closure")),
    (_set("arrive enter"), _set("leave left depart withdraw withdrew")),
    (_set("allow permit legalise legalize legal"), _set("ban forbid prohibit outlaw illegal")),
    (_set("guilty convict"), _set("innocent acquit exonerate")),
    (_set("succeed success"), _set("fail failure")),
    (_set("free release released"), _set("detain arrest jail imprison")),
    (_set("begin start resume began begun"), _set("end stop halt suspend cease cancel")),
    (_set("survive survivor alive"), _set("die dead kill perish")),
    (_set("keep retain"), _set("abandon drop scrap")),
    (_set("strengthen bolster"), _set("weaken undermine")),
    (_set("safe"), _set("unsafe dangerous")),
    (_set("likely"), _set("unlikely")),
    (_set("known"), _set("unknown")),
    (_set("intact"), _set("destroy wreck ruin")),
    (_set("published public"), _set("withhold withheld secret")),
)
"""Pairs of families of words: what one says, the other turns round."""

MOVES = 0
"""The place of the pair that says where a price or a number goes."""
