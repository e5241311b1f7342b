"""English: words for offices, for institutions and for people, and what each tells of whom it stands for."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _phrases(phrases: str) -> frozenset[str]:
    return frozenset(phrase.strip() for phrase in phrases.split(","))


OFFICES = _set("""
    administrator adviser advisor aide ambassador analyst-general archbishop attorney attorney-general auditor
    bishop boss cardinal ceo cfo chair chairman chairperson chairwoman chancellor chief cio cleric-general co-chair
    co-chairman co-chairwoman co-founder co-owner co-president coach cofounder commander commander-in-chief
    commissioner comptroller congressman congresswoman consul convener coo coordinator coroner councillor councilman
    councilmember councilwoman counsel counselor cto curator dean deputy dictator director director-general emir
    emperor envoy executive first-minister founder governor governor-general head headmaster headmistress
    head-teacher imam inspector inspector-general king lawmaker leader legislator magistrate manager marshal mayor
    member minister mp mufti negotiator ombudsman owner parliamentarian patriarch police-chief pope postmaster
    premier president president-elect prime-minister prince princess principal proprietor prosecutor
    prosecutor-general provost publisher queen rabbi rapporteur rector registrar regent representative secretary
    secretary-general senator shah sheikh sheriff solicitor-general speaker spokesman spokesperson spokeswoman
    statesman strategist sultan superintendent superintendent-general supervisor treasurer trustee undersecretary
    vice-chair vice-chairman vice-chancellor vice-president viceroy vice-premier warden whip congressperson
    assemblyman assemblywoman alderman selectman solicitor comptroller-general chairman-elect mayor-elect
    governor-elect
    """)
"""Heads of titles; the title takes in the words before them that say which one."""

NEED_MORE = _set("""
    analyst attorney boss chief counsel deputy director executive head leader manager member officer owner publisher
    representative secretary solicitor strategist supervisor trustee officer
    """)
"""Heads that are a title only with a word that says of what: "executive" alone is a description."""

COMPOUND_ONLY = {
    "officer": _set("executive operating financial information technology medical press police probation investment"),
    "doctor": _set("head chief"),
    "official": _set("top senior-most"),
    "general": _set("secretary attorney director inspector surgeon solicitor governor prosecutor"),
    "justice": _set("chief associate supreme"),
    "judge": _set("chief presiding supreme federal district circuit high court"),
    "editor": _set("chief managing executive deputy news"),
    "scientist": _set("chief"),
    "economist": _set("chief"),
    "engineer": _set("chief"),
    "lawyer": _set("chief"),
    "investigator": _set("chief lead"),
    "diplomat": _set("top chief"),
    "captain": _set("team fire police"),
    "secretary": _set("defense defence foreign home press state treasury interior health education justice"),
}
"""Heads that make a title only after one of these words."""

TITLE_OF = {
    "secretary": _set("state defense defence health education commerce labor agriculture energy transportation war"),
    "head": _set("state government mission office delegation"),
    "leader": _set("opposition"),
    "member": _set("parliament congress"),
    "commander": _set("chief"),
    "chief": _set("staff police"),
    "president": frozenset[str](),
}
"""Heads whose title may go on with "of" before a name: "Secretary of State"."""

MODIFIERS = _set("""
    acting agriculture assistant associate attorney board cabinet chief civil co communications congressional
    constitutional council county culture defence defense democratic deputy development district economic economics
    economy education elected emergency energy environment executive external field finance financial fire first
    foreign founding general global head health high home immigration industry information infantry interim interior
    intelligence international joint junior justice labor labour land lead legal managing marketing media medical
    military minority majority mission monetary municipal national naval navy news office oil operating opposition
    outgoing parliament parliamentary party permanent planning police policy political presidential press prime
    principal program project prosecuting provincial public regional religious research rescue school science
    security senior shadow social special state supreme team technical technology tourism town trade transport
    transportation treasury vice water welfare works
    """)
"""Words of a title before its head."""

FORMER = _set("former ex then-")
RANKS_BELOW = _set("deputy vice assistant acting interim junior associate sub co")
"""Words that make an office another one: a deputy minister is no minister."""

SHORT_TITLES = {
    "adm": None, "brig": None, "capt": None, "cmdr": None, "col": None, "cpl": None, "dr": None, "gen": None,
    "gov": "governor", "hon": None, "insp": "inspector", "lt": None, "maj": None, "mr": None, "mrs": None,
    "ms": None, "miss": None, "pres": "president", "prof": None, "rep": "representative", "rev": None,
    "sen": "senator", "sgt": None, "supt": "superintendent", "messrs": None, "drs": None,
}  # fmt: skip
"""Short titles before a name, and the office that they stand for, if any."""

HONORIFICS = _set("""
    mr mrs ms miss mx sir dame lord lady dr drs prof professor madam madame mme mlle monsieur herr frau senor senora
    señor señora don dona doña rev reverend hon messrs adm admiral brig brigadier capt captain cmdr col colonel cpl
    corporal gen general lt lieutenant maj major sgt sergeant pvt private insp supt detective officer constable
    marshal father sister brother saint st sheik sheikh shaikh hajji haji mullah mallam malam alhaji chief imam
    ayatollah hojatoleslam rabbi rep sen gov pres president minister senator governor congressman congresswoman
    representative chancellor premier king queen prince princess pope cardinal bishop archbishop
    """)
"""Words before a name that are not the name's own."""

