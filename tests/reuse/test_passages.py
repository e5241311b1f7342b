"""What the stage finds in texts about invented events."""

import pytest

from stemma.errors import SettingsError
from stemma.model import Passage, Report, Span
from stemma.reuse import ReuseSettings, reuse

DISPATCH = (
    "The harbour council of Velmora agreed on Monday to rebuild the northern pier, "
    "which was damaged in a winter storm, at a cost of four million crowns."
)
SPEECH = (
    "Mayor Ilsa Brandt told the ferry owners that nobody would lose a berth while the work lasts, "
    "and she promised new moorings before the herring season opens in March."
)
SNOW = "Snow closed the mountain road above Karsk for a third day, and the ski lifts stood still."
CHESS = "A girl of eleven won the open chess cup in Orlund without the loss of a single game."


def report(name: str, text: str, *furniture: tuple[int, int]) -> Report:
    spans = tuple(Span(start, end) for start, end in furniture)
    return Report(id=name, uri=name, text=text, language="en", sha256="", reader="test", furniture=spans)


def shared(a: str, b: str) -> list[Passage]:
    return reuse([report("a", a), report("b", b)]).between("a", "b")


def changes(passage: Passage, a: str, b: str) -> list[tuple[str, str]]:
    return [(a[v.a.start : v.a.end], b[v.b.start : v.b.end]) for v in passage.variants]


EDITS = [
    (
        "words exchanged, added and dropped",
        DISPATCH,
        "VELMORA - The harbour council of Velmora voted on Monday to rebuild the old northern pier, "
        "which was wrecked in a storm, at a cost of four million crowns. Work begins in spring.",
        [("agreed", "voted"), ("", "old"), ("damaged", "wrecked"), ("winter", "")],
    ),
    (
        "case, accents, apostrophes and punctuation are no variants",
        "Velmora's café owners, who had feared for their summer, called the vote “a great relief” for the town.",
        "VELMORA’S CAFE OWNERS – WHO HAD FEARED FOR THEIR SUMMER – called the vote 'a great relief' for the town!",
        [],
    ),
    (
        "an accent may be a character of its own",
        "The caf\u00e9 on the pier will close for good when the builders come in early spring.",
        "The cafe\u0301 on the pier will close for good when the builders come in late spring.",
        [("early", "late")],
    ),
    (
        "a clause cut",
        DISPATCH,
        DISPATCH.replace(" which was damaged in a winter storm,", ""),
        [("which was damaged in a winter storm", "")],
    ),
    (
        "several edits close together",
        "Brandt noted that shared efforts by Velmora and Orlund had played a key role in saving the herring fleet.",
        "Brandt noted joint efforts by Velmora and Orlund had played a core role in saving the herring fleet.",
        [("that shared", "joint"), ("key", "core")],
    ),
]


@pytest.mark.parametrize(("why", "a", "b", "expected"), EDITS, ids=[row[0] for row in EDITS])
def test_edits_are_variants(why: str, a: str, b: str, expected: list[tuple[str, str]]) -> None:
    (passage,) = shared(a, b)
    assert changes(passage, a, b) == expected


def test_a_passage_runs_from_its_first_word_to_its_last() -> None:
    (passage,) = shared(f"KARSK, Monday. “{DISPATCH}” {SNOW}", f"{CHESS}\n{DISPATCH}\n")
    assert f"KARSK, Monday. “{DISPATCH}” {SNOW}"[slice(*passage.a)] == DISPATCH.removesuffix(".")
    assert passage.words == 27
    assert passage.variants == ()


NOTHING = [
    ("unrelated", DISPATCH, SNOW),
    ("a short phrase", f"{CHESS} In the early hours of the morning", f"{SNOW} in the early hours of the"),
    ("no text", "", DISPATCH),
    ("no words", "… — !!! 🎉🎉", "… — !!! 🎉🎉 …"),
    ("one word", "the", "the"),
]


@pytest.mark.parametrize(("why", "a", "b"), NOTHING, ids=[row[0] for row in NOTHING])
def test_nothing_is_shared_by_chance(why: str, a: str, b: str) -> None:
    assert shared(a, b) == []


def test_moved_sentences_are_passages_of_their_own() -> None:
    a, b = f"{DISPATCH} {SPEECH}", f"{SPEECH} {DISPATCH}"
    assert [a[slice(*p.a)] for p in shared(a, b)] == [DISPATCH.removesuffix("."), SPEECH.removesuffix(".")]


def test_a_sentence_put_in_does_not_part_a_passage() -> None:
    a, b = f"{DISPATCH} {SPEECH}", f"{DISPATCH} {SNOW} {SPEECH}"
    (passage,) = shared(a, b)
    assert changes(passage, a, b) == [("", SNOW.removesuffix("."))]


