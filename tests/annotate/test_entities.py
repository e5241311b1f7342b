"""Who and what a report names: borders, kinds, short forms, offices, namesakes."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.annotate.entities import Entities, entities
from stemma.model import Entity, Role, Span
from stemma.text.engine import Name, NameKind, Parse, Run
from tests.annotate.parsed import report, samples


def found(sample: str) -> Entities:
    return entities(*samples()[sample])


def named(sample: str, name: str) -> Entity:
    return next(entity for entity in found(sample).entities if name in (entity.name, *entity.aliases))


@pytest.mark.parametrize(
    ("sample", "kind", "name", "aliases"),
    [
        ("ministry", "person", "Elsa Brandt", ()),
        ("ministry", "organisation", "Harbour Ministry", ()),
        ("firm", "organisation", "Quillon Holdings Inc.", ("Quillon", "Quillon Holdings")),
        ("firm", "organisation", "Tessera Motors", ("Tessera",)),
        ("treaty", "organisation", "International Fisheries Board", ("IFB",)),
        ("treaty", "agreement", "1987 herring treaty", ("NOHT",)),
        ("treaty", "organisation", "foreign ministry in Vienna", ()),
        ("trip", "person", "Zhao Lin", ("Zhao",)),
    ],
)
def test_a_name_has_its_kind_and_its_short_forms(sample: str, kind: str, name: str, aliases: tuple[str, ...]) -> None:
    entity = named(sample, name)
    assert (entity.kind, entity.name, entity.aliases) == (kind, name, aliases)


@pytest.mark.parametrize(
    ("sample", "name", "roles"),
    [
        ("ministry", "Elsa Brandt", [Role(title="Prime Minister")]),
        ("firm", "Marta Quillon Reyes", [Role(title="chief executive", of="Quillon Holdings")]),
        (
            "firm",
            "Tan Weng",
            [Role(title="former finance minister", of="Malaysia"), Role(title="board member", of="Tessera")],
        ),
        ("family", "Jonas Hartwell", [Role(title="mayor", of="Ostrava")]),
        ("family", "Peter Hartwell", []),
        ("trip", "Karim Dalal", [Role(title="Foreign Minister", of="Jordan")]),
    ],
)
def test_people_hold_the_offices_that_the_report_gives_them(sample: str, name: str, roles: list[Role]) -> None:
    assert list(named(sample, name).roles) == roles


def test_bearers_of_a_surname_stay_apart_and_its_bare_form_goes_to_the_last_one_with_a_doubt() -> None:
    brothers = [e for e in found("family").entities if e.name.endswith("Hartwell")]
    assert [e.name for e in brothers] == ["Jonas Hartwell", "Peter Hartwell", "Anna Hartwell"]
    assert "Hartwell" in brothers[1].aliases
    assert any(why.startswith("doubt: others in the report bear the name") for why in brothers[1].because)


def test_courtesy_titles_part_two_of_one_surname() -> None:
    result = found("couple")
    told = [mention.entity for mention in result.mentions if mention.kind == "person"]
    his, hers = told[0], told[1]
    assert his != hers
    assert told[2:] == [his, hers, hers], "the bare name is that of the one named last"


def test_a_place_says_its_country() -> None:
    assert named("treaty", "Geneva").because == ("country: Switzerland (table of names)",)


@pytest.mark.parametrize("sample", sorted(samples()))
def test_every_mention_is_a_form_of_its_entity(sample: str) -> None:
    text = samples()[sample].report.text
    result = found(sample)
    by_id = {entity.id: entity for entity in result.entities}
    for mention in result.mentions:
        assert mention.entity is not None
        entity = by_id[mention.entity]
        words = " ".join(text[mention.span.start : mention.span.end].split())
        assert words in (entity.name, *entity.aliases)
    spans = [mention.span for mention in result.mentions]
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))


WORDS = st.sampled_from(
    [
        "Kim",
        "Ada",
        "Quill",
        "Board",
        "the",
        "of",
        "(",
        ")",
        ",",
        "’s",
        "IFB",
        "minister",
        "-",
        "U.S.",
        "45",
        "President",
    ]
)


@given(st.lists(WORDS, min_size=1, max_size=60), st.data())
def test_any_words_and_any_tags_give_disjoint_mentions_of_listed_entities(
    words: list[str], data: st.DataObject
) -> None:
    text = " ".join(words)
    result = entities(report(text), wild_parse(words, data), (Span(0, len(text)),))
    ids = {entity.id for entity in result.entities}
    spans = [mention.span for mention in result.mentions]
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    assert {mention.entity for mention in result.mentions} <= ids | {None}
    assert len(ids) == len(result.entities)


def wild_parse(words: list[str], data: st.DataObject) -> Parse:
    """A parse of `words` as one sentence, with whatever tags, each word below the one before it."""
    spans, at = [], 0
    for word in words:
        spans.append(Span(at, at + len(word)))
        at += len(word) + 1
    upos = data.draw(
        st.lists(st.sampled_from(["PROPN", "NOUN", "PUNCT", "VERB"]), min_size=len(words), max_size=len(words))
    )
    relations = data.draw(
        st.lists(st.sampled_from(["flat", "conj", "nsubj", "appos"]), min_size=len(words), max_size=len(words))
    )
    cuts = sorted(data.draw(st.sets(st.integers(0, len(words)), max_size=8)))
    kinds: list[NameKind] = ["PERSON", "ORG", "PLACE"]
    tagged = [Name(a, b, data.draw(st.sampled_from(kinds))) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    return Parse(
        spans=tuple(spans),
        sentences=(Run(0, len(words)),),
        upos=tuple(upos),
        xpos=tuple("NNP" if tag == "PROPN" else "NN" for tag in upos),
        feats=("",) * len(words),
        lemmas=tuple(words),
        heads=tuple(range(-1, len(words) - 1)),
        relations=tuple(relations),
        names=tuple(tagged),
        cues=(),
        sources=(),
        contents=(),
        vectors=np.zeros((1, 0), np.float32),
    )
