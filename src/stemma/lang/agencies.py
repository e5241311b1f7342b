"""News agencies, and outlets whose reports others run: canonical names, the names that credits use, addresses."""

from typing import NamedTuple


class Agency(NamedTuple):
    """One whose copy other outlets run.

    `aliases` are what credits call it, matched with their case; `hosts` end the host names it publishes under.
    `prints` marks outlets first of all: their own page is their own report, no agency's copy.
    """

    name: str
    aliases: tuple[str, ...]
    hosts: tuple[str, ...] = ()
    prints: bool = False


AGENCIES: tuple[Agency, ...] = (
    Agency("Associated Press", ("Associated Press", "AP"), ("apnews.com", "ap.org")),
    Agency("Agence France-Presse", ("Agence France-Presse", "Agence France Presse", "AFP"), ("afp.com",)),
    Agency("Reuters", ("Reuters", "REUTERS", "Thomson Reuters", "Reuters News Agency", "RTRS"), ("reuters.com",)),
    Agency("Thomson Reuters Foundation", ("Thomson Reuters Foundation",), ("trust.org",)),
    Agency("PA Media", ("Press Association", "PA Media", "PA News Agency", "PA"), ()),
    Agency("Deutsche Presse-Agentur", ("Deutsche Presse-Agentur", "dpa", "DPA", "dpa-AFX"), ("dpa.com",)),
    Agency("Xinhua", ("Xinhua", "Xinhua News Agency", "XINHUA", "China Xinhua News"), ("xinhuanet.com", "news.cn")),
    Agency("China News Service", ("China News Service", "CNS"), ("chinanews.com",)),
    Agency("TASS", ("TASS", "Tass", "ITAR-TASS", "Itar-Tass", "TASS News Agency"), ("tass.com", "tass.ru")),
    Agency("RIA Novosti", ("RIA Novosti", "RIA", "RIA News"), ("ria.ru",)),
    Agency("Interfax", ("Interfax", "INTERFAX"), ("interfax.com", "interfax.ru")),
    Agency("Sputnik", ("Sputnik", "Sputnik News"), ("sputniknews.com",), prints=True),
    Agency("Ukrinform", ("Ukrinform",), ("ukrinform.net", "ukrinform.ua")),
    Agency("IRNA", ("IRNA", "Islamic Republic News Agency"), ("irna.ir",)),
    Agency("Tasnim", ("Tasnim", "Tasnim News Agency"), ("tasnimnews.com",)),
    Agency("Fars", ("Fars", "Fars News Agency", "FNA"), ("farsnews.ir",)),
    Agency("ISNA", ("ISNA",), ("isna.ir",)),
    Agency("Mehr", ("Mehr", "Mehr News Agency", "MNA"), ("mehrnews.com",)),
    Agency("Anadolu", ("Anadolu", "Anadolu Agency", "AA"), ("aa.com.tr",)),
    Agency("Kyodo", ("Kyodo", "Kyodo News", "KYODO"), ("kyodonews.net",)),
    Agency("Jiji Press", ("Jiji Press", "Jiji"), ("jiji.com",)),
    Agency("Yonhap", ("Yonhap", "Yonhap News Agency", "YONHAP"), ("yna.co.kr",)),
    Agency("KCNA", ("KCNA", "Korean Central News Agency"), ("kcna.kp",)),
    Agency("Press Trust of India", ("Press Trust of India", "PTI"), ("ptinews.com",)),
    Agency("Asian News International", ("Asian News International", "ANI"), ("aninews.in",)),
    Agency("Indo-Asian News Service", ("Indo-Asian News Service", "IANS"), ("ians.in",)),
    Agency("Associated Press of Pakistan", ("Associated Press of Pakistan",), ("app.com.pk",)),
    Agency("Antara", ("Antara", "ANTARA"), ("antaranews.com",)),
    Agency("Bernama", ("Bernama", "BERNAMA"), ("bernama.com",)),
    Agency("Australian Associated Press", ("Australian Associated Press", "AAP"), ("aap.com.au",)),
    Agency("Canadian Press", ("Canadian Press", "CP"), ("thecanadianpress.com",)),
    Agency("United Press International", ("United Press International", "UPI"), ("upi.com",)),
    Agency("EFE", ("EFE", "Efe", "Agencia EFE"), ("efe.com",)),
    Agency("ANSA", ("ANSA",), ("ansa.it",)),
    Agency("APA", ("Austria Presse Agentur",), ("apa.at",)),
    Agency("Belga", ("Belga",), ("belga.be",)),
    Agency("ANP", ("ANP",), ("anp.nl",)),
    Agency("Ritzau", ("Ritzau",), ("ritzau.dk",)),
    Agency("NTB", ("NTB",), ("ntb.no",)),
    Agency("PAP", ("Polish Press Agency", "PAP"), ("pap.pl",)),
    Agency("MENA", ("Middle East News Agency", "MENA"), ("mena.org.eg",)),
    Agency("SANA", ("Syrian Arab News Agency", "SANA"), ("sana.sy",)),
    Agency("Wafa", ("WAFA", "Wafa"), ("wafa.ps",)),
    Agency("News Agency of Nigeria", ("News Agency of Nigeria", "NAN"), ("nannews.ng",)),
    Agency("Inter Press Service", ("Inter Press Service",), ("ipsnews.net",)),
    Agency("Caixin", ("Caixin",), ("caixinglobal.com",), prints=True),
    Agency("Bloomberg", ("Bloomberg", "Bloomberg News"), ("bloomberg.com",), prints=True),
    Agency("Dow Jones", ("Dow Jones", "Dow Jones Newswires"), ("dowjones.com",)),
    Agency("Tribune News Service", ("Tribune News Service", "Tribune Content Agency", "TNS"), ()),
    Agency("McClatchy", ("McClatchy", "McClatchy Newspapers"), ()),
    Agency("CNN", ("CNN", "CNN Wire", "CNN Newsource", "CNN.com", "The-CNN-Wire"), ("cnn.com",), prints=True),
    Agency(
        "Washington Post", ("Washington Post", "Washington Post News Service"), ("washingtonpost.com",), prints=True
    ),
    Agency("New York Times", ("New York Times", "New York Times News Service"), ("nytimes.com",), prints=True),
    Agency("Los Angeles Times", ("Los Angeles Times",), ("latimes.com",), prints=True),
    Agency("Wall Street Journal", ("Wall Street Journal",), ("wsj.com",), prints=True),
    Agency("Financial Times", ("Financial Times",), ("ft.com",), prints=True),
    Agency("Guardian", ("Guardian", "Guardian News & Media"), ("theguardian.com",), prints=True),
    Agency("Business Insider", ("Business Insider",), ("businessinsider.com",), prints=True),
    Agency("The Conversation", ("Conversation",), ("theconversation.com",), prints=True),
    Agency("Deutsche Welle", ("Deutsche Welle", "DW"), ("dw.com",), prints=True),
    Agency("Voice of America", ("Voice of America", "VOA", "VOA News"), ("voanews.com",), prints=True),
    Agency("RFE/RL", ("RFE/RL", "Radio Free Europe/Radio Liberty"), ("rferl.org",), prints=True),
)

