"""English: the words that name times, and the words beside them that tell a date from a name, a count or a verb."""

from stemma.lang.calendar import MONTHS, WEEKDAYS


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


WEEKDAY_NUMBERS: dict[str, int] = {
    name: next(i for i, full in enumerate(WEEKDAYS[:7]) if full.startswith(name[:3])) for name in WEEKDAYS
}
"""Name of a weekday, in full or cut, to its number from Monday, 0."""

AMBIGUOUS_MONTHS = _set("march april may june august jan feb mar apr jun jul aug sept sep oct nov dec")
"""Names of months that are other words too, or names of people: they need a number or a preposition beside them."""

LOWER_CASE_MONTHS = frozenset(m for m in MONTHS if len(m) > 5 and m not in ("august",))
"""Names of months that are known by themselves even where a writer leaves out the capital."""

UNITS: dict[str, str] = {
    form: unit
    for unit, forms in {
        "century": "century centuries",
        "decade": "decade decades",
        "year": "year years yr yrs",
        "season": "season seasons",
        "quarter": "quarter quarters",
        "month": "month months",
        "week": "week weeks wk wks",
        "fortnight": "fortnight fortnights",
        "weekend": "weekend weekends",
        "day": "day days",
        "hour": "hour hours hr hrs",
        "minute": "minute minutes min mins",
        "second": "second seconds sec secs",
    }.items()
    for form in forms.split()
}
"""Words for lengths of time to the name of the length."""

SEASONS: dict[str, int] = {"spring": 0, "summer": 1, "autumn": 2, "fall": 2, "winter": 3}

PARTS: dict[str, str] = {
    "morning": "MO",
    "mornings": "MO",
    "forenoon": "MO",
    "dawn": "MO",
    "daybreak": "MO",
    "sunrise": "MO",
    "afternoon": "AF",
    "lunchtime": "MI",
    "evening": "EV",
    "dusk": "EV",
    "sunset": "EV",
    "night": "NI",
    "nighttime": "NI",
    "overnight": "NI",
}
"""Parts of a day to TIMEX3's letters for them."""

CLOCK_WORDS: dict[str, str] = {"noon": "12:00", "midday": "12:00", "midnight": "00:00"}

NUMBERS: dict[str, int] = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
} | {word: 10 * i for i, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)}

MULTIPLES: dict[str, int] = {"dozen": 12, "hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 10**9}

ORDINALS: dict[str, int] = {
    word: value
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        start=1,
    )
} | {"thirtieth": 30}

ORDINAL_ENDS = _set("st nd rd th")

DECADE_WORDS: dict[str, int] = {
    "twenties": 2,
    "thirties": 3,
    "forties": 4,
    "fifties": 5,
    "sixties": 6,
    "seventies": 7,
    "eighties": 8,
    "nineties": 9,
}

DAYS_FROM_TODAY: dict[str, int] = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}

LAST = _set("last past previous preceding prior")
NEXT = _set("next coming upcoming following")
SAME = _set("this current")
THAT = _set("that same")

EARLY = _set("early beginning start outset opening")
MIDDLE = _set("mid middle")
LATE = _set("late end close")
EDGES = _set("beginning start outset middle end close")
"""Nouns for a part of a period, as in "the end of the year"."""

AGAIN: dict[str, str] = {
    "daily": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "fortnightly": "P2W",
    "monthly": "P1M",
    "quarterly": "P3M",
    "annually": "P1Y",
    "yearly": "P1Y",
    "hourly": "PT1H",
}
"""Adverbs of repetition to the length of their period."""

