"""An engine of a few rules, so that what presents a parse is tested without a trained one."""

import re
from collections.abc import Sequence

import numpy as np

from stemma.model import Span
from stemma.text.engine import Name, Parse, Run

_WORD = re.compile(r"\w+(?:[.,]\d+)*|[^\w\s]")
_STOP = re.compile(r"(?<=[.!?])[”\"]?\s+(?=[A-Z“\"])")
_PLACES = ("Port Ansel", "Tarn Holm")
_SAYING = {"said", "told"}


class SmallEngine:
    """Words and marks; the first verb that says something is the root, every other word hangs on its neighbour."""

    identity = "small/1"

    def __init__(self, language: str = "en") -> None:
        self.language = language

    def parse(self, text: str, paragraphs: Sequence[Span]) -> Parse:
        spans: list[Span] = []
        runs: list[Run] = []
        for paragraph in paragraphs:
            cuts = [m.end() for m in _STOP.finditer(text, *paragraph)]
            for start, end in zip([paragraph.start, *cuts], [*cuts, paragraph.end], strict=True):
                first = len(spans)
                spans += [Span(*m.span()) for m in _WORD.finditer(text, start, end)]
                if len(spans) > first:
                    runs.append(Run(first, len(spans)))
        forms = [text[s:e] for s, e in spans]
        upos = tuple(_upos(form) for form in forms)
        heads, relations = [-1] * len(forms), ["root"] * len(forms)
        cues: list[Run] = []
        sources: list[Run] = []
        for run in runs:
            root = next((i for i in range(*run) if forms[i] in _SAYING), run.first)
            for i in range(*run):
                if i != root:
                    heads[i] = root if i % 2 else i + 1 if i < root else i - 1
                    relations[i] = "punct" if upos[i] == "PUNCT" else "nsubj" if i + 1 == root else "dep"
            if forms[root] in _SAYING:
                cues.append(Run(root, root + 1))
                if root > run.first:
                    sources.append(Run(root - 1, root))
        return Parse(
            spans=tuple(spans),
            sentences=tuple(runs),
            upos=upos,
            xpos=tuple("NNP" if tag == "PROPN" else "." if tag == "PUNCT" else "NN" for tag in upos),
            feats=tuple("Number=Sing" if tag == "PROPN" else "" for tag in upos),
            lemmas=tuple(form if tag == "PROPN" else form.lower() for form, tag in zip(forms, upos, strict=True)),
            heads=tuple(heads),
            relations=tuple(relations),
            names=tuple(_names(forms, upos, runs)),
            cues=tuple(cues),
            sources=tuple(sources),
            contents=(),
            vectors=np.zeros((len(runs), 0), np.float32),
        )


def _upos(form: str) -> str:
    if form in _SAYING:
        return "VERB"
    if not form[0].isalnum():
        return "PUNCT"
    return "NUM" if form[0].isdigit() else "PROPN" if form[0].isupper() else "NOUN"


def _names(forms: Sequence[str], upos: Sequence[str], runs: Sequence[Run]) -> list[Name]:
    names = []
    for run in runs:
        at = run.first
        while at < run.after:
            after = at
            while after < run.after and upos[after] == "PROPN":
                after += 1
            if after - at > 1:
                names.append(Name(at, after, "PLACE" if " ".join(forms[at:after]) in _PLACES else "PERSON"))
            at = max(after, at + 1)
    return names
