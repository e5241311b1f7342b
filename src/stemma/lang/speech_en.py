"""English: the words that report speech, each with the frames that hold what was said.

The classes follow the verbs of communication in Levin (English Verb Classes and Alternations, 1993, chapter 37) and
what grammars of English say of their complements; lemmas, in lower case. A phrasal verb is written with its particle.
Verbs of thought, wish and perception are left out on purpose: what somebody believes is nothing that was said.
"""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _phrases(text: str) -> frozenset[str]:
    return frozenset(phrase.strip() for phrase in text.split("/"))


def _prepositions(text: str) -> dict[str, frozenset[str]]:
    """Lines "of about: boast warn": the verbs behind the colon take the prepositions before it."""
    found: dict[str, set[str]] = {}
    for line in text.strip().splitlines():
        prepositions, _, verbs = line.partition(":")
        for verb in verbs.split():
            found.setdefault(verb.replace("_", " "), set()).update(prepositions.split())
    return {verb: frozenset(taken) for verb, taken in found.items()}


CLAUSE = _set("""
    acknowledge add admit advise affirm allege announce answer argue ask assert assure attest aver bemoan boast brag
    caution charge claim clarify comment complain concede conclude confess confide confirm contend counter declare
    demand deny disclose disclaim emphasise emphasize enquire exclaim explain forecast foretell grumble gripe hint imply
    indicate inform inquire insist instruct interject intimate jest joke lament lecture maintain mention mutter
    note notify object observe opine plead pledge posit post postulate preach predict proclaim profess promise pronounce
    prophesy propose protest purport quip read reaffirm reason reassert reassure rebut recall recommend recount reckon
    refute reiterate rejoin relate relay remark remind remonstrate repeat reply report request respond restate retort
    reveal rule say scoff scream shout signal specify speculate state stipulate stress submit suggest surmise swear tell
    testify theorise theorize threaten tweet underline underscore urge utter venture volunteer vow warn whine whisper
    wonder write yell blog email e-mail telegraph text cable
    """) | _phrases("point out / spell out / blurt out / cry out / make clear")
"""Verbs whose clause is what was said: "she said (that) it sank", "he asked whether it had sunk"."""

QUOTING = (
    CLAUSE
    | _set("""
    accuse admonish address agree apologise apologize applaud babble bark beg begin bellow blast blare boom call
    caption carp cackle cheer chant chastise chide chime chuckle conjecture console continue correct cry crow
    criticise criticize cue deadpan decry denounce deride describe dictate drawl elaborate end enthuse
    exhort explode expound exult finish fret fume giggle go greet groan growl grin hail headline holler howl implore
    interrupt intone jeer laugh marvel moan mock mumble murmur muse nod offer open order pen persist plug pout praise
    press prompt query question quote rage rail ramble rant recite reflect resume roar sneer sigh sing slam smile snap
    snarl snort sob start summarise summarize sum taunt tease thank thunder trumpet urge wail weigh wisecrack
    """)
    | _phrases("go on / carry on / fire back / hit back / shoot back / chime in / pipe up / sum up / weigh in / put it")
)
"""Verbs that stand beside the marks of a quotation: "“It sank,” he sighed"."""

BARE = CLAUSE | _set("agree call conjecture continue describe elaborate") | _phrases("go on / put it")
"""Verbs that need no marks beside them to set off what was said: "it sank, he agreed"."""

INFINITIVE = _set("""
    agree ask beg command counsel demand entreat exhort implore instruct invite offer order plead pledge promise propose
    recommend request swear tell threaten urge vow warn advise caution call beseech
    """)
"""Verbs whose infinitive is what was said: "she vowed to stay", "he urged them to leave"."""

HEARER = _set("""
    advise ask assure caution command entreat exhort implore inform instruct invite notify order persuade promise
    reassure remind request tell urge warn email e-mail text beg beseech counsel
    """)
"""Verbs whose object hears what is said: "he told them that"."""

