"""Figures: which there are, what they are of, and what is none."""

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.annotate.quantities import quantities
from stemma.model import Quantity, Span, Time
from stemma.text.engine import Parse, Run


def read(text: str, *times: Time, language: str = "en") -> tuple[Quantity, ...]:
    return quantities(text, [Span(0, len(text))] if text else [], times, language=language)


def told(text: str) -> list[tuple[str, float, str]]:
    return [(text[q.span.start : q.span.end], q.value, q.unit) for q in read(text)]


@pytest.mark.parametrize(
    ("text", "figure", "value", "unit"),
    [
        # numbers in digits and words
        ("They sent two hundred and five tents.", "two hundred and five tents", 205, "count"),
        ("They sent twenty-five tents.", "twenty-five tents", 25, "count"),
        ("They sent 1,205 tents.", "1,205 tents", 1205, "count"),
        ("They sent 1,00,000 tents.", "1,00,000 tents", 100_000, "count"),
        ("They sent 12\u202f500 tents.", "12\u202f500 tents", 12_500, "count"),
        ("They sent half a million tents.", "half a million tents", 5e5, "count"),
        ("They sent a quarter of a million tents.", "a quarter of a million tents", 2.5e5, "count"),
        ("They sent one and a half million tents.", "one and a half million tents", 1.5e6, "count"),
        ("They sent one point six million tents.", "one point six million tents", 1.6e6, "count"),
        ("They sent 3½ million tents.", "3½ million tents", 3.5e6, "count"),
        ("They sent a dozen tents.", "a dozen tents", 12, "count"),
        ("They sent half a dozen tents.", "half a dozen tents", 6, "count"),
        ("They sent twelve hundred tents.", "twelve hundred tents", 1200, "count"),
        ("They sent a thousand and one tents.", "a thousand and one tents", 1001, "count"),
        ("They sent 2.5m tents.", "2.5m tents", 2.5e6, "count"),
        ("They sent 3 lakh tents.", "3 lakh tents", 3e5, "count"),
        # money
        ("It cost $1.6bn.", "$1.6bn", 1.6e9, "USD"),
        ("It cost $1.6 bn.", "$1.6 bn", 1.6e9, "USD"),
        ("It cost US$2m.", "US$2m", 2e6, "USD"),
        ("It cost A$20.", "A$20", 20, "AUD"),
        ("It cost €3 million.", "€3 million", 3e6, "EUR"),
        ("It cost Rs 5 crore.", "Rs 5 crore", 5e7, "INR"),
        ("It cost EUR 30.50.", "EUR 30.50", 30.5, "EUR"),
        ("It cost 7 million CHF.", "7 million CHF", 7e6, "CHF"),
        ("It cost 20k euros.", "20k euros", 2e4, "EUR"),
        ("It cost 300 shekels.", "300 shekels", 300, "ILS"),
        ("It cost 9,000 Iranian rials.", "9,000 Iranian rials", 9000, "IRR"),
        ("It cost 40 New Zealand dollars.", "40 New Zealand dollars", 40, "NZD"),
        ("It cost 40 U.S. dollars.", "40 U.S. dollars", 40, "USD"),
        ("It cost ten pounds sterling.", "ten pounds sterling", 10, "GBP"),
        ("It cost 50 cents.", "50 cents", 0.5, "USD"),
        ("It is a 5-million-dollar bridge.", "5-million-dollar", 5e6, "USD"),
        ("It cost hundreds of millions of dollars.", "hundreds of millions of dollars", 2e8, "USD"),
        # percent
        ("It grew to 12 per cent.", "12 per cent", 12, "percent"),
        ("It grew to 12.5%.", "12.5%", 12.5, "percent"),
        ("It grew to -2%.", "-2%", -2, "percent"),
        ("It lost three percentage points.", "three percentage points", 3, "percentage point"),
        ("It lost 25 basis points.", "25 basis points", 25, "basis point"),
        # measures
        ("It lies 16 km from Orm.", "16 km", 16, "kilometre"),
        ("It lies 16km from Orm.", "16km", 16, "kilometre"),
        ("It lies 100m away.", "100m", 100, "metre"),
        ("It is a 3.5-mile path.", "3.5-mile", 3.5, "mile"),
        ("It burned 40 square miles.", "40 square miles", 40, "square mile"),
        ("It ran at 90 miles per hour.", "90 miles per hour", 90, "mile per hour"),
        ("It ran at 150 km/h.", "150 km/h", 150, "kilometre per hour"),
        ("It was minus 5 degrees Celsius.", "minus 5 degrees Celsius", -5, "degree Celsius"),
        ("It was 31°C.", "31°C", 31, "degree Celsius"),
        ("A magnitude 6.5 quake came.", "magnitude 6.5", 6.5, "magnitude"),
        ("A 6.5-magnitude quake came.", "6.5-magnitude", 6.5, "magnitude"),
        ("It made 12 gigawatt hours.", "12 gigawatt hours", 12, "gigawatt hour"),
        ("It leaked 40 GB.", "40 GB", 40, "gigabyte"),
        ("It holds a 2 million-barrel stock.", "2 million-barrel", 2e6, "barrel"),
        ("She stands 5 feet 3 inches.", "5 feet 3 inches", 63, "inch"),
        ("He is 6-foot-4.", "6-foot-4", 76, "inch"),
        ("He weighs 200 pounds.", "200 pounds", 200, "pound"),
        ("They flew thousands of miles.", "thousands of miles", 2000, "mile"),
    ],
)
def test_the_figure_of_a_sentence(text: str, figure: str, value: float, unit: str) -> None:
    assert told(text) == [(figure, value, unit)]