MALE = _set("""
    mr sir lord king prince father brother son husband uncle nephew grandfather grandson boyfriend widower chairman
    congressman councilman spokesman businessman headmaster man boy gentleman actor policeman fireman salesman
    emperor pope cardinal bishop archbishop imam ayatollah sultan emir sheikh monsieur herr señor senor frenchman
    englishman dutchman irishman welshman anchorman cameraman stepfather stepson
    """)
FEMALE = _set("""
    mrs ms miss dame lady queen princess mother sister daughter wife aunt niece grandmother granddaughter girlfriend
    widow chairwoman congresswoman councilwoman spokeswoman businesswoman headmistress woman girl actress
    policewoman empress duchess baroness madame mme mlle frau señora senora frenchwoman englishwoman midwife heiress
    hostess nun stepmother stepdaughter waitress
    """)
"""Titles and nouns that tell a person's gender."""

MALE_NAMES = _set("""
    aaron abdul abdullah adam adrian ahmad ahmed alan albert alberto alejandro alex alexander alfred ali andrew
    andrei angus anthony antonio arthur ashraf barack bashar ben benjamin bernard bernie bill bob boris brad brian
    bruce carl carlos charles chris christian christopher chuck clive colin craig dan daniel david dennis denis
    derek dick dmitry donald doug douglas dylan ed edward eduardo emmanuel enrique eric ernesto evan fernando
    francis francisco francois frank fred frederick gary geoffrey george gerald gerhard giovanni gordon graham greg
    gregory guillermo harold harry hassan henry herbert howard hugh hugo hussein ian ibrahim igor ivan jack jacob
    jacques james jason javier jeff jeffrey jeremy jerry jim joe joel john johnny jon jonathan jorge jose joseph
    joshua juan justin karl keith ken kenneth kevin khalid klaus kyle larry lawrence leo leon lewis louis luis luke
    manuel marco marcus mario mark martin matt matthew michael miguel mike mikhail mitch mitchell mohamed mohammad
    mohammed muhammad mustafa nathan neil nicholas nicolas nigel oliver omar oscar pablo patrick paul pedro peter
    phil philip phillip pierre rafael ralph ramon raymond recep reza ricardo richard rick rob robert roberto roger
    ron ronald roy russell ryan salman sam samuel saddam scott sean sebastian sergei sergey simon stefan stephen
    steve steven stuart ted thomas tim timothy toby todd tom tony trevor victor viktor vincent vladimir volodymyr
    walter wayne william yusuf zachary
    """)