ABOUT = _set("""
    acknowledge admit affirm allege announce applaud assail attack bash bemoan berate blame blast boast castigate
    challenge champion chastise chide cite clarify comment commend condemn confirm concede counter criticise criticize
    cite debunk decry defend demand denounce denigrate deny deplore deride describe detail disavow disclose discuss
    dismiss disparage dispute echo emphasise emphasize enumerate estimate explain express extol forecast hail highlight
    impugn insult invoke lambast lambaste lament laud lampoon malign mention mock note oppose outline pillory pledge
    praise predict proclaim promise propose protest question quote reaffirm rebuff rebuke rebut recall recite
    recommend recount refute reiterate reject repeat report repudiate request restate reveal ridicule salute savage
    scold skewer slam slate stress suggest summarise summarize support thank threaten tout trash trumpet tweet
    underline underscore unveil urge voice vow warn welcome reprimand excoriate rip chant declare
    """) | _phrases(
    "point out / rule out / call out / lay out / spell out / play down / talk up / single out / set out"
)
"""Verbs whose object is what was said, or what it was said of: "they condemned the raid", "she denied the charge"."""

JUDGED = _set("""
    accuse applaud assail attack bash berate blame blast castigate chastise chide commend condemn criticise criticize
    deride describe denounce dismiss hail lambast lambaste laud lampoon mock pillory portray praise rebuke reprimand
    ridicule salute savage scold skewer slam thank welcome characterise characterize depict tout cast denigrate decry
    cite excoriate label brand dub call term deem declare pronounce proclaim paint identify
    """)
"""Verbs that may say what their object is or did: "described it as a mistake", "accused him of lying"."""

NAMING = _set("brand call deem declare dub label pronounce term proclaim")
"""Verbs with a second predicate: "they called it a mistake"."""

PREPOSITIONS = _prepositions("""
    of about: boast brag complain speak talk tell warn write inform remind notify advise assure despair dream
    about: ask comment crow enquire fret fume grumble gripe gush inquire joke lie moan muse quip rant rave read
    about: reminisce speculate tease testify tweet vent whine wonder worry lecture elaborate
    on: comment elaborate expand expound opine pronounce remark riff ruminate touch reflect sound_off weigh_in
    at: fume hint lash_out hit_out hit_back fire_back scoff sneer jeer rage rail shoot_back strike_back snipe poke
    against: argue caution fulminate inveigh lash_out protest rail rage rant warn speak_out hit_out push_back
    for: advocate apologise apologize appeal argue ask beg call demand plead pray press vouch
    to: admit allude agree attest confess object point refer respond reply testify react nod
    with: disagree quibble
    on: call insist agree report
    of: accuse speak think
    from: quote
    over: fret fume complain
    """)
"""Verb -> the prepositions that lead to what was said: "railed against the deal", "warned of a famine"."""

OBJECT_THEN = _prepositions("""
    of: accuse remind warn inform notify assure convince advise
    for: blame criticise criticize praise thank condemn commend blast applaud denounce rebuke slam chide berate laud
    for: castigate scold hail mock chastise ridicule lambaste assail deride attack
    as: describe cite characterise characterize condemn denounce deride dismiss hail portray praise depict identify
    as: brand label tout mock ridicule decry criticise criticize paint cast blast slam refer
    on: blame
    about: ask tell warn question
    """)
"""Verb -> the prepositions that carry on what is said of its object: "accused them of fraud"."""

OF_DOCUMENTS = _set(
    "show find suggest indicate reveal confirm conclude estimate demonstrate detail document read put "
    "report list describe disclose project forecast"
)
"""What documents do: "official figures show"; of people these mean acts, not speech."""

DOCUMENTS = _set("""
    account advisory affidavit agreement analysis announcement article assessment audit bill brief briefing bulletin
    cable census chart communique communiqué complaint count data database declaration decree dispatch disclosure
    document dossier editorial email e-mail essay estimate evidence examination figure file filing finding footage
    forecast form index indicator indictment inquiry investigation invoice journal law leaflet ledger letter log
    manifesto map material measurement memo memoir memorandum message minute newspaper note notice opinion order paper
    petition poll polling post press probe projection proposal query questionnaire rating record recording register
    release report research resolution result review ruling sample score sheet sign slogan statement statistic study
    summary survey table tape testimony test text timeline total transcript treaty tweet verdict video wire text tally
    """)
"""Nouns for what can be read or counted; a source of that kind is a document."""

CLAIMS = {
    **dict.fromkeys(
        _set("""
        accusation admission affirmation allegation announcement argument assertion assessment assurance boast caution
        charge claim comment complaint conclusion confession confirmation contention declaration denial disclosure
        estimate explanation forecast guarantee hint insistence insinuation joke lie message mention notion observation
        oath pledge prediction proclamation promise prophecy proposal reminder remark report revelation rumor rumour
        statement story suggestion suspicion tale testimony threat tweet verdict view vow warning word
        """),
        "that",
    ),
    **dict.fromkeys(_set("call demand appeal request plea"), "for to that"),
    **dict.fromkeys(
        _set(
            "criticism condemnation denunciation description characterization characterisation praise mockery depiction"
        ),
        "of",
    ),
    **dict.fromkeys(_set("question"), "about whether"),
}
"""Nouns for what was said, with what leads to it: "her claim that", "their calls for", "his criticism of"."""