@pytest.mark.parametrize(
    "text",
    [
        # names that hold a number
        "The court took up Case 1000 and Case 2000.",
        "A Boeing 737 flew over 53rd Street to Channel 4.",
        "Under Article 5 the G7 may build 5G, as in No. 7 of the list.",
        "Two-time winners of the Falcon 9 trials left in the F-35s.",
        "The Chicago Seven and the Big Five met.",
        # dates, times, lengths of time, ages
        "It began in 2014 and ended on January 19, 2021, at 10:30.",
        "On 3 May, at 5 p.m., the 33-year-old waited 20 minutes, then three full days.",
        "Olga Renn, 34, and her son, aged 12, left in the 1990s, since 9/11 or between 2014 and 2016.",
        "In the 2014 elections they ran from 9 to 5.",
        # ranks, parts, scores, numbers of things
        "He came 3rd, with two-thirds of it and one half, in the twenty-first row.",
        "Orm won 3-2, then 12-3, after a 5-4 vote.",
        "Call 020 7946 0018, 0800/111 222 or 1-800-555-1234.",
        "Photo 4 of 8 shows version 1.2.3 at 10.0.0.1.",
        "About one in 5 homes and six in ten ferries have none.",
        # one, two and zero as words
        "No one knew at one point which one of them they would zero in on.",
        "The two met one another one day for one thing.",
        # not to be read
        "It was 1e400 tons and 0007 boats, 5x boats, 5/6 boats, 10,5 boats and .200 boats.",
        f"It was {'9' * 400} boats and {'9' * 100_000} boats.",
    ],
)
def test_what_is_no_figure(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("It fell 10 to 12 percent.", 10, 12, "percent"),
        ("It took 10–12% of it.", 10, 12, "percent"),
        ("Between 5 and 7 ships left.", 5, 7, "count"),
        ("It cost 3-4 million euros.", 3e6, 4e6, "EUR"),
        ("It cost $3-$4 million.", 3e6, 4e6, "USD"),
        ("It cost $1.1 million to $2.2 million.", 1.1e6, 2.2e6, "USD"),
        ("It cost 500,000 to 1 million euros.", 5e5, 1e6, "EUR"),
        ("Two or three ships left.", 2, 3, "count"),
        ("One or two ships left.", 1, 2, "count"),
        ("From 10 to 12 ships left.", 10, 12, "count"),
    ],
)
def test_ranges(text: str, low: float, high: float, unit: str) -> None:
    (figure,) = read(text)
    assert (figure.value, figure.high, figure.unit) == (low, high, unit)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It rose from 5 percent to 7 percent.", [5, 7]),
        ("The fare rose $5 to $41.", [5, 41]),
        ("Stocks fell by 3.2 million to 40 million tonnes.", [3.2e6, 4e7]),
        ("It lies 10 miles (16 km) away.", [10, 16]),
        ("It lies 10 miles or 16 kilometres away.", [10, 16]),
    ],
)
def test_two_figures_are_no_range(text: str, values: list[float]) -> None:
    figures = read(text)
    assert [q.value for q in figures] == values
    assert all(q.high is None for q in figures)


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("About 40 boats sank.", "about"),
        ("No fewer than 40 boats sank.", "no fewer than"),
        ("As many as 40 boats sank.", "as many as"),
        ("Some 40 boats sank.", "some"),
        ("Over 40 boats sank.", "over"),
        ("An estimated 40 boats sank.", "an estimated"),
        ("It sank 40 or more boats.", "or more"),
        ("It sank 40+ boats.", "+"),
        ("Dozens of boats sank.", "dozens"),
        ("Tens of thousands of boats sank.", "tens of thousands"),
        ("More than half a million boats sank.", "more than"),
        ("The 40 boats sank.", None),
        ("They quarrelled over two boats.", None),
    ],
)
def test_hedges_keep_the_words_of_the_report(text: str, hedge: str | None) -> None:
    (figure,) = read(text)
    assert figure.hedge == hedge


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("20 small North Korean fishing boats left.", ["small North Korean fishing boats"]),
        ("Six shipping and trading companies left.", ["shipping and trading companies"]),
        ("Two ship-to-ship transfers failed.", ["ship-to-ship transfers"]),
        ("Four detained guards spoke.", ["detained guards"]),
        ("The plane held 10 US citizens.", ["US citizens"]),
        ("Eleven rabbis and four Iraqis came.", ["rabbis", "Iraqis"]),
        ("Two news agencies left.", ["news agencies"]),
        ("One dock worker left.", ["dock worker"]),
        ("They freed 21 of the more than 200 pupils.", ["pupils released", "pupils"]),
        ("They met 30 sailors, five of whom spoke.", ["sailors", "sailors"]),
        # who was hurt
        ("The blast killed 34.", ["people killed"]),
        ("The blast killed 34, wounding at least 90.", ["people killed", "people wounded"]),
        ("The blast killed six sailors.", ["sailors killed"]),
        ("Some 30 sailors, many of them boys, were killed.", ["sailors killed"]),
        ("It left 32 sailors dead.", ["sailors dead"]),
        ("There were 34 dead and 120 wounded.", ["dead", "wounded"]),
        ("The toll of the flood was high: the death toll rose to 41.", ["people killed"]),
        ("Twelve were rescued.", ["people rescued"]),
        # amounts
        ("They paid a $47 billion ransom.", ["ransom"]),
        ("They paid a bill of 5 million euros.", ["bill"]),
        ("They paid 34 million euros in late fees.", ["late fees"]),
        ("Total trade stood at $1.6 billion.", ["Total trade"]),
        ("It cost $82 per Orm share.", ["per Orm share"]),
        ("It cost $3m a year.", ["per year"]),
        ("It cost $3m a year ago, then $4m a month later.", [None, None]),
        ("It burned 600 tons of refined oil.", ["refined oil"]),
        ("It burned 70 percent of the barns.", ["barns"]),
        ("It made a 96 percent drop in operating income.", ["operating income"]),
        ("They gave a grant of 40 million shekels ($11 million).", ["grant", "grant"]),
        ("The number of strikes fell to 12.", ["strikes"]),
    ],
)
def test_what_a_figure_is_of(text: str, of: list[str | None]) -> None:
    assert [q.of for q in read(text)] == of


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("Prices rose 41% from a year earlier.", ["+41%"]),
        ("They cut imports of fuel and grain by 89 percent.", ["-89%"]),
        ("It fell by 3.2 million to 40 million tonnes.", ["-3200000", None]),
        ("It was a 96 percent drop in income.", ["-96%"]),
        ("It is 50 percent higher.", ["+50%"]),
        ("There was an increase of about 5 percent.", ["+5%"]),
        ("There were 41 strikes, down 24 from a year earlier.", ["-24", "-24"]),
        ("Trade stood at $1.6 billion, up 41% over a year.", ["+41%", "+41%"]),
        ("It rose two percentage points.", ["+2 percentage points"]),
        ("It rose to 41%.", [None]),
        ("It made up 45 percent.", [None]),
        ("She gained 16 percent of the vote.", [None]),
        ("He fell 12 feet.", [None]),
    ],
)
def test_changes(text: str, changes: list[str | None]) -> None:
    assert [q.change for q in read(text)] == changes


