"""Who said what: the frames of words of saying, quotations and their speakers, and laws that hold for any parse."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.annotate.attribution import Attributed, attributions
from stemma.annotate.quotations import quotations
from stemma.model import Span
from stemma.text.engine import Parse, Run
from stemma.text.engines import ENGLISH, engine_for
from stemma.text.paragraphs import paragraphs


def read(text: str) -> tuple[Attributed, ...]:
    engine = engine_for(ENGLISH, "en")
    assert engine is not None
    blocks = paragraphs(text)
    return attributions(text, engine.parse(text, blocks), quotations(text, blocks), blocks)


def told(text: str) -> list[tuple[str | None, list[str]]]:
    return [
        (
            text[slice(*a.attribution.source)] if a.attribution.source else None,
            [text[slice(*span)] for span in a.attribution.content],
        )
        for a in read(text)
    ]


SAID = {
    "a clause": (
        "The harbour master said that the ferry had left Orlen too late.",
        [("The harbour master", ["that the ferry had left Orlen too late"])],
    ),
    "a hearer": (
        "Mirko Tamm told reporters that the ferry was overloaded.",
        [("Mirko Tamm", ["that the ferry was overloaded"])],
    ),
    "according to": (
        "According to the port authority, nobody was hurt.",
        [("the port authority", ["nobody was hurt"])],
    ),
    "an inversion that interrupts": (
        "Velmark, said Tamm, has drafted a new treaty.",
        [("Tamm", ["Velmark", "has drafted a new treaty"])],
    ),
    "an aside": (
        "The bridge, the ministry said, will stay closed.",
        [("the ministry", ["The bridge", "will stay closed"])],
    ),
    "an aside with an apposition": (
        "The lease hands the port to a foreign firm, Pavla Orsic, the leader of the dockers' union, told reporters.",
        [("Pavla Orsic, the leader of the dockers' union", ["The lease hands the port to a foreign firm"])],
    ),
    "a participle after what two did not do": (
        "Neither town has signed the treaty, arguing that it was too costly.",
        [("Neither town", ["that it was too costly"])],
    ),
    "words that another passes on": (
        "Moss quoted Lind as saying that the ferry was late.",
        [("Lind", ["that the ferry was late"])],
    ),
    "whoever is recalled speaking": (
        "Zora Zell recalled Hugo Hay saying: “We will win this, boys.”",
        [("Hugo Hay", ["“We will win this, boys.”"])],
    ),
    "whoever is remembered telling others": (
        "Mira Moss remembered the pilot telling passengers, “Hold on tight.”",
        [("the pilot", ["“Hold on tight.”"])],
    ),
    "a dateline is no part of what was said": (
        "VELM, Orvenia (NPA) – Five more dockers have died, Anna Moss said.",
        [("Anna Moss", ["Five more dockers have died"])],
    ),
    "a relative clause ends before the main verb": (
        "Cabinet papers that tell why it was rejected are closed until 2041.",
        [("that", ["why it was rejected"])],
    ),
    "a verb that says only beside marks": (
        "“We lost the engine at noon,” Berg sang.",
        [("Berg", ["“We lost the engine at noon,”"])],
    ),
    "a document": (
        "Exports rose by a third last year, official figures show.",
        [("official figures", ["Exports rose by a third last year"])],
    ),
    "a participle takes the speaker before": (
        "Tamm said the ferry was late, adding that the crew was tired.",
        [("Tamm", ["the ferry was late"]), ("Tamm", ["that the crew was tired"])],
    ),
    "a quotation with its speaker behind it": (
        "“We lost the engine at noon,” said Anna Berg, the ferry's captain.",
        [("Anna Berg, the ferry's captain", ["“We lost the engine at noon,”"])],
    ),
    "a quotation that a cue leads to": (
        'Anna Berg said: "We lost the engine at noon."',
        [("Anna Berg", ['"We lost the engine at noon."'])],
    ),
    "a quotation in two parts": (
        "“We lost the engine,” Berg said, “and then we lost the lights.”",
        [("Berg", ["“We lost the engine,”", "“and then we lost the lights.”"])],
    ),
    "doubled single marks": (
        "''We lost the engine at noon,'' Berg said.",
        [("Berg", ["''We lost the engine at noon,''"])],
    ),
    "a quotation that goes on": (
        "“We lost the engine,” Berg said. “Nobody panicked.”\n\n“The crew did well.”",
        [("Berg", ["“We lost the engine,”", "“Nobody panicked.”", "“The crew did well.”"])],
    ),
    "marks opened anew in each paragraph": (
        "“We lost the engine,” Berg said. “Nobody panicked.\n\n“The crew did well.”",
        [("Berg", ["“We lost the engine,”", "“Nobody panicked.", "“The crew did well.”"])],
    ),
    "a question put by somebody": (
        "Asked by Anna Moss if the pumps had failed, Boris Lind said they had.",
        [("Anna Moss", ["if the pumps had failed"]), ("Boris Lind", ["they had"])],
    ),
    "a question put by nobody in particular": (
        "Asked about the pumps, Lind said they had failed.",
        [(None, ["the pumps"]), ("Lind", ["they had failed"])],
    ),
    "a question behind a quotation": (
        "The union said: “We will not go back.” Asked about pay, it left the room.",
        [("The union", ["“We will not go back.”"]), (None, ["pay"])],
    ),
    "a question that is not answered": (
        "Asked whether the pumps had failed, the minister left the room.",
        [(None, ["whether the pumps had failed"])],
    ),
    "a name that is called": (
        "Tamm called the plan a disgrace.",
        [("Tamm", ["the plan a disgrace"])],
    ),
    "a call for something": (
        "Mirko Tamm called for elections in May.",
        [("Mirko Tamm", ["elections"])],
    ),
    "a signed quotation": (
        "“Nobody on the bridge was awake that night.” — Anna Berg",
        [("Anna Berg", ["“Nobody on the bridge was awake that night.”"])],
    ),
}


@pytest.mark.parametrize("name", SAID)
def test_who_said_what(name: str) -> None:
    text, wanted = SAID[name]
    assert told(text) == wanted


def test_questions_and_answers() -> None:
    text = "Q: Did the ferry leave late?\nA: It left an hour late.\nQ: Why did it?\nA: The crew was tired."
    assert told(text) == [
        ("Q", ["Did the ferry leave late"]),
        ("A", ["It left an hour late"]),
        ("Q", ["Why did it"]),
        ("A", ["The crew was tired"]),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “ghost ferry” left Orlen at noon.",
        "The film “The Long Crossing” opens on Friday.",
        "The ferry left Orlen at noon and reached Velm at four.",
        "The ministry did not say that the ferry was overloaded.",
        "Mirko Tamm called an emergency meeting of his cabinet for Thursday.",
        "Tamm called elections for May.",
        "The union called the strike on Monday and left the room.",
        "Tamm called the police on Monday.",
        "Tamm opened the door; the choir stood up, Berg sang.",
        "Where: Orlen harbour\nWhen: Friday at noon\nWhere: Velm harbour\nWhen: Friday at four",
    ],
    ids=[
        "scare quotes",
        "a title",
        "no speech",
        "nothing was said",
        "a meeting",
        "elections",
        "a strike",
        "police",
        "a song",
        "a list of facts",
    ],
)
def test_nothing_is_invented(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Nobody said the ferry had sunk.",
        "No one claimed that the ferry had sunk.",
        "No official said that the ferry had sunk.",
        "According to nobody, the ferry sank.",
        "Nobody I met afterwards could agree on the number of victims.",
        "None of the ministers said the ferry was late.",
        "Few passengers said the ferry was late.",
        "Lind made no claim that the ferry was late.",
    ],
)
def test_nobody_speaks(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Tamm would say that the ferry was safe.",
        "Tamm is expected to say that the ferry was safe.",
        "Tamm wants the minister to explain why the ferry was late.",
        "Did Tamm say the ferry was safe?",
        "Had Tamm said the ferry was safe, she would have left.",
        "It is unclear whether Tamm said the ferry was safe.",
        "If he says the ferry is safe, they will go.",
    ],
)
def test_what_was_not_said_is_nobodys(text: str) -> None:
    assert told(text) == []


def test_what_would_be_said_later_was_said() -> None:
    assert told("Tamm would later say that the ferry was safe.") == [("Tamm", ["that the ferry was safe"])]


def test_a_quotation_that_is_yet_to_be_spoken_is_doubted() -> None:
    (one,) = read("Tamm will say: “We won the race at last.”")
    assert "doubt: the speech may be or will be" in one.attribution.because


def test_a_denial_keeps_its_polarity() -> None:
    (one,) = read("Tamm denied that the ferry was overloaded.")
    assert one.attribution.negated
    (one,) = read("Tamm said that the ferry was overloaded.")
    assert not one.attribution.negated


def test_whoever_passes_words_on_is_named_apart() -> None:
    text = "“We will not sign,” he said, according to the Velmark foreign ministry."
    (one,) = read(text)
    assert one.attribution.source is not None and text[slice(*one.attribution.source)] == "he"
    assert one.via is not None and text[slice(*one.via)] == "the Velmark foreign ministry"


def test_whoever_quotes_another_is_named_apart() -> None:
    text = "Lind was quoted by the Velm Herald as saying that the ferry was late."
    (one,) = read(text)
    assert one.attribution.source is not None and text[slice(*one.attribution.source)] == "Lind"
    assert one.via is not None and text[slice(*one.via)] == "the Velm Herald"


def test_a_quotation_that_goes_on_says_so() -> None:
    (one,) = read("“We lost the engine,” Berg said. “Nobody panicked.”")
    assert "goes on without a source" in one.attribution.because


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“We lost the engine at noon,” Berg said.", "direct"),
        ("Berg said the crew was “very tired” that night.", "mixed"),
        ("Berg said the crew was tired that night.", "indirect"),
    ],
)
def test_kinds(text: str, kind: str) -> None:
    assert [a.attribution.kind for a in read(text)] == [kind]


# --- laws ---------------------------------------------------------------------------------------

_WORDS = (
    *(
        "said",
        "he",
        "that",
        "adding",
        "according",
        "to",
        "port",
        "Anna",
        "claim",
        "denied",
        "was",
        "told",
        "and",
        "who",
    ),
    *("Q", ":", ",", ".", "“", "”", '"', "''", "—", "(", ")"),
)
_TAGS = [("VERB", "VBD"), ("VERB", "VBG"), ("NOUN", "NN"), ("PROPN", "NNP"), ("PRON", "PRP"), ("PUNCT", ".")]
_RELATIONS = (
    *("nsubj", "ccomp", "xcomp", "conj", "advcl", "parataxis", "obj", "obl", "obl:agent", "nmod", "nmod:poss"),
    *("acl", "acl:relcl", "mark", "case", "punct"),
)


@st.composite
def parses(draw: st.DrawFn) -> tuple[str, Parse, list[Span]]:
    """Any words under any trees: what no text has, and a damaged parse may."""
    words = draw(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=40))
    text, spans = "", []
    for word in words:
        spans.append(Span(len(text), len(text) + len(word)))
        text += word + " "
    size = len(words)
    cut = draw(st.integers(1, size))
    sentences = [Run(0, cut)] + ([Run(cut, size)] if cut < size else [])
    heads = [-1 if i in (0, cut) else draw(st.integers(0 if i < cut else cut, i - 1)) for i in range(size)]
    tags = [draw(st.sampled_from(_TAGS)) for _ in words]
    relations = ["root" if head < 0 else draw(st.sampled_from(_RELATIONS)) for head in heads]
    parse = Parse(
        spans=tuple(spans),
        sentences=tuple(sentences),
        upos=tuple(tag[0] for tag in tags),
        xpos=tuple(tag[1] for tag in tags),
        feats=("",) * size,
        lemmas=tuple(words),
        heads=tuple(heads),
        relations=tuple(relations),
        names=(),
        cues=(),
        sources=(),
        contents=(),
        vectors=np.zeros((len(sentences), 1), dtype=np.float32),
    )
    ends = spans[cut - 1].end
    return text, parse, [Span(0, ends)] + ([Span(ends + 1, len(text) - 1)] if cut < size else [])


@given(parses())
def test_spans_lie_in_the_text_and_content_is_sorted(given_parse: tuple[str, Parse, list[Span]]) -> None:
    text, parse, blocks = given_parse
    found = attributions(text, parse, quotations(text, blocks), blocks)
    assert [one.attribution.id for one in found] == [f"a{n}" for n in range(1, len(found) + 1)]
    for one in found:
        content = one.attribution.content
        assert content and all(0 <= start < end <= len(text) for start, end in content)
        assert all(a.end <= b.start for a, b in itertools.pairwise(content))
        for span in (one.attribution.source, one.attribution.cue, one.antecedent, one.via):
            assert span is None or 0 <= span.start < span.end <= len(text)


def test_a_report_that_is_one_long_quotation_has_no_speaker() -> None:
    assert told("“" + "We lost the engine and said so. " * 50 + "”") == []


def test_an_empty_text() -> None:
    assert read("") == ()
