"""English: what a full stop after a word, a single quotation mark or a verb of saying may mean."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


TITLES = _set("""
    adm amb att atty brig capt cmdr col cpl det dr drs gen gens gov govs hon insp lt maj messrs mlle mme mr mrs ms msgr
    pfc pres prof profs pvt rep reps rev sen sens sgt spc supt ft mt
    """)
"""Words that, written with a capital, stand before a name: their full stop never ends a sentence."""

LINKS = _set("vs e.g i.e cf viz approx")
"""Words whose full stop never ends a sentence, however they are written."""

SHORTENED = _set("""
    ala ariz ark ave bldg blvd bros calif cia co colo conn corp dept del dist div etc fla ga hwy ill inc ind
    intl jr kan ky la llc ltd mass md mich minn miss mo mont natl neb nev okla ont ore pa penn pty rd sask sq sr st
    tenn tex univ va vt wash wis wyo jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs
    fri sat sun fl plc rs ph.d ed.d d.phil
    """)
"""Words whose full stop ends a sentence only where the next word shows that one begins."""

NUMBERED = _set("no nos art arts sec para vol fig figs p pp ch op nr est")
"""Words whose full stop goes on where a number follows."""

CLOCK = frozenset({"a.m", "p.m", "am", "pm"})
"""Words whose full stop goes on where a day, a zone or a place follows."""

AFTER_CLOCK = _set("""
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun
    et est edt ct cst cdt mt mst mdt pt pst pdt gmt utc bst cet ist eastern central mountain pacific greenwich moscow
    local
    """)
"""What goes on after "5 p.m."."""

STARTERS = _set("""
    a about after all also although among an and another any are as asked at because before but by despite did do
    during each even every few for from given has have he her here his how however i if in instead is it its just last
    later many meanwhile more moreover most my neither nevertheless no none nor not nothing now of on once one only or
    other others our over she should since so some still such that the their then there these they this those though
    through thus to today together two under until was we were what when where whether which while who why will with
    within without yet you your
    """)
"""Words that, written with a capital, show that a sentence begins."""

SAYING = _set("""
    added adds announced answered argued asked asks called claimed continued cried declared demanded exclaimed insisted
    joked noted pleaded posted quipped recalled replied responded said says screamed shouted tells told tweeted urged
    warned wondered wrote yelled
    """)
"""Verbs that carry on the sentence of a quotation that ends in "!" or "?"."""

ELISIONS = _set("em til till tis twas twere cause cos bout round n ere neath tude")
"""Words whose apostrophe stands in front and opens no quotation."""