def test_a_number_with_a_magnitude_takes_the_money_before_it() -> None:
    text = "The bill gives 34.5 million shekels to guards. The ministry adds 5.5 million for clinics."
    cut = text.index(" The ministry")
    bill, added = quantities(text, [Span(0, cut), Span(cut + 1, len(text))])
    assert (bill.unit, added.unit, added.value, added.of) == ("ILS", "ILS", 5.5e6, "clinics")


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("He paid 5,000 rials in Iran, said Iran.", "IRR"),
        ("He paid 5,000 rials in Yemen.", "YER"),
        ("He paid 5,000 rials.", "rial"),
        ("He paid 5,000 pesos in Mexico.", "MXN"),
        ("He paid 5,000 pounds in Britain.", "GBP"),
        ("He paid 5,000 dollars in Mexico.", "USD"),
        ("He paid ¥5,000 in Japan.", "JPY"),
        ("He paid ¥5,000 in China.", "CNY"),
        ("He carried 5,000 pounds of cocaine in Britain.", "pound"),
    ],
)
def test_names_of_several_currencies_are_told_apart_by_the_report(text: str, unit: str) -> None:
    assert [q.unit for q in read(text)] == [unit]


def test_times_veto_counts_and_give_periods() -> None:
    text = "Sales of $5 million in the spring followed 2100 boats."
    spring = text.index("the spring")
    boats = text.index("2100")
    period = Time(span=Span(spring, spring + 10), type="DATE", value="2021-SP", begin="2021-03-20", end="2021-06-20")
    year = Time(span=Span(boats, boats + 4), type="DATE", value="2100")
    (sales,) = read(text, year, period)
    assert sales.period == ("2021-03-20", "2021-06-20")
    assert [q.value for q in read(text, period)] == [5e6, 2100]
    assert read(text, replace(period, end=None))[0].period is None


