"""Which part of a mention that GUM marks is a proper name."""

from pathlib import Path

import pytest
from training.gum_names import mentions, names

from tests.training.conllu import conllu, read

MENTION = "{}-new-nnnnn-cf1-1-coref"
PERSON, ORG, PLACE, THING = (MENTION.format(kind) for kind in ("person", "organization", "place", "abstract"))

# A sentence, and the names in it: their words and kind.
CASES = {
    "a title is cut off": (
        f"""President NNP 2 compound Entity=(1-{PERSON}
        Mona NNP 0 root
        Sund NNP 2 flat Entity=1)""",
        ["Mona Sund PERSON"],
    ),
    "a common noun before a name is cut off": (
        f"""trawler NN 0 root Entity=(1-{PERSON}
        Hans NNP 1 flat
        Dahl NNP 1 flat Entity=1)""",
        ["Hans Dahl PERSON"],
    ),
    "a connecting word stays inside": (
        f"""the DT 2 det Entity=(1-{ORG}
        League NNP 0 root
        of IN 4 case
        Anglers NNPS 2 nmod Entity=1)""",
        ["League of Anglers ORG"],
    ),
    "a person's home is no part of the name": (
        f"""Mona NNP 0 root Entity=(1-{PERSON}
        of IN 3 case
        Tarn NNP 1 nmod Entity=(2-{PLACE})1)""",
        ["Mona PERSON", "Tarn PLACE"],
    ),
    "conjuncts are one name only where the whole is known": (
        f"""Sund NNP 0 root Entity=(1-{ORG}
        and CC 3 cc
        Dahl NNP 1 conj Entity=1)
        and CC 5 cc
        Tarn NNP 1 conj Entity=(2-{ORG}-Tarn_and_Lund
        and CC 7 cc
        Lund NNP 5 conj Entity=2)""",
        ["Sund ORG", "Tarn and Lund ORG"],
    ),
    "an apposition stands apart": (
        f"""Dahl NNP 0 root Entity=(1-{PERSON}
        , , 4 punct
        Tarn NNP 4 compound Entity=(2-{PLACE})
        mayor NN 1 appos Entity=1)""",
        ["Dahl PERSON", "Tarn PLACE"],
    ),
    "an author is a person, not her article": (
        f"""Sund NNP 0 root Entity=(1-{THING}(2-{PERSON})
        1990 CD 1 nmod:unmarked Entity=1)""",
        ["Sund PERSON"],
    ),
    "a common noun names nobody": (f"skipper NN 0 root Entity=(1-{PERSON})", []),
    "nor does a word of kinship": (f"Mom NNP 0 root Entity=(1-{PERSON})", []),
    "a genitive ends before its mark": (
        f"""Dahl NNP 3 nmod:poss Entity=(1-{PERSON}
        's POS 1 case Entity=1)
        boat NN 0 root""",
        ["Dahl PERSON"],
    ),
}


@pytest.mark.parametrize(("table", "wanted"), CASES.values(), ids=CASES.keys())
def test_names(tmp_path: Path, table: str, wanted: list[str]) -> None:
    (document,) = read(tmp_path, conllu(table))
    (found,) = names(document)
    forms = document.sentences[0].forms
    assert [f"{' '.join(forms[first:after])} {kind}" for first, after, kind in found.spans] == wanted


def test_proper_nouns_outside_of_names_are_uncertain(tmp_path: Path) -> None:
    time = MENTION.format("time")
    table = f"Sund NNP 0 root\nFriday NNP 1 obl Entity=(1-{time})\nPresident NNP 1 dep\nnow RB 1 advmod"
    (document,) = read(tmp_path, conllu(table))
    assert names(document)[0].uncertain == (0,)


@pytest.mark.parametrize(
    "title", ["Tarn", "Tarn_(bank)", "Tarn_(2019_film)", "Sund-Dahl", "Mona_Sund_(Tarn-on-Sea)", "E=mc"]
)
def test_titles_of_articles_may_hold_brackets_and_hyphens(tmp_path: Path, title: str) -> None:
    table = f"The DT 2 det Entity=(7-{ORG}\nTarn NNP 0 root Entity=(8-{PLACE}-{title})7)"
    (document,) = read(tmp_path, conllu(table))
    found = [
        (mention.first, mention.after, mention.kind, mention.identity)
        for mention in mentions(document.sentences[0].tokens)
    ]
    assert found == [(1, 2, "place", title), (0, 2, "organization", "")]
