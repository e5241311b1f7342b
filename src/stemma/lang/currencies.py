"""Currencies of ISO 4217: what they are called, whose they are, and how they are written.

Written by the Stemma authors. `NAMES`, `ISSUERS`, `SYMBOLS` and `PREFIXES` are what the grammar of figures looks up.
"""


def _rows(table: str) -> tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]:
    rows = []
    for line in table.strip().splitlines():
        code, names, issuers = (part.strip() for part in line.split("|"))
        rows.append((code, tuple(names.split(", ")), tuple(issuers.split(", "))))
    return tuple(rows)


CURRENCIES = _rows("""
AED | dirham, dirhams | emirati, uae, united arab emirates
AFN | afghani, afghanis | afghan, afghanistan
ALL | lek, leks | albanian, albania
AMD | dram, drams | armenian, armenia
AOA | kwanza, kwanzas | angolan, angola
ARS | peso, pesos | argentine, argentinian, argentina
AUD | dollar, dollars | australian, australia
AWG | florin, florins | aruban, aruba
AZN | manat, manats | azerbaijani, azeri, azerbaijan
BAM | convertible mark, convertible marks | bosnian, bosnia
BBD | dollar, dollars | barbadian, barbados
BDT | taka, takas | bangladeshi, bangladesh
BGN | lev, leva, levs | bulgarian, bulgaria
BHD | dinar, dinars | bahraini, bahrain
BIF | franc, francs | burundian, burundi
BMD | dollar, dollars | bermudian, bermuda
BND | dollar, dollars | bruneian, brunei
BOB | boliviano, bolivianos | bolivian, bolivia
BRL | real, reais, reals | brazilian, brazil
BSD | dollar, dollars | bahamian, bahamas
BTN | ngultrum, ngultrums | bhutanese, bhutan
BWP | pula | botswanan, botswana
BYN | rouble, roubles, ruble, rubles | belarusian, belarusan, belarus
BZD | dollar, dollars | belizean, belize
CAD | dollar, dollars | canadian, canada
CDF | franc, francs | congolese, congo
CHF | franc, francs | swiss, switzerland
CLP | peso, pesos | chilean, chile
CNY | yuan, renminbi, rmb | chinese, china
COP | peso, pesos | colombian, colombia
CRC | colon, colones | costa rican, costa rica
CUP | peso, pesos | cuban, cuba
CVE | escudo, escudos | cape verdean, cape verde
CZK | koruna, korunas, koruny, crown, crowns | czech, czechia
DJF | franc, francs | djiboutian, djibouti
DKK | krone, kroner, crown, crowns | danish, denmark
DOP | peso, pesos | dominican, dominican republic
DZD | dinar, dinars | algerian, algeria
EGP | pound, pounds | egyptian, egypt
ERN | nakfa, nakfas | eritrean, eritrea
ETB | birr | ethiopian, ethiopia
EUR | euro, euros | european
FJD | dollar, dollars | fijian, fiji
FKP | pound, pounds | falkland, falkland islands
GBP | pound sterling, pounds sterling, sterling, quid, pound, pounds | british, uk, u.k., britain, england, scotland
GEL | lari, laris | georgian, georgia
GHS | cedi, cedis | ghanaian, ghana
GIP | pound, pounds | gibraltar
GMD | dalasi, dalasis | gambian, gambia
GNF | franc, francs | guinean, guinea
GTQ | quetzal, quetzales, quetzals | guatemalan, guatemala
GYD | dollar, dollars | guyanese, guyana
HKD | dollar, dollars | hong kong
HNL | lempira, lempiras | honduran, honduras
HTG | gourde, gourdes | haitian, haiti
HUF | forint, forints | hungarian, hungary
IDR | rupiah, rupiahs | indonesian, indonesia
ILS | shekel, shekels, new shekel, new shekels | israeli, israel
INR | rupee, rupees | indian, india
IQD | dinar, dinars | iraqi, iraq
IRR | rial, rials, riyal, riyals | iranian, iran
ISK | krona, kronur, crown, crowns | icelandic, iceland
JMD | dollar, dollars | jamaican, jamaica
JOD | dinar, dinars | jordanian, jordan
JPY | yen | japanese, japan
KES | shilling, shillings | kenyan, kenya
KGS | som, soms | kyrgyz, kyrgyzstan
KHR | riel, riels | cambodian, cambodia
KMF | franc, francs | comorian, comoros
KPW | won | north korean
KRW | won | south korean, south korea, korean
KWD | dinar, dinars | kuwaiti, kuwait
KYD | dollar, dollars | cayman, cayman islands
KZT | tenge, tenges | kazakh, kazakhstan
LAK | kip, kips | lao, laotian, laos
LBP | pound, pounds, lira, liras | lebanese, lebanon
LKR | rupee, rupees | sri lankan, sri lanka
LRD | dollar, dollars | liberian, liberia
LSL | loti, maloti | basotho, lesotho
LYD | dinar, dinars | libyan, libya
MAD | dirham, dirhams | moroccan, morocco
MDL | leu, lei | moldovan, moldova
MGA | ariary, ariaries | malagasy, madagascar
MKD | denar, denars | macedonian, macedonia
MMK | kyat, kyats | burmese, myanmar, burma
MNT | tugrik, tugriks, togrog | mongolian, mongolia
MOP | pataca, patacas | macanese, macau, macao
MRU | ouguiya, ouguiyas | mauritanian, mauritania
MUR | rupee, rupees | mauritian, mauritius
MVR | rufiyaa, rufiyaas | maldivian, maldives
MWK | kwacha, kwachas | malawian, malawi
MXN | peso, pesos | mexican, mexico
MYR | ringgit, ringgits | malaysian, malaysia
MZN | metical, meticais | mozambican, mozambique
NAD | dollar, dollars | namibian, namibia
NGN | naira, nairas | nigerian, nigeria
NIO | cordoba, cordobas | nicaraguan, nicaragua
NOK | krone, kroner, crown, crowns | norwegian, norway
NPR | rupee, rupees | nepalese, nepali, nepal
NZD | dollar, dollars | new zealand, kiwi
OMR | rial, rials | omani, oman
PAB | balboa, balboas | panamanian, panama
PEN | sol, soles | peruvian, peru
PGK | kina, kinas | papua new guinean, papua new guinea
PHP | peso, pesos | philippine, filipino, philippines
PKR | rupee, rupees | pakistani, pakistan
PLN | zloty, zlotys, zlotych, złoty, złotych | polish, poland
PYG | guarani, guaranis, guaraníes | paraguayan, paraguay
QAR | riyal, riyals, rial, rials | qatari, qatar
RON | leu, lei | romanian, romania
RSD | dinar, dinars | serbian, serbia
RUB | rouble, roubles, ruble, rubles | russian, russia
RWF | franc, francs | rwandan, rwanda
SAR | riyal, riyals, rial, rials | saudi, saudi arabian, saudi arabia
SBD | dollar, dollars | solomon islands
SCR | rupee, rupees | seychellois, seychelles
SDG | pound, pounds | sudanese, sudan
SEK | krona, kronor, crown, crowns | swedish, sweden
SGD | dollar, dollars | singapore, singaporean
SHP | pound, pounds | saint helena
SLE | leone, leones | sierra leonean, sierra leone
SOS | shilling, shillings | somali, somalia
SRD | dollar, dollars | surinamese, suriname
SSP | pound, pounds | south sudanese, south sudan
STN | dobra, dobras | são tomé
SYP | pound, pounds, lira, liras | syrian, syria
SZL | lilangeni, emalangeni | swazi, eswatini
THB | baht, bahts | thai, thailand
TJS | somoni, somonis | tajik, tajikistan
TMT | manat, manats | turkmen, turkmenistan
TND | dinar, dinars | tunisian, tunisia
TOP | paanga | tongan, tonga
TRY | lira, liras | turkish, turkey, türkiye
TTD | dollar, dollars | trinidadian, trinidad
TWD | dollar, dollars | taiwan, taiwanese, new taiwan
TZS | shilling, shillings | tanzanian, tanzania
UAH | hryvnia, hryvnias, hryvnya | ukrainian, ukraine
UGX | shilling, shillings | ugandan, uganda
USD | dollar, dollars, greenback, greenbacks, buck, bucks | us, u.s., american, united states
UYU | peso, pesos | uruguayan, uruguay
UZS | sum, sums, som, soms | uzbek, uzbekistan
VES | bolivar, bolivars, bolivares | venezuelan, venezuela
VND | dong | vietnamese, vietnam
VUV | vatu | vanuatuan, vanuatu
WST | tala | samoan, samoa
XAF | franc, francs | central african, cameroon, cameroonian, chad, chadian, gabon, gabonese
XOF | franc, francs | west african, senegal, senegalese, ivorian, ivory coast, mali, malian, benin, togo
YER | rial, rials, riyal, riyals | yemeni, yemen
ZAR | rand, rands | south african, south africa
ZMW | kwacha, kwachas | zambian, zambia
""")
"""Code, names (lower case, singular and plural) and issuers (adjectives and names of the countries, lower case)."""