FEMALE_NAMES = _set("""
    abigail alexandra alice alison amanda amina amy ana andrea angela angelina anita ann anna anne annie barbara
    beatrice beth betsy betty beverly brenda brittany camila carla carmen carol carolina caroline catherine
    charlotte cheryl christina christine claire claudia cristina cynthia daniela deborah debra denise diana diane
    donna dorothy elena elisabeth elizabeth ellen emily emma erin esther eva evelyn fatima fiona florence frances
    gabriela gina gloria grace hannah heather helen helena hillary ingrid irene isabel isabella jacqueline jane
    janet janice jean jennifer jenny jessica jill joan joanna josephine joyce juanita judith judy julia julie karen
    kate katherine kathleen kathryn katie kelly kimberly kirsten kristin laura lauren leila leslie linda lisa liz
    louise lucy lydia madeleine margaret maria marie marilyn marta martha mary maya megan melania melissa mercedes
    michelle monica nadia nancy naomi natalia natalie natasha nicola nicole nina olga olivia pamela patricia paula
    pauline penelope rachel rebecca renee rosa rose ruth sabrina samantha sandra sara sarah sharon sheila shirley
    silvia sofia sonia sophia sophie stella stephanie susan susana suzanne sylvia tamara tara teresa theresa tina
    tracy ursula valerie vanessa vera veronica victoria virginia vivian wendy yvonne zoe
    """)
"""Given names that tell a gender in most bearers: a hint, which what the report says overrules."""
GIVEN_NAMES = MALE_NAMES | FEMALE_NAMES

SURNAMES_IN_FRONT = _set("""
    ahn bae baek cai cao chang chen cheng cho choi chung deng ding dong duan fan fang feng fu gao geng gong gu guo han
    hao he heo hong hou hu hua huang hwang jang jeon jeong ji jia jiang jin jo jung kang kim kong kwon lai lee lei li
    liang liao lim lin liu lu luo lyu ma mao meng min moon nam nguyen noh oh pan park peng pham qian qiao qin qiu ren ri
    roh ryu shen shi shin sim son song suh sun tan tang tao tian tran wan wang wei wen wu xi xia xiao xie xiong xu xue
    yan yang yao ye yi yin yoo yoon yu yuan yun zeng zhang zhao zheng zhong zhou zhu
    """)
"""Surnames that stand before the given name: Chinese, Korean and Vietnamese ones that news often has."""

INSTITUTIONS = _set("""
    academy administration agency airline alliance army assembly association authority bank board brigade bureau
    cabinet campaign center centre chamber charity church club coalition college command commission committee
    company congregation congress consortium consulate corporation council court department directorate division
    embassy faction federation festival firm force forces foundation fund government group guard guards headquarters
    hospital institute institution judiciary junta laboratory league legislature library magazine mayor's-office
    militia military ministry mission movement museum navy network newspaper office operator orchestra organisation
    organization parliament parliamentary-group party patrol police prosecutor's-office regiment regulator retailer
    school secretariat senate service society station store supplier syndicate taskforce team temple think-tank
    treasury tribunal troupe trust union university watchdog zoo carmaker automaker chipmaker manufacturer
    conglomerate startup start-up lender insurer broadcaster daily outlet studio publisher utility
    """)
"""Common nouns for institutions; with a name before them they name one ("the Russian foreign ministry")."""

NAMED_INSTITUTIONS = _set("""
    administration army assembly association authorities authority bureau cabinet coastguard commission committee
    congress consulate council court department directorate embassy federation forces government guard judiciary
    junta legislature military ministry navy parliament police prosecutor senate treasury tribunal
    """)
"""Of these: those whose name is made by a country or a place in front."""

FIRMS = _set("""
    company firm corporation group conglomerate startup start-up carmaker automaker chipmaker manufacturer retailer
    lender insurer broadcaster bank airline operator supplier maker giant producer developer utility publisher
    studio
    """)
"""Nouns that take up a company that was named."""

MEDIA = _set("newspaper magazine daily weekly network broadcaster outlet paper tabloid website agency channel site")
"""Nouns that take up a medium that was named."""

SORTS = _set("""
    agency app broadcaster campaign channel charity company daily firm group magazine militia movement network newspaper
    newswire outlet paper party site tabloid website weekly
    """)
"""Nouns that stand beside a name and only say what sort of thing it is: "the Acme news agency"."""

MEDIA_NAMES = _set("""
    bbc broadcasting cnn enquirer gazette globe guardian herald ilbo journal mail news newspaper npr observer post radio
    star sun telegraph television times today tribune tv weekly
    """)
"""Last words of names of media."""
MOVEMENTS = _set("group movement militants insurgents organisation organization militia faction party jihadists rebels")
"""Nouns that take up a movement that was named."""

