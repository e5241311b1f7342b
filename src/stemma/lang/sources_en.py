"""English: words by which reports call their sources, and what they tell of whom these speak for."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


SPOKES = _set("spokesman spokeswoman spokesperson spokesmen spokeswomen spokespeople spokespersons spokes mouthpiece")
"""Those who speak for an institution: what they say, it says."""

UNNAMED = _set("""
    agent aide authorities authority diplomat diplomats figure insider insiders leader leaders leadership official
    officials officer officers representative representatives source sources staff staffer
    """)
"""Words for people of an institution who stay unnamed; without another word they may be anybody's."""

GOVERNMENT = _set("government administration state cabinet authorities")
"""Words for all that governs: each of its institutions may be meant."""

AMONG = _set(
    "police policemen presidency troops soldiers board management lawmakers prosecutors investigators rescuers "
    "firefighters"
)
"""Common nouns for institutions that stand in the plural or for part of one, beside those of `offices_en`."""

FIELDS = _set("""
    air aviation civil communications defence defense department economy education emergency energy environment
    external finance fire foreign health home immigration industry information intelligence interior justice labor
    labour office prime public safety security state trade transport transportation treasury
    """)
"""Words that say which ministry, office or agency."""

OFFICE_OF = {
    "minister": "ministry",
    "ministers": "ministry",
    "secretary": "department",
    "president": "presidency",
    "presidential": "presidency",
    "president's": "presidency",
    "governmental": "government",
    "ministerial": "ministry",
    "armed": "military",
    "forces": "military",
    "army": "military",
    "policeman": "police",
    "policemen": "police",
    "policewoman": "police",
}
"""Words for who holds an office or serves in a body, and the institution that this is."""

SAYS_LITTLE = _set("""
    a about alleged an and anonymous another any at by chief close co copy corp different few first for force
    former friday from group her high-ranking his in inc into it its key leading least local ltd member members
    monday more multiple name named new of on one only other others our own plc quoted regional said same
    saturday second senior several some such sunday team that the their these they third this those three
    thursday to today top tuesday two unidentified unit unknown unnamed vice wednesday well western who whose
    with within yesterday
    """)
"""Words of a description that don't tell one source from another."""

CUT_AT = _set("who whom whose which that when where familiar briefed speaking citing including")
"""Words behind which a description tells more than who is meant."""

GOES_ON = _set("at by for from in of on to with")
"""Words before which the noun at the head of a description stands."""

ISSUED = ("issued", "released", "published", "put out", "posted", "made", "sent out", "gave out")
"""What stands between who speaks and "a statement"."""

TAKES_UP = _set("""
    airline board body broadcaster business campaign charity club company conglomerate corporation faction firm giant
    group insurgents maker management manufacturer militants militia movement organisation organization outfit party
    rebels shareholders start-up startup team union
    """)
"""Common nouns that take up any body that has a name, or speak of part of it."""