CODES = frozenset(code for code, _, _ in CURRENCIES)

_EXTRA_NAMES = {"cfa franc": "XOF", "cfa francs": "XOF"}

NAMES: dict[str, tuple[str, ...]] = {
    **{
        name: tuple(code for code, names, _ in CURRENCIES if name in names)
        for name in dict.fromkeys(name for _, names, _ in CURRENCIES for name in names)
    },
    **{name: (code,) for name, code in _EXTRA_NAMES.items()},
}
"""Name to the codes that it may stand for, in alphabetical order of the codes."""

USUAL: dict[str, str] = {"dollar": "USD", "dollars": "USD", "won": "KRW", "crown": "", "crowns": ""}
"""Name to the code that it stands for where a report says no more; "" where it is no money without an issuer."""

UNLIKELY = frozenset("real reals sol soles sum sums som soms lev leu lei colon crown crowns kip won kina".split())
"""Names that are other words too: money only after an issuer's adjective, or where a magnitude stands before them."""

ISSUERS: dict[str, tuple[str, ...]] = {code: issuers for code, _, issuers in CURRENCIES}

SYMBOLS: dict[str, tuple[str, ...]] = {
    "$": ("USD",),
    "€": ("EUR",),
    "£": ("GBP",),
    "¥": ("JPY", "CNY"),
    "￥": ("JPY", "CNY"),
    "₹": ("INR",),
    "₨": ("PKR", "INR", "LKR", "NPR"),
    "₽": ("RUB",),
    "₩": ("KRW",),
    "₪": ("ILS",),
    "₦": ("NGN",),
    "₱": ("PHP",),
    "฿": ("THB",),
    "₫": ("VND",),
    "₴": ("UAH",),
    "₺": ("TRY",),
    "₡": ("CRC",),
    "₲": ("PYG",),
    "₵": ("GHS",),
    "₸": ("KZT",),
    "₾": ("GEL",),
    "₼": ("AZN",),
    "₭": ("LAK",),
    "₮": ("MNT",),
    "৳": ("BDT",),
    "﷼": ("IRR", "SAR", "YER", "OMR", "QAR"),
}
"""Symbol to the codes that it may stand for, the usual one first."""