FIXED_FEASTS: dict[str, tuple[int, int]] = {
    "new year ’ s eve": (12, 31),
    "new year ’ s day": (1, 1),
    "new years eve": (12, 31),
    "new years day": (1, 1),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas": (12, 25),
    "boxing day": (12, 26),
    "epiphany": (1, 6),
    "valentine ’ s day": (2, 14),
    "international women ’ s day": (3, 8),
    "saint patrick ’ s day": (3, 17),
    "st patrick ’ s day": (3, 17),
    "st . patrick ’ s day": (3, 17),
    "april fools ’ day": (4, 1),
    "april fool ’ s day": (4, 1),
    "anzac day": (4, 25),
    "may day": (5, 1),
    "juneteenth": (6, 19),
    "canada day": (7, 1),
    "fourth of july": (7, 4),
    "july fourth": (7, 4),
    "bastille day": (7, 14),
    "halloween": (10, 31),
    "all saints ’ day": (11, 1),
    "guy fawkes night": (11, 5),
    "bonfire night": (11, 5),
    "armistice day": (11, 11),
    "veterans day": (11, 11),
}
"""Feasts of one date. Words are parted by blanks, and every apostrophe is written ’."""

WEEKDAY_FEASTS: dict[str, tuple[int, int, int]] = {
    "thanksgiving day": (11, 3, 4),
    "thanksgiving": (11, 3, 4),
    "labor day": (9, 0, 1),
    "labour day": (9, 0, 1),
    "memorial day": (5, 0, -1),
    "martin luther king jr . day": (1, 0, 3),
    "martin luther king day": (1, 0, 3),
    "presidents ’ day": (2, 0, 3),
    "columbus day": (10, 0, 2),
    "mother ’ s day": (5, 6, 2),
    "father ’ s day": (6, 6, 3),
}
"""Feasts on a weekday of a month: month, weekday from Monday, and which one (-1 the last). United States' use."""

EASTER_FEASTS: dict[str, int] = {
    "ash wednesday": -46,
    "shrove tuesday": -47,
    "mardi gras": -47,
    "palm sunday": -7,
    "maundy thursday": -3,
    "good friday": -2,
    "easter sunday": 0,
    "easter monday": 1,
    "easter": 0,
    "ascension day": 39,
    "whit monday": 50,
    "pentecost": 49,
}
"""Feasts that move with Easter (the western one), in days from it."""

WEEKDAY_NAME_BEFORE = _set("black bloody super cyber ruby man girl manic freaky casual blue joe sheffield pearl giving")
"""Words that, before a weekday, make a name of it."""

WEEKDAY_NAME_AFTER = _set(
    """
    times telegraph mirror express mail herald world independent tribune sun post star times’ league football club
    school mosque prayers service gazette people review
    """
)
"""Words written with a capital that, after a weekday, make a name of it."""

BEFORE_DATES = _set(
    """
    in on since until till by from of to between and during before after around about circa through throughout for
    late early mid last next this that past every each late-in beginning start end middle than or until as the at
    till’ into over following past spring summer autumn fall winter
    """
)
"""Words after which the name of a month is a date."""

BEFORE_YEARS = _set(
    """
    in since until till by from of to between during before after around about circa through late early mid
    throughout into year years ca and or spring summer autumn fall winter christmas following than season vintage
    post pre born died est as calendar until back
    """
)
"""Words after which four digits are a year."""

NO_YEAR_BEFORE = _set(
    """
    no number case room flight route channel highway section article resolution page pp some roughly nearly almost
    approximately least most over under about up only exactly just all these those another boeing airbus model
    area phone call dial ext extension code box street road suite figure paragraph line lot bill regulation docket
    psalm
    """
)
"""Words after which four digits are a count or a number of something."""

COUNTED = _set(
    """
    people men women children soldiers troops dollars euros pounds km kilometres kilometers kilometers metres
    meters miles feet ft m kg tons tonnes barrels homes houses jobs workers employees members votes voters
    students refugees migrants civilians police officers personnel residents passengers families acres hectares
    mph kph percent per million billion thousand hundred points words pages copies units vehicles cars degrees
    calories megawatts mw gb mb square cubic rupees yen yuan rubles roubles rials riyals lira pesos hours hrs gmt
    utc local am pm times others more of visitors fans spectators supporters protesters fighters militants rebels
    patients cases deaths years
    """
)
"""Words before which four digits are a count, a measure or a clock time."""

AGES = _set("old older")
"""Words after a length that make an age of it."""

PER = _set("a an per each every")