def test_a_sentence_worded_anew_parts_a_passage() -> None:
    a, b = f"{DISPATCH} {CHESS} {SPEECH}", f"{DISPATCH} {SNOW} {SPEECH}"
    assert [p.words for p in shared(a, b)] == [27, 29]


def test_furniture_is_not_compared() -> None:
    page = f"{SPEECH}\n{DISPATCH}"
    masked = report("a", page, (0, len(SPEECH)))
    (passage,) = reuse([masked, report("b", page)]).between("a", "b")
    assert page[slice(*passage.a)] == DISPATCH.removesuffix(".")


def test_furniture_parts_a_passage() -> None:
    foot = "Page 7 of 9"
    a = f"{DISPATCH}\n{foot}\n{SPEECH}"
    b = f"{DISPATCH}\n{SPEECH}"
    at = a.index(foot)
    found = reuse([report("a", a, (at, at + len(foot))), report("b", b)]).between("a", "b")
    assert [a[slice(*p.a)] for p in found] == [DISPATCH.removesuffix("."), SPEECH.removesuffix(".")]


SCRIPTS = [
    ("Cyrillic", "Совет порта согласился восстановить северный причал после зимней бури", " до мая."),
    ("Arabic, with and without vowels", "وافق مجلس الميناء على إعادة بناء الرصيف الشمالي بعد العاصفة", "."),
    ("Hebrew", "מועצת הנמל הסכימה לבנות מחדש את הרציף הצפוני אחרי הסערה", "."),
    ("Han, without spaces", "港口委员会星期一同意重建北码头费用为四百万克朗", "。"),
    ("Thai", "สภาท่าเรือตกลงสร้างท่าเรือเหนือใหม่", "."),
    ("Devanagari", "बंदरगाह परिषद ने सोमवार को उत्तरी घाट को फिर से बनाने पर सहमति दी", "।"),
]


@pytest.mark.parametrize(("why", "words", "end"), SCRIPTS, ids=[row[0] for row in SCRIPTS])
def test_any_script(why: str, words: str, end: str) -> None:
    (passage,) = shared(f"{words}{end}", f"🎉 {words}\n{SNOW}")
    assert (passage.a.start, passage.b.start) == (0, 2)
    assert passage.b.end == 2 + len(words)


def test_vowel_signs_of_arabic_are_no_variants() -> None:
    plain = "وافق مجلس الميناء على إعادة بناء الرصيف الشمالي بعد العاصفة"
    (passage,) = shared(plain, plain.replace("مجلس", "مَجلِس"))
    assert passage.variants == ()
    assert passage.words == 10


def test_numbers_count_as_words() -> None:
    a = "The council of Velmora will pay 4.5 million crowns for the northern pier by 2031."
    b = a.replace("4.5", "6.5")
    (passage,) = shared(a, b)
    assert changes(passage, a, b) == [("4", "6")]


def test_identical_reports_share_all_they_say() -> None:
    pile = [report(name, DISPATCH) for name in "abcd"] + [report("e", f"{SNOW} {DISPATCH}")]
    found = reuse(pile)
    assert len(found.index) == 10
    assert {(p.a, p.words) for p in found.between("b", "d")} == {(Span(0, len(DISPATCH) - 1), 27)}
    assert [p.a.start for p in found.between("e", "c")] == [len(SNOW) + 1]


def test_a_report_handed_in_twice_is_one_report() -> None:
    found = reuse([report("a", DISPATCH), report("b", DISPATCH), report("a", DISPATCH)])
    assert list(found.pairs()) == [("a", "b")]


def test_a_mass_copy_is_found_where_boilerplate_is_not() -> None:
    using = ReuseSettings(common=6, mass=40)
    copies = [report(f"copy{i}", f"{DISPATCH} {SPEECH} {i}") for i in range(10)]
    pages = [report(f"page{i}", f"{i} {SNOW}") for i in range(10)]
    found = reuse([*copies, *pages], using)
    assert len(found.index) == 45
    assert not [pair for pair in found.pairs() if pair[1].startswith("page")]
    assert [p.words for p in found.between("copy0", "copy9")] == [56]


def test_one_word_a_hundred_thousand_times_is_bounded() -> None:
    text = "echo " * 100_000
    found = reuse([report("a", text), report("b", text + "end"), report("c", text + text)])
    assert len(found) <= 30


def test_a_setting_out_of_range_is_named() -> None:
    with pytest.raises(SettingsError, match="reuse: shingle is 1, must be a whole number from 2 to 32"):
        ReuseSettings(shingle=1)


def test_a_passage_holds_its_longest_run() -> None:
    assert ReuseSettings(run=7, least=7).run == 7
    with pytest.raises(SettingsError, match="reuse: run is 8, must be at most least, which is 7"):
        ReuseSettings(run=8)