NAMELESS = frozenset(
    "agencies agency dispatches dispatch staff reporters reporter correspondents correspondent wire wires newswires "
    "web desk online wire services news services reports combined international".split()
)
"""Words of a credit that name nobody: "(Dispatches)", "(Staff and agencies)"."""

PICTURE_AGENCIES: tuple[str, ...] = (
    "Getty Images",
    "Getty",
    "GETTY",
    "EPA",
    "EFE/EPA",
    "European Pressphoto Agency",
    "WireImage",
    "Shutterstock",
    "Alamy",
    "Rex Features",
    "REX",
    "Splash News",
    "BPM Media",
    "iStock",
    "iStockphoto",
    "Corbis",
    "Invision",
    "USA TODAY Sports",
    "IC",
    "SWNS",
    "PA Wire",
    "Press Association Images",
    "NurPhoto",
    "Zuma Press",
    "Pool",
)
"""Those whose name on a line credits a picture, never the text."""

ADDRESSES: tuple[tuple[str, str], ...] = (
    (r"/(?:aponline|ap[-_]?(?:online|news|wire|top-news|national|world|international|sports))(?:/|$)", "AP"),
    (r"/(?:wires?|agenc(?:y|ies)|syndication)/ap/|(?<!/tag)(?<!/tags)(?<!/topic)(?<!/topics)/ap/", "AP"),
    (r"(?<!/tag)(?<!/tags)(?<!/topic)(?<!/topics)/(?:reuters|rtrs|reutersonline)/|/wires?/reuters(?:/|$)", "Reuters"),
    (r"(?<!/tag)(?<!/tags)(?<!/topic)(?<!/topics)/afp/|/wires?/afp(?:/|$)", "AFP"),
    (r"/(?:wires?/pa|press-association)/", "PA"),
    (r"(?<!/tag)(?<!/tags)(?<!/topic)(?<!/topics)/xinhua/", "Xinhua"),
    (r"/wires?/pti/|/(?:pti-news|pti-stories|ptinews)/", "PTI"),
    (r"/(?:wires?|agenc(?:y|ies))/(?:dpa|aap|efe|upi)/", ""),
)
"""Whole parts of a lower-cased path that tell whose copy it holds; an empty name is the last part of the match.

Words inside of a headline's slug tell nothing: they name whom the report is about.
"""

NO_WIRES = frozenset(
    "USA UAE DRC CAR PNG NSW NYSE NASDAQ UNITED NATO FILE PHOTO VIDEO LIVE UPDATE WATCH EXCLUSIVE BREAKING".split()
)
"""Capitals in the brackets of a dateline, or before a dash, that are no agency's initials."""