DENYING = _set("deny disclaim dispute rebut refute reject repudiate disavow dismiss rebuff debunk denial contradict")
"""Words by which the speaker denies what follows."""

OBJECT_CONTROL = _set("ask tell urge force allow cause get lead persuade prompt want expect order let make help invite")
"""Verbs whose object does what their infinitive says."""

SPEECHLESS = _set("decline refuse fail neglect forget stop avoid")
"""Verbs after which the infinitive of a verb of saying tells that nothing was said."""

NOBODY = _set("nobody no-one none neither few nothing")
"""Words for those who do not speak; "no official" and "no one" are alike."""

MODAL = _set("will 'll ’ll wo shall would 'd ’d may might could should")
"""Auxiliaries by which what follows is yet to be, or may be."""

AFTERWARDS = _set("later often always usually sometimes eventually once then afterwards subsequently repeatedly")
"""Words by which "would" tells of what took place: "he would later say"."""

EXPECTING = _set("""
    expect want plan hope intend mean wish prepare schedule suppose propose ask urge tell order beg invite request like
    need aim
    """)
"""Verbs after which the infinitive of a verb of saying is yet to be said."""

EXPECTED = _set("likely due set going about ready unlikely slated poised")
"""Other words after which the infinitive of a verb of saying is yet to be said."""

IRREGULAR = {
    "beg": "begged",
    "begin": "began begun",
    "beseech": "besought",
    "call": "called",
    "cast": "cast",
    "find": "found",
    "foretell": "foretold",
    "go": "went gone",
    "go on": "went gone",
    "grin": "grinned",
    "hit": "hit",
    "give": "gave given",
    "let": "let",
    "make": "made",
    "send": "sent",
    "get": "got gotten",
    "forget": "forgot forgotten",
    "lead": "led",
    "lay": "laid",
    "plead": "pleaded pled",
    "put": "put",
    "read": "read",
    "say": "said",
    "shoot": "shot",
    "show": "showed shown",
    "sing": "sang sung",
    "speak": "spoke spoken",
    "strike": "struck",
    "swear": "swore sworn",
    "tell": "told",
    "think": "thought",
    "write": "wrote written",
}
"""Past forms of verbs that don't take "-ed"."""

DOUBLING = _set(
    "admit submit refer beg brag blog grin hum jot nod quip rebut rip slam snap sob spot plug trot sum stun fret "
    "dub chat chit regret commit confer defer gab rap rip pan plot pen quiz tip vet shrug transmit cut"
)
"""Verbs that double their last letter: "admitted"."""

FINITE = frozenset(("VBD", "VBZ", "VBP"))
"""The Penn Treebank's tags of verbs that have a subject of their own."""

LISTENING = _set("tell inform remind assure reassure notify ask")
"""Verbs behind which stands who listens, never who speaks."""

QUESTIONS = _set("whether if how why where when what who whom which whose")
"""Words that begin a reported question."""

TIMES = _set("""
    second seconds minute minutes hour hours day days night nights week weeks weekend weekends month months year years
    decade decades morning afternoon evening today tonight tomorrow noon midnight moment while
    """)
"""Words that tell when something was said, or for how long."""

OF_OBJECTS = _set("against for from as about of over toward towards regarding concerning with between")
"""Prepositions that go on with a noun rather than tell where and when something was said."""

GIVING = _set("make issue give offer voice express repeat raise renew reiterate release send utter level deliver")
"""Verbs whose object may be a noun of saying: "made the claim that"."""

TURNS = _set("q a question answer")
"""What stands before a turn of a conversation and tells nothing of who takes it."""

PASSING = _set("quote cite")
"""Verbs whose object speaks: "she quoted him as saying"."""
WITNESSED = _set("recall remember hear show film record catch")
"""Verbs whose object is heard to speak: "she recalled him saying"."""

LABELS = TURNS | _set("interviewer moderator reporter host")
"""What may stand for a speaker at the beginning of a line: "Q: Did it sink?"."""

OPENING = _phrases("make clear")
"""Verbs behind which the rest of the sentence is what was said, however it is parsed."""