FUTURE_CUES = _set(
    """
    will ll shall gonna scheduled due upcoming set expected planned plans planning intends aims
    hopes slated poised postponed deadline expires expire forecast forecasts going tomorrow
    """
)
"""Words whose clause looks ahead."""

PAST_CUES = _set(
    """
    was were had did said told has been became began came got gave went made took held met left won lost broke
    brought built bought caught fell felt found fought grew heard hit kept killed knew led let meant paid put ran
    rose saw sent shot showed sold spent spoke stood struck swore thought threw understood wrote wore quit shut
    cut read beat spread overtook withdrew withdrawn flew drew drove shook sank sang stole tore woke chose forgot
    froze hid rode spoken sought taught dealt slid swept bore burst bound fled forbade hung laid lay lit sued
    """
)
"""Forms of verbs, other than those in -ed, whose clause looks back."""

NO_PAST = _set("need feed speed seed bed red embed hundred indeed exceed proceed succeed sacred naked wicked aged")
"""Words in -ed that are no past forms."""

REPORTING = _set("said says told announced added reported confirmed tweeted stated warned noted")

IRANIAN_MONTHS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "farvardin",
            "ordibehesht",
            "khordad",
            "tir",
            "mordad",
            "shahrivar",
            "mehr",
            "aban abaan",
            "azar",
            "dey",
            "bahman",
            "esfand",
        ),
        start=1,
    )
    for name in names.split()
}

IRANIAN_WORDS = _set("iranian persian solar hijri jalali shamsi")
"""Words before "year", "calendar" or "month" that call for the Iranian calendar."""

BEFORE_OLD_YEARS = _set("in since year circa ca until till est born died")
"""Words after which even four digits from 1000 on are a year."""

NO_PLURALS = _set("was is has its this as us does says always perhaps")
"""Words in -s that are no plural nouns."""

BEFORE_CLOCKS = _set(
    """
    at by around about until till from to before after since between and approximately - ( past circa ’til
    """
)
"""Words and signs after which hours and minutes are a time of day."""

ZONE_WORDS = _set("eastern central mountain pacific greenwich local")
"""Words before "time" that name a zone, however they are written."""

AFTER_DAY_NUMBERS = _set(
    '. , ; : ) ] ! ? " ” - in on at by and or but when as to for from with before after until is was were ’ '
    "it he she they we i you the a an his her its their our that this there"
)
"""What follows "the 21st" where it is a date."""

AFTER_PLANS = _set('. , ; : ) ! ? " ” - in on at by and or but when as to with before after until because')
"""What follows "for Thursday" where something is planned for that day."""

CLOCK_LINKS = _set("at by around about until till from before after shortly just")
"""Words between a day and its clock time."""

BEFORE_ONE_UNIT = _set(
    """
    within in for after about nearly almost over than lasting lasted spent took takes take under half least just during
    another roughly around some only barely of every
    """
)
"""Words before "a year" that make a length of it, not a rate ("$3 a year")."""

AFTER_ONE_UNIT = _set("ago earlier later before after since from in of long")
"""Words after "a year" that make a length of it."""

BEFORE_OPEN_LENGTHS = _set("for in over after during of many several")
"""Words before a bare "months" that make a length of it."""

OPEN_UNITS = _set("days weeks months years decades centuries hours")
"""Units that stand without a number."""

ENDING = _set("ending ended to through until till")
"""Words between a length and its end."""

BEGINNING = _set("starting beginning from")
"""Words between a length and its beginning."""

READY = _set(
    """
    expected scheduled due set plans planned planning slated poised likely going hopes aims intends ready about
    """
)
"""Words whose "to" looks ahead."""

AHEAD = _set("until till next upcoming coming")
"""Words right before a date that is ahead."""

LENGTH_STARTS = _set(
    """
    a an the half dozen several few many some last past next coming recent previous every each once twice weekends
    """
)
"""Words, other than numbers, that a length or a repetition may begin with."""

IRAN: tuple[str, ...] = ("Iran", "Tehran", "Persian calendar")
"""Names in a text that concerns Iran."""