def parse_of(text: str, nodes: list[tuple[str, str, int, str]]) -> Parse:
    """A parse of one sentence from (word, part of speech, head, relation)."""
    spans, at = [], 0
    for word, *_ in nodes:
        start = text.index(word, at)
        spans.append(Span(start, start + len(word)))
        at = start + len(word)
    return Parse(
        spans=tuple(spans),
        sentences=(Run(0, len(nodes)),),
        upos=tuple(upos for _, upos, _, _ in nodes),
        xpos=("",) * len(nodes),
        feats=("",) * len(nodes),
        lemmas=tuple(word for word, *_ in nodes),
        heads=tuple(head for _, _, head, _ in nodes),
        relations=tuple(relation for *_, relation in nodes),
        names=(),
        cues=(),
        sources=(),
        contents=(),
        vectors=np.zeros((1, 0), np.float32),
    )


def test_a_parse_finds_what_the_words_do_not_show() -> None:
    text = "Only 30 kilim survive."
    parse = parse_of(
        text,
        [
            ("Only", "ADV", 1, "advmod"),
            ("30", "NUM", 2, "nummod"),
            ("kilim", "NOUN", 3, "nsubj"),
            ("survive", "VERB", -1, "root"),
            (".", "PUNCT", 3, "punct"),
        ],
    )
    sentences = [Span(0, len(text))]
    assert quantities(text, sentences) == ()
    (figure,) = quantities(text, sentences, (), parse)
    assert (figure.value, figure.unit, figure.of) == (30, "count", "kilim")


PIECES = (
    "5 12 1,200 3.5 0 2014 1e400 99999999999999999999999999999999999999 one two half a hundred million dozen dozens "
    "and to or - – % $ € US$ £ ( ) [ . , ; : ' \" bn m k percent dollars pounds rials boats people of the in more than "
    "about killed dead up down rose by from share per January at least foot inches magnitude minus \n ½"
)


@given(
    st.lists(st.sampled_from(PIECES.split(" ")), max_size=40),
    st.sampled_from(["", " "]),
    st.sampled_from(["en", "de", "fa"]),
)
def test_figures_are_sorted_disjoint_finite_and_inside(pieces: list[str], glue: str, language: str) -> None:
    text = glue.join(pieces)
    found = read(text, language=language)
    ends = [0, *(q.span.end for q in found)]
    for end, figure in zip(ends, found, strict=False):
        assert end <= figure.span.start < figure.span.end <= len(text)
        assert math.isfinite(figure.value)
        assert figure.high is None or figure.value < figure.high < math.inf
        assert any(c.isalnum() for c in text[figure.span.start : figure.span.end])
        assert figure.unit


@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    for language in ("en", "de"):
        assert all(text[q.span.start : q.span.end] for q in read(text, language=language))


@pytest.mark.parametrize(
    "text",
    [
        "9" * 500_000,
        "(5 [" * 10_000,
        "5 to " * 5_000,
        "two and " * 5_000,
        "5-" * 10_000,
        "5 " + "cats " * 20_000,
        "5 " + "homeless " * 20_000,
        "one " + "wounded " * 20_000,
        "5 of the " * 5_000,
        "to 5 by " * 5_000,
        "$" * 50_000,
        "5 " + "million " * 20_000,
        "hundred " * 20_000,
        "a" * 500_000 + " 5",
        "5\u2009555" * 10_000,
    ],
)
def test_hostile_text_is_read_to_its_end(text: str) -> None:
    for language in ("en", "de"):
        tail = " It cost €40 500 000. Sie zahlt 7 %."
        assert any(q.value == 7 for q in read(text + tail, language=language))
