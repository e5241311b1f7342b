"""ClearNLP's trees, turned into Universal Dependencies."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.text.clear_style import RENAMED, is_clear_style, to_universal

# Each word: word, part of speech, head (from 1, 0 for the root) and relation in ClearNLP's style, then in UD.
SENTENCES = {
    "names of relations": """
        The      DET   2  det        2  det
        ferry    NOUN  4  nsubjpass  4  nsubj:pass
        was      AUX   4  auxpass    4  aux:pass
        sold     VERB  0  ROOT       0  root
        off      ADP   4  prt        4  compound:prt
        yesterday NOUN 4  npadvmod   4  obl:unmarked""",
    "a preposition under a verb, another under a noun": """
        It       PRON  2  nsubj      2  nsubj
        ran      VERB  0  ROOT       0  root
        onto     ADP   2  prep       4  case
        rocks    NOUN  3  pobj       2  obl
        near     ADP   4  prep       6  case
        Skagen   PROPN 5  pobj       4  nmod""",
    "two prepositions are one": """
        Smoke    NOUN  2  nsubj      2  nsubj
        came     VERB  0  ROOT       0  root
        out      ADP   2  prep       6  case
        of       ADP   3  prep       6  case
        the      DET   6  det        6  det
        hold     NOUN  4  pobj       2  obl""",
    "who did it, and a clause behind a preposition": """
        Raised   VERB  0  ROOT       0  root
        by       ADP   1  agent      3  case
        divers   NOUN  2  pobj       1  obl:agent
        before   ADP   1  prep       5  mark
        sinking  VERB  4  pcomp      1  advcl""",
    "what somebody is": """
        Anna     PROPN 3  nsubj      5  nsubj
        now      ADV   3  advmod     5  advmod
        is       AUX   0  ROOT       5  cop
        a        DET   5  det        5  det
        minister NOUN  3  attr       0  root
        .        PUNCT 3  punct      5  punct""",
    "said that somebody is of that opinion": """
        He       PRON  2  nsubj      2  nsubj
        said     VERB  0  ROOT       0  root
        that     SCONJ 5  mark       6  mark
        they     PRON  5  nsubj      6  nsubj
        were     AUX   2  ccomp      6  cop
        wrong    ADJ   5  acomp      2  ccomp""",
    "becoming is no copula": """
        She      PRON  2  nsubj      2  nsubj
        became   VERB  0  ROOT       0  root
        mayor    NOUN  2  attr       2  xcomp""",
    "three conjuncts": """
        Boats    NOUN  7  nsubj      7  nsubj
        ,        PUNCT 1  punct      1  punct
        nets     NOUN  1  conj       1  conj
        ,        PUNCT 3  punct      3  punct
        and      CCONJ 3  cc         6  cc
        crates   NOUN  3  conj       1  conj
        burned   VERB  0  ROOT       0  root""",
    "a preposition alone": """
        They     PRON  2  nsubj      2  nsubj
        walked   VERB  0  ROOT       0  root
        past     ADP   2  prep       2  advmod""",
}


@pytest.mark.parametrize("rows", SENTENCES.values(), ids=SENTENCES.keys())
def test_trees_are_turned(rows: str) -> None:
    words = [row.split() for row in rows.strip().split("\n")]
    tree = to_universal([int(row[2]) - 1 for row in words], [row[3] for row in words], [row[1] for row in words])
    assert tree.heads == [int(row[4]) - 1 for row in words]
    assert tree.relations == [row[5] for row in words]


@given(st.data(), st.integers(min_value=1, max_value=12))
def test_a_tree_stays_a_tree(data: st.DataObject, size: int) -> None:
    root = data.draw(st.integers(min_value=0, max_value=size - 1))
    order = [root, *data.draw(st.permutations([token for token in range(size) if token != root]))]
    heads = [-1] * size
    for at, token in enumerate(order[1:], start=1):
        heads[token] = order[data.draw(st.integers(min_value=0, max_value=at - 1))]
    labels = st.sampled_from([*sorted(RENAMED), "nsubj", "conj", "cc", "punct"])
    relations = ["ROOT" if head < 0 else data.draw(labels) for head in heads]
    upos = data.draw(st.lists(st.sampled_from(["AUX", "VERB", "NOUN", "ADP"]), min_size=size, max_size=size))
    tree = to_universal(heads, relations, upos)
    assert [tree.heads.count(-1), len(tree.heads), len(tree.relations)] == [1, size, size]
    assert tree.relations[tree.heads.index(-1)] == "root"
    for token in range(size):
        seen = set()
        while token >= 0:
            assert token not in seen
            seen.add(token)
            token = tree.heads[token]


def test_the_style_is_known_by_its_labels() -> None:
    assert is_clear_style(["ROOT", "dobj", "nsubj"])
    assert not is_clear_style(["root", "obj", "nsubj", "case"])
