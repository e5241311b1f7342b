"""English labels: words for the same kind of person, group or act among which a writer chooses, and what they imply.

Written by the Stemma authors. Lower case, in the singular, verbs in the infinitive.
"""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


LABELS: dict[str, frozenset[str]] = {
    "armed person": _set(
        """
        militant terrorist insurgent fighter rebel gunman guerrilla jihadist jihadi extremist islamist separatist
        partisan paramilitary mercenary vigilante combatant martyr assailant attacker bomber radical takfiri bandit
        warlord shooter sniper revolutionary militia militiaman gang cartel dissident
        """
    ),
    "attack": _set(
        """
        attack assault bombing terrorism massacre slaughter raid strike airstrike shooting operation offensive
        incursion ambush explosion blast incident aggression outrage atrocity genocide carnage bloodbath
        """
    ),
    "war": _set("war conflict invasion intervention occupation crisis uprising rebellion insurgency revolution unrest"),
    "violent death": _set("kill murder slaughter massacre execute assassinate slay martyr eliminate neutralise"),
    "government": _set("government regime junta administration authority dictatorship leadership ruler"),
    "leader": _set("leader president ruler dictator strongman chief autocrat despot warlord kingpin boss"),
    "gathering": _set("protest demonstration riot unrest march rally uprising disturbance mob crowd disorder"),
    "protester": _set("protester demonstrator rioter activist agitator thug hooligan looter campaigner mob"),
    "exchange": _set("swap exchange deal trade release ransom bargain"),
    "taking": _set("kidnap abduct seize capture snatch hostage detain arrest captive captured prisoner"),
    "barrier": _set("wall fence barrier border frontier"),
    "migrant": _set("migrant refugee immigrant alien illegal undocumented asylum"),
    "aid": _set("bailout subsidy support aid handout relief giveaway rescue"),
    "cut": _set("cut saving reform austerity slash reduction reduce"),
    "vehicle": _set("car truck lorry van vehicle suv minibus bus pickup"),
    "offer": _set("offer bid proposal approach takeover merger acquisition"),
    "wood": _set("wood forest mountain hill jungle bush field"),
    "severity": _set("heavy massive severe minor slight light serious large huge small extensive"),
    "cause": _set("outcome result consequence part response reprisal retaliation revenge"),
    "child": _set("baby infant pregnant child toddler"),
}
"""Kinds of things, with words for them among which a report chooses."""

CHARGED = _set(
    """
    terrorist terrorism terror extremist takfiri fanatic thug mob regime junta dictator dictatorship despot strongman
    massacre slaughter carnage bloodbath atrocity genocide aggression aggressor murder slay invader occupier
    puppet stooge mercenary martyr martyrdom heroic hero liberate liberation brutal barbaric savage vicious
    heinous cowardly ruthless bloodthirsty horrific horrifying shocking terrifying evil radical illegal alien
    hardline extremism propaganda crackdown purge backed
    unprovoked indiscriminate illegitimate criminal scandal disgraceful chaos rigged notorious infamous controversial
    cult jihadist islamist riot rioter hooligan looter agitator
    devastating bloody revenge ransom austerity giveaway handout hijacked vigilante separatist
    """
)
"""Words that judge what they name, for or against."""

PLAIN = _set("vehicle offer wood severity cause child attack exchange leader aid cut barrier")
"""Kinds whose words differ in what they say more than in whom they judge."""

JUDGING_CUES = _set("claim allege boast admit concede confess insist acknowledge complain")
"""Verbs of saying that judge what is said."""

DESCRIBED_BY = ("armed person", "protester", "leader", "migrant")
"""Kinds of labels that stand before a name: "the rebel Anna Moss"."""

DESCRIBING = _set(
    """
    group movement network sect faction wing organisation organization party militia army force gang cartel company
    firm giant maker chipmaker carrier airline president minister premier chancellor king queen prince leader chief
    head director chairman chairwoman spokesman spokeswoman spokesperson commander general ruler tycoon billionaire
    businessman politician lawmaker senator mayor governor activist cleric preacher province region city town village
    district territory state enclave island outpost settlement newspaper broadcaster agency affiliated
    """
)
"""Words right before a name that describe whom or what it names; so do labels for people and groups."""

DEGREES = _set(
    """
    very deeply profoundly dramatically massively hugely severely badly heavily slightly sharply significantly strongly
    fiercely utterly completely totally extremely highly grossly massive huge heavy major minor severe slight serious
    significant substantial considerable mere merely barely hardly intense harsh
    """
)
"""Words that say how much or how strongly."""

GENERIC = _set(
    """
    person people man woman child civilian resident villager inhabitant citizen individual victim other human
    """
)
"""Words for people at large."""

WIDER: dict[str, frozenset[str]] = {
    "person": _set(
        "civilian soldier troop officer child woman man student resident tourist passenger worker policeman"
    ),
    "people": _set(
        "civilian soldier troop officer child woman man student resident tourist passenger worker policeman"
    ),
}
"""Words for a group that others are part of."""

ALL = _set("all every each everyone everybody entire whole both")
SOME = _set("some several few many most half part partly part-time various certain numerous mostly largely partial")
POSSIBLE = _set("could may might would possibly potentially perhaps maybe likely probably potential")
APPARENT = _set("reportedly allegedly apparently purportedly suspected alleged purported presumably seemingly")
"""Words that say how far a statement goes: for all or for some, so or possibly so."""

CONDITIONS = _set("if unless hinge depend premised conditional subject provided contingent")
REGARDLESS = _set("regardless irrespective unconditional unconditionally")
"""Words that hang a statement on something, and those that say that it does not hang on it."""
