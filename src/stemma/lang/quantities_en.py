"""English figures: number words, hedges, what counts and what doesn't. Lower case throughout."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


ONES: dict[str, int] = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
TENS: dict[str, int] = {
    word: value * 10
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
MAGNITUDES: dict[str, float] = {
    "thousand": 1e3,
    "lakh": 1e5,
    "lakhs": 1e5,
    "million": 1e6,
    "millions": 1e6,
    "crore": 1e7,
    "crores": 1e7,
    "billion": 1e9,
    "billions": 1e9,
    "trillion": 1e12,
    "trillions": 1e12,
    "quadrillion": 1e15,
}
SHORT_MAGNITUDES: dict[str, float] = {
    "mn": 1e6,
    "mln": 1e6,
    "mio": 1e6,
    "mil": 1e6,
    "bn": 1e9,
    "bln": 1e9,
    "tn": 1e12,
    "trn": 1e12,
    "cr": 1e7,
}
"""Abbreviations that stand after digits."""
LETTER_MAGNITUDES: dict[str, float] = {"k": 1e3, "m": 1e6, "b": 1e9, "t": 1e12}
"""Letters that mean a magnitude right after digits, where these are money or count something."""
FRACTIONS: dict[str, float] = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}

VAGUE: dict[str, float] = {
    "dozens": 24.0,
    "scores": 40.0,
    "tens": 20.0,
    "hundreds": 200.0,
    "thousands": 2e3,
    "lakhs": 2e5,
    "millions": 2e6,
    "crores": 2e7,
    "billions": 2e9,
    "trillions": 2e12,
}
"""Plural number words: at least two of each."""

ORDINALS = _set("""
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
    sixteenth seventeenth eighteenth nineteenth twentieth hundredth thousandth millionth
    half halves thirds quarter quarters fourths fifths sixths sevenths eighths ninths tenths hundredths thousandths
    """)
"""Words that make of the number before them a rank or a fraction."""

HEDGES: tuple[str, ...] = (
    "at least",
    "at the least",
    "at most",
    "at the most",
    "no fewer than",
    "not fewer than",
    "no less than",
    "not less than",
    "no more than",
    "not more than",
    "more than",
    "fewer than",
    "less than",
    "greater than",
    "higher than",
    "lower than",
    "as many as",
    "as much as",
    "as few as",
    "as little as",
    "up to",
    "upwards of",
    "upward of",
    "in excess of",
    "north of",
    "close to",
    "just under",
    "just over",
    "just short of",
    "well over",
    "well above",
    "well under",
    "a little over",
    "slightly more than",
    "slightly less than",
    "a maximum of",
    "a minimum of",
    "an estimated",
    "estimated",
    "an average of",
    "exceeding",
    "over",
    "above",
    "under",
    "below",
    "about",
    "around",
    "roughly",
    "approximately",
    "approx",
    "approx .",
    "circa",
    "some",
    "nearly",
    "almost",
    "virtually",
    "barely",
    "exactly",
    "precisely",
    "~",
    "≈",
    ">",
    "<",
    "≥",
    "≤",
)
"""What before a number says how far it holds."""
TRAILING_HEDGES: tuple[str, ...] = ("or more", "or so", "or less", "or fewer", "or thereabouts", "at least", "at most")
"""What after a number says how far it holds."""
PLACE_HEDGES = _set("over above under below about around some exceeding")
"""Hedges that are other words, too: they hold before figures, not before one to nine things in words."""
NOT_FIGURES_AFTER = _set("aged age ages page pages room chapter rule since until till by at before after")
"""Words after which a hedged number without a noun is an age, a place in a list or a clock time."""

TIME_NOUNS = _set("""
    second seconds minute minutes hour hours day days night nights week weeks weekend weekends fortnight fortnights
    month months quarter quarters season seasons year years decade decades century centuries millennium millennia
    sec secs min mins hr hrs yr yrs y/o yo am pm a.m. p.m. a.m p.m o'clock o’clock gmt utc est edt mondays tuesdays
    wednesdays thursdays fridays saturdays sundays morning mornings afternoon afternoons evening evenings
    generations
    """)
"""What is counted in times, not in figures."""
TIME_WORD_PARTS = _set("""
    long old past last next consecutive straight successive full whole more extra business working
    """)
"""Words that may stand between a number and a noun of time."""

STOPS = _set("""
    a an the this that these those some any no every each either neither both all half such another what which who
    whom whose when where why how i you he she it we they me him her us them my your his its our their mine yours hers
    ours theirs myself himself herself itself themselves and or nor but so yet if because although though while
    whereas unless until till since than as whether of in on at by to for from with without within into onto upon over
    under above below between among amid about around against across along through throughout during before after
    behind beyond near off out up down toward towards via per despite inside outside be is are was were been being am
    has have had having do does did done will would shall should can could may might must not n't cannot isn't aren't
    wasn't weren't haven't hasn't hadn't don't doesn't didn't won't wouldn't can't said says say told tells added adds
    according reported reports there here then now also just only even still already again ever never always often
    sometimes later earlier ago yesterday today tomorrow tonight however meanwhile too very quite rather respectively
    alone apart away back else perhaps maybe besides overseas took take takes taken age ages aged came come comes went
    go goes gone got get gets made make makes gave give gives given
    """)
"""Words that end a noun phrase."""
STOPS_SAYING = _set("said says say told reported according added")
"""Verbs whose subject is no longer what was counted."""
JOINING = _set("and or")

PLURALS = _set("""
    people men women children police troops personnel staff crew cattle fish aircraft sheep deer feet teeth mice geese
    media data bacteria criteria phenomena alumni offspring spacecraft helicopters militia personnel policemen
    policewomen gunmen fishermen firemen businessmen congressmen lawmakers firefighters salmon swine poultry livestock
    youth clergy folk gentry infantry servicemen servicewomen women schoolchildren grandchildren policepeople
    spokespeople spokesmen craft warships series species headquarters
    """)
"""Plurals without an s, and words that are counted without one."""
GROUPS = _set("""
    dead wounded injured missing hurt others unaccounted homeless unemployed hospitalised hospitalized
    """)
"""Words for people in some state that stand as nouns after a number."""
NOT_PLURAL = _set("""
    this its is was has us as yes news gas bus plus status campus virus focus bonus crisis basis analysis process
    business access success progress congress press class pass mass loss boss cross across address always perhaps thus
    besides towards sometimes afterwards less unless express whereas upwards downwards backwards forwards nowadays
    politics economics physics mathematics athletics alias christmas paris texas kansas arkansas los las james charles
    thomas jones hamas isis
    does goes says makes takes gives comes gets keeps lets seems wants needs becomes remains continues includes
    tennis axis debris iris pelvis chassis
    contains shows means leads leaves stands runs begins
    """)
"""Words that end in s and are no plural of a noun, or mostly a verb after one."""

SMALL_IDIOMS = _set("""
    another thing day time way point hand side reason example exception man's step moment reader such who that which
    thing's size place sense heck hell fell morning night week afternoon evening year
    """)
"""After "one": no count of anything."""
BEFORE_ONE = _set("""
    no any every each this that the which another some not only than as by from number day its his her
    """)
"""Before "one": a pronoun, or part of a phrase."""

TOLL: dict[str, str] = {
    form: outcome
    for outcome, forms in {
        "killed": "kill kills killed killing slain slay slaying slew",
        "dead": "dead died dies die dying perished perish",
        "wounded": "wound wounds wounded wounding",
        "injured": "injure injures injured injuring hurt hurting hurts maimed maiming",
        "missing": "missing disappeared vanished",
        "arrested": "arrest arrests arrested arresting detain detains detained detaining",
        "jailed": "jailed imprisoned",
        "held": "held",
        "kidnapped": "kidnap kidnaps kidnapped kidnapping abduct abducts abducted abducting",
        "released": "release releases released releasing free frees freed freeing",
        "rescued": "rescue rescues rescued rescuing saved evacuated evacuating evacuates",
        "displaced": "displace displaces displaced displacing",
        "hospitalised": "hospitalised hospitalized hospitalising hospitalizing",
        "infected": "infected infecting infects",
        "executed": "executed executing executes beheaded beheading",
        "trapped": "trapped trapping stranded stranding",
        "charged": "charged",
        "convicted": "convicted",
        "identified": "identified",
    }.items()
    for form in forms.split()
}
"""What befalls people: the words for it, and the one that stands in `of`."""
NOT_OBJECTS = _set(
    "hurt hurting hurts died dies die dying perished perish missing disappeared vanished dead held free saved charged"
)
"""Words of `TOLL` that need no object: a bare number after them counts nobody."""
AFTER_OBJECT = _set("""
    killed dead died dying perished wounded injured hurt missing disappeared vanished arrested detained jailed
    imprisoned held kidnapped abducted freed released rescued evacuated saved displaced hospitalised hospitalized
    infected executed beheaded trapped stranded charged convicted slain maimed identified
    """)
"""Words of `TOLL` that tell of the people before them."""
TOLL_NOUNS = _set("deaths fatalities dead")
"""Nouns of which a number tells how many died; so does "toll" after one of `TOLL_KINDS`."""
TOLL_KINDS = _set("death the confirmed fatal latest attack's attack’s")
AUXILIARIES = _set("""
    was were is are be been being have has had who that which reportedly also feared confirmed believed still were
    officially since later now already remain remained remains left reported critically seriously badly slightly all
    either
    """)
"""What may stand between people and what befell them."""

NAME_NOUNS = _set("""
    case flight boeing airbus article section apollo falcon saturn soyuz chapter page pages room channel route highway
    interstate motorway junction exit gate platform terminal pier pad aisle row seat block lot unit units type class
    category level grade phase stage step part volume vol series season episode act scene verse book lap round game
    match week day version windows iphone playstation xbox ps android galaxy formula area district ward precinct zone
    region sector camp building house apartment apt suite floor street avenue bus train bay hall studio group pool team
    division battalion brigade regiment company squadron expedition mission launch complex resolution protocol annex
    amendment proposition prop measure bill rule law regulation figure fig table item number no nos num nr question
    answer issue edition caption slide photo picture image video gallery option plan model mark mk agenda scenario
    appendix line track catch ocean's super uefa euro eurovision world
    """)
"""Nouns after which a number is part of a name."""

CHANGES: dict[str, str] = {
    form: sign
    for sign, forms in {
        "+": "rise rises rose risen rising increase increases increased increasing grow grows grew grown growing "
        "growth climb climbs climbed climbing jump jumps jumped jumping surge surges surged surging soar soars soared "
        "soaring gain gains gained gaining hike hikes hiked hiking raise raises raised raising expand expands expanded "
        "expanding expansion advance advanced advances rallied rally leap leapt leaps upturn higher up more boost "
        "boosts boosted boosting strengthened strengthen premium",
        "-": "fall falls fell fallen falling drop drops dropped dropping decline declines declined declining decrease "
        "decreases decreased decreasing cut cuts cutting slash slashes slashed slashing shrink shrinks shrank shrunk "
        "shrinking plunge plunges plunged plunging tumble tumbles tumbled tumbling slump slumps slumped slumping slide "
        "slides slid sliding slip slips slipped slipping sink sinks sank sunk reduce reduces reduced reducing "
        "reduction contraction contract contracts contracted contracting lower lowers lowered lowering down fewer less "
        "plummet plummets plummeted plummeting dip dips dipped dipping weaken weakened weakens "
        "shed sheds lost curtail curtails curtailed curtailing discount ban bans banned banning halve halved",
    }.items()
    for form in forms.split()
}
"""Words of growth and decline, and their sign."""
AFTER_CHANGES = _set("""
    rise increase growth climb jump surge gain gains hike expansion leap upturn higher boost raise more fall drop
    decline decrease cut slump slide slip reduction contraction lower dip plunge tumble fewer less
    """)
"""Words of `CHANGES` that may stand right after the rate."""
COMPARED_ONLY = _set("""
    more less fewer lost ban bans banned banning shed raise raised raises raising gain contract
    """)
"""Words of `CHANGES` that tell of a change only beside "by" and a rate, or after a rate."""
UP_AFTER = _set("""
    made make makes making take takes took taking snapped picked gave give gives ended put set wound pick come came
    """)
"""Verbs with which "up" and "down" tell of no change."""
MOVES = _set("""
    fall falls fell fallen falling drop drops dropped dropping climb climbs climbed climbing jump jumps jumped jumping
    leap leapt rise rises rose risen rising plunge plunges plunged plunging slide slides slid sliding slip slips
    slipped slipping sink sinks sank sunk dip dips dipped soar soars soared soaring tumble tumbles tumbled tumbling
    advance advances advanced
    """)
"""Words of `CHANGES` that tell, before a length, of a way through space."""
CHANGE_LINKS = _set("""
    by a an another further only just sharply slightly about around nearly almost roughly over some
    """)
"""What may stand between a word of change and its amount."""
RATE_NOUNS = _set("""
    share barrel ounce person head capita household unit ton tonne gallon litre liter vote ticket
    """)
"""What prices are given for ("a share")."""
RATE_TIMES = _set("day week month year hour minute night season")
"""What amounts recur in ("a day")."""

AFTER_MOMENTS = _set("ago earlier later")
"""Words after "a year" that make a moment of it, not what an amount recurs in."""

LEVEL_VERBS = _set("""
    stood reached hit totalled totaled totals totalling totaling is was were are cost costs costing worth valued
    estimated amounted exceeded exceeds surpassed topped averaged averages weighed weighs weighing measured measures
    rose fell increased dropped grew declined climbed jumped
    """)
"""Verbs that give the size of their subject."""
AGE_HEDGES = _set("over under above below")
"""Hedges that, before a number without a noun, tell of an age or a rank."""
GROUP_NOUNS = _set("""
    population crowd total team group crew toll audience maximum minimum average record attendance turnout majority
    fleet force army batch list membership staff workforce number capacity
    """)
"""Nouns of which "of" and a bare number tell the size."""
COUNTING_NOUNS = _set("number total toll count")
DETERMINERS = _set("the a an its their his her our this that these those my your")
OF_MONEY = _set("in for towards toward on")
"""What joins an amount of money to what it is for."""
LEADING = _set("more other others additional further extra fresh")
"""What is left out at the head of what is counted."""
PERSONS = _set("""
    person man woman child boy girl soldier civilian officer policeman policewoman worker passenger student teacher
    suspect gunman attacker protester protestor journalist victim body patient driver pilot teenager baby
    """)
"""Nouns for one of those whom reports count, after which a verb may follow."""
AMONG = _set("the them these those its their his her our your my whom which us you")
"""What stands after "of" where a bare number counts some of something."""
PERIOD_LINKS = _set("in during over for within between throughout through on")
"""What stands between a figure and the period that it holds for."""
SCORE_NOUNS = _set("""
    win wins victory loss defeat draw lead record vote decision ruling score tie majority series edge margin aggregate
    thrashing triumph split setback advantage deficit upset
    """)
"""Nouns that make of two numbers a score."""
