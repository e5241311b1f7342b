"""The training data: which documents, and how the corpora that differ from GUM are brought to its conventions.

What is kept apart: GUM's news and interviews of dev and test (the NI set) and EWT's test set are never read here; GUM's
other dev documents are what the recipe is chosen on.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from training import gum_names, gum_speech, treebanks
from training.lemmas import script
from training.network import Labels
from training.treebanks import NamedSentence, NamedSpan, Token
from training.windows import Sentence

KINDS = ("PERSON", "ORG", "PLACE")
TARGET_GENRES = ("news", "interview")
_RARE = 3
# Relations of older releases under the names that GUM has now.
_RENAMED = {
    "obl:tmod": "obl:unmarked",
    "obl:npmod": "obl:unmarked",
    "nmod:tmod": "nmod:unmarked",
    "nmod:npmod": "nmod:unmarked",
    "flat:foreign": "flat",
}


def training_documents(corpora: Path) -> list[list[Sentence]]:
    """All that is trained on, in a fixed order."""
    gum = treebanks.gum(corpora / "gum", "train")
    gum += [d for d in treebanks.gum(corpora / "gum", "test") if d.genre not in TARGET_GENRES]
    documents = [_from_gum(document) for document in gum]
    for trees, names in (("ewt/en_ewt-dev.conllu", "ewt/uner-dev.iob2"), ("pud/en_pud.conllu", "pud/uner-pud.iob2")):
        documents += _from_ud(treebanks.documents(corpora / trees), treebanks.uner(corpora / names))
    return documents + _from_wikigold(treebanks.wikigold(corpora / "wikigold/wikigold.conll.txt"))


def settling(documents: Sequence[list[Sentence]]) -> Iterator[tuple[list[Sentence], int]]:
    """What is read once more at the end, and how often in each epoch: GUM, its news and interviews twice."""
    for document in documents:
        if document and document[0].genre:
            yield document, 2 if document[0].genre in TARGET_GENRES else 1


def labels_of(documents: Sequence[Sequence[Sentence]]) -> Labels:
    """The labels of GUM's columns; lemma scripts and features that are seen three times at least."""
    sentences = [s for d in documents for s in d if s.speech is not None]
    scripts = Counter(
        script(*pair) for d in documents for s in d if s.lemmas for pair in zip(s.words, s.lemmas, strict=True)
    )
    feats = Counter(f for s in sentences for f in s.feats or [])
    return Labels(
        upos=_values(s.upos for s in sentences),
        xpos=_values(s.xpos for s in sentences),
        feats=[f for f, n in sorted(feats.items(), key=lambda item: (-item[1], item[0])) if n >= _RARE],
        lemma=[s for s, n in sorted(scripts.items(), key=lambda item: (-item[1], item[0])) if n >= _RARE],
        relations=_values(s.relations for s in sentences),
    )


def _values(columns: Iterable[list[str] | None]) -> list[str]:
    return sorted({value for column in columns for value in column or []})


def _from_gum(document: treebanks.Document) -> list[Sentence]:
    found = []
    for sentence, names, speech in zip(
        document.sentences, gum_names.names(document), gum_speech.speech(document), strict=True
    ):
        tags: list[str | None] = list(_bio(names.spans, len(sentence.tokens)))
        for place in names.uncertain:
            tags[place] = None
        marks = list(zip(speech.source, speech.cue, speech.content, strict=True))
        found.append(replace(_sentence(sentence.tokens, sentence.opens, tags, marks), genre=document.genre))
    return found


def _from_ud(documents: Sequence[treebanks.Document], named: Sequence[NamedSentence]) -> list[list[Sentence]]:
    """Trees with the names of the same sentences, where both spell them alike."""
    names = {sentence.forms: sentence.names for sentence in named}
    found = []
    for document in documents:
        sentences = []
        for sentence in document.sentences:
            tokens = _like_gum(sentence.tokens)
            spans = names.get(sentence.forms)
            tags: list[str | None] = [None] * len(tokens)
            if spans is not None:
                tags = list(_bio(spans, len(tokens)))
            sentences.append(_sentence(tokens, sentence.opens, tags, None))
        found.append(sentences)
    return found


def _from_wikigold(sentences: Sequence[NamedSentence]) -> list[list[Sentence]]:
    documents: list[list[Sentence]] = []
    for sentence in sentences:
        if sentence.opens or not documents:
            documents.append([])
        tags: list[str | None] = list(_bio(sentence.names, len(sentence.forms)))
        documents[-1].append(
            Sentence(list(sentence.forms), list(sentence.spaced), names=tags, opens=sentence.opens, ends_known=False)
        )
    return documents


def _sentence(
    tokens: Sequence[Token], opens: bool, names: list[str | None], speech: list[tuple[int, int, int]] | None
) -> Sentence:
    return Sentence(
        words=[t.form for t in tokens],
        spaces=[t.spaced for t in tokens],
        names=names,
        upos=[t.upos for t in tokens],
        xpos=[t.xpos for t in tokens],
        feats=[t.feats for t in tokens],
        lemmas=[t.lemma for t in tokens],
        heads=[t.head for t in tokens],
        relations=[t.relation for t in tokens],
        speech=speech,
        opens=opens,
    )


def _bio(spans: Iterable[NamedSpan], count: int) -> list[str]:
    tags = ["O"] * count
    for span in spans:
        if span.kind in KINDS:
            tags[span.first] = f"B-{span.kind}"
            tags[span.first + 1 : span.after] = [f"I-{span.kind}"] * (span.after - span.first - 1)
    return tags


def _like_gum(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tree as GUM would draw it: titles describe the name behind them, and relations have their new names."""
    changed = [replace(t, relation=_RENAMED.get(t.relation, t.relation)) for t in tokens]
    for place, token in enumerate(tokens):
        flat = [i for i, t in enumerate(tokens) if t.head == place and t.relation == "flat"]
        if flat and token.form.lower() in gum_names.TITLES and flat[0] == place + 1:
            _turn(changed, place, flat[0])
    for place, token in enumerate(changed):
        if token.relation == "obl" and _is_agent(changed, place):
            changed[place] = replace(token, relation="obl:agent")
    return tuple(changed)


def _turn(tokens: list[Token], title: int, name: int) -> None:
    """Hang a title on the name behind it, which takes its place in the tree."""
    of_title = tokens[title]
    for place, token in enumerate(tokens):
        if place == name:
            tokens[place] = replace(token, head=of_title.head, relation=of_title.relation)
        elif token.head == title:
            tokens[place] = replace(token, head=name)
    tokens[title] = replace(of_title, head=name, relation="nmod:desc")


def _is_agent(tokens: Sequence[Token], place: int) -> bool:
    by = any(t.head == place and t.relation == "case" and t.form.lower() == "by" for t in tokens)
    head = tokens[place].head
    return by and any(t.head == head and t.relation in ("aux:pass", "nsubj:pass", "csubj:pass") for t in tokens)