DOLLARS: dict[str, str] = {
    "us": "USD",
    "u.s.": "USD",
    "a": "AUD",
    "au": "AUD",
    "aus": "AUD",
    "c": "CAD",
    "ca": "CAD",
    "can": "CAD",
    "cdn": "CAD",
    "hk": "HKD",
    "nz": "NZD",
    "s": "SGD",
    "sg": "SGD",
    "nt": "TWD",
    "r": "BRL",
    "mx": "MXN",
    "j": "JMD",
    "tt": "TTD",
    "fj": "FJD",
    "n": "NAD",
}
"""Letters that stand right before a dollar sign, lower case."""

PREFIXES: dict[str, tuple[str, ...]] = {
    "rs": ("INR", "PKR", "LKR", "NPR", "MUR"),
    "rmb": ("CNY",),
    "nis": ("ILS",),
    "ksh": ("KES",),
    "tsh": ("TZS",),
    "ush": ("UGX",),
    "rp": ("IDR",),
    "rm": ("MYR",),
    "tk": ("BDT",),
    "php": ("PHP",),
    "kč": ("CZK",),
    "zł": ("PLN",),
    "fcfa": ("XOF", "XAF"),
    "stg": ("GBP",),
}
"""Abbreviations that stand before or after an amount, lower case, the usual code first."""

WORDLIKE_CODES = frozenset("ALL AMD ANG BAM BOB COP CUP GEL LAK MAD MOP MUR PEN RON SOS STD TOP TRY WST".split())
"""Codes that are words or abbreviations too: money only beside an amount that is large or written with a magnitude."""

CENTS: dict[str, str] = {"cent": "USD", "cents": "USD", "pence": "GBP", "kopecks": "RUB", "paise": "INR"}
"""Hundredths, and the currency that they belong to where a report says no more."""
