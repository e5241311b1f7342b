"""English: words that tell of what kind a name is, and words that are none."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


ARTICLES = _set("the a an this that these those his her its their our my your")

HEADS = {
    "organisation": _set("""
        academy administration agency airline airlines airways alliance ambulance army associates association authority
        bank board brigade broadcasting bureau bureau's cabinet chamber church club college commission committee company
        congress consortium consulate cooperative corp corps corporation council court department directorate embassy
        enterprises federation foundation fund gazette gmbh government group guard guards herald holdings hospital inc
        industries institute institution insurance international laboratories laboratory league limited llc llp ltd
        media militia ministry motors movement navy network news newspaper office orchestra organisation organization
        parliament partners party pharmaceuticals plc police post press radio railway railways secretariat securities
        senate service services society solutions studios syndicate systems technologies telecom telegraph temple times
        treasury tribune trust union university ventures zoo
        """),
    "agreement": _set("accord accords agreement agreements armistice convention conventions pact protocol treaty"),
    "document": _set("act bill constitution papers resolution"),
    "event": _set("championship championships cup festival games marathon olympics summit war"),
    "place": _set("""
        airport avenue bay boulevard bridge canyon cathedral city coast county desert district falls forest hotel island
        islands lake mosque mountain mountains oblast ocean park peninsula plaza prefecture province river road sea
        square state strait street valley village
        """),
}
"""Last words of names of several words, and the kind that they tell."""

AGREEMENTS = _set("accord agreement armistice ceasefire convention deal pact treaty truce")
"""Nouns for agreements, which a year in front makes a name."""

SURE_HEADS = _set("parliament congress senate")
"""Of these: those that tell it even alone."""

ORGANISATION_FIRST = _set("university bank ministry department bureau institute")
"""First words that tell an organisation: "Bank of ..."."""

BEFORE_OF = _set("""
    academy associates association authority bank bishop board bureau center centre chamber church college commission
    committee confederation council court department faculty federation friends guild house institute international
    league library ministry museum office order organisation organization parliament republic school society state
    states union university
    """)
"""Heads of names that go on with "of"."""

CORPORATE = _set("""
    ag co company corp corporation gmbh group holding holdings inc incorporated limited llc llp ltd nv partners plc sa
    se spa technologies
    """)
"""Words at the end of a firm's name that its short form leaves out."""

INNER = _set("of the and for in on to de la le du des del di da & to-")
"""Words that the letters of an abbreviation leave out."""
