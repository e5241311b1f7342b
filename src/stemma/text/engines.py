"""Which engine reads which report: an engine by its name, loaded when it is first asked for."""

from functools import cache

from stemma.errors import SettingsError
from stemma.text.engine import Engine

ENGLISH = "english"
"""The name of the engine that comes with Stemma."""

NONE = "none"
"""The name that asks for no engine."""

SPACY = "spacy:"
"""What precedes the name or the path of a spaCy pipeline."""


def engine_for(name: str, language: str) -> Engine | None:
    """The engine called `name` ("english", "spacy:NAME" or "none"), or None where it can't read `language`.

    An engine that reads one language is never run on another, nor on a text whose language nobody knows ("und").
    An engine is made once and kept. Raises SettingsError where there is no such engine, and EngineError where it can't
    be loaded, at the latest when it is to read something.

    >>> engine_for("none", "en") is None
    True
    >>> engine_for("latin", "la")
    Traceback (most recent call last):
    stemma.errors.SettingsError: there is no engine latin: choose english, spacy:NAME (as spacy:en_core_web_sm) or none
    """
    if name == NONE:
        return None
    engine = _loaded(name)
    return engine if engine.language == language else None


@cache
def _loaded(name: str) -> Engine:
    # onnxruntime and spaCy are imported here, once somebody wants them: they cost more than everything else at start.
    if name == ENGLISH:
        from stemma.text.english import English

        return English()
    if name.startswith(SPACY) and name != SPACY:
        from stemma.text.spacy_engine import SpaCy

        return SpaCy.load(name.removeprefix(SPACY))
    choices = f"{ENGLISH}, {SPACY}NAME (as spacy:en_core_web_sm) or {NONE}"
    raise SettingsError(f"there is no engine {name or 'without a name'}: choose {choices}")