DOCUMENTS = _set("""
    announcement article blog bulletin communique complaint data document documents email e-mail figures filing
    indictment law lawsuit letter memo memorandum message notice paper papers poll post publication record records
    release releases report reports resolution ruling statement statements statistics story study survey tweet
    website verdict site webpage
    """)
"""Texts that can be said to say something."""

UTTERANCES = _set("""
    announcement communique email e-mail letter memo message notice post release statement statements tweet tweets
    site website
    """)
"""Of these: those that take up what somebody just published ("the statement")."""

GROUPS = _set("""
    activists aides analysts authorities campaigners citizens critics diplomats doctors economists employees
    employers experts families family fighters firefighters investigators journalists lawmakers lawyers leaders
    media militants ministers neighbors neighbours observers officers officials opponents parents people police
    politicians prosecutors protesters rebels regulators relatives reporters representatives rescuers residents
    scientists soldiers sources spokesmen students supporters survivors troops victims villagers witnesses workers
    """)
"""Nouns for people who stay unnamed."""

HUMANS = _set("""
    accountant activist actor actress analyst artist attorney author banker blogger boy bystander campaigner captain
    carpenter chef citizen clerk client colleague columnist correspondent critic customer defendant detective
    dissident doctor driver economist editor employee engineer expert eyewitness farmer fighter firefighter
    fisherman friend girl guard guest historian host immigrant insider investigator investor journalist judge juror
    lawyer lecturer man manager mechanic medic migrant musician neighbor neighbour nurse observer officer official
    opponent organiser organizer painter parent passenger passerby pastor patient pensioner person pilot player
    policeman policewoman politician priest professor programmer prisoner producer protester psychologist
    radiologist rebel receptionist refugee reporter researcher resident retiree sailor scholar scientist servant
    shopkeeper singer soldier source student supporter surgeon survivor suspect teacher teenager tourist trader
    translator veteran victim villager visitor volunteer voter waiter witness woman worker writer youth
    """)
"""Nouns for one person, beside offices and relatives."""

AGENCIES_BY_NAME = _set(
    "administration agency authority board bureau commission department office organization service"
)
"""Last words of names that "the agency" takes up."""

COMMENTS = _set("add answer brief comment explain note reply respond say speak tell write")
"""Verbs that show in the next sentence who "a spokesman" of this one is."""

STATEMENTS = _set("announcement post release statement tweet")
"""Of these: those that go on from who spoke last ("the statement said")."""

PASSES_ON = _set("""
    added according note noted notes report reported reporting reports said saying says state stated states told wrote
    """)
"""Cues of somebody who passes on what others say."""

KIN = _set("""
    aunt boyfriend brother brothers child children cousin dad daughter daughters ex-husband ex-wife father fiance
    fiancee fiancé fiancée girlfriend grandfather grandmother grandson granddaughter husband mom mother mum nephew
    niece parents partner sibling siblings sister sisters son sons stepfather stepmother twin uncle widow widower
    wife
    """)

SAME_OFFICE: tuple[frozenset[str], ...] = (
    _phrases("spokesman, spokeswoman, spokesperson"),
    _phrases("prime minister, premier"),
    _phrases("chairman, chairwoman, chairperson, chair"),
    _phrases("chief executive, ceo, chief executive officer"),
    _phrases("chief financial officer, cfo, finance chief"),
    _phrases("foreign minister, secretary of state, foreign secretary, top diplomat, chief diplomat"),
    _phrases("defense minister, defence minister, secretary of defense, defense secretary, defence secretary"),
    _phrases("finance minister, treasury secretary, chancellor of the exchequer"),
    _phrases("interior minister, home secretary"),
    _phrases(
        "lawmaker, legislator, parliamentarian, mp, member of parliament, parliament member, congressman, "
        "congresswoman, congressperson, senator, representative, member of congress, deputy"
    ),
    _phrases("police chief, chief of police, police commissioner"),
    _phrases("pope, pontiff"),
    _phrases("king, monarch"),
    _phrases("queen, monarch"),
    _phrases("head, director, chief, leader"),
)
"""Titles that can take each other up: "the premier" is the person whom the report calls prime minister."""

LEADERS = _phrases("president, prime minister, premier, chancellor, king, queen, emir, supreme leader, sultan")
"""Offices that "the leader" takes up."""
