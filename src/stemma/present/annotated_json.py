"""Annotated reports as JSON: an entry of the exchange format for each, with the engine's columns beside it.

`docs/reference/annotated.md` explains every field.
"""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from stemma.present import exchange
from stemma.present.layers import Annotated
from stemma.text.engine import Parse

VERSION = "1"


def chunks(readings: Iterable[Annotated]) -> Iterator[bytes]:
    """The document piece by piece, UTF-8, a line for each report; the same readings give the same bytes."""
    yield b'{\n"stemma_annotated": ' + msgspec.json.encode(VERSION) + b',\n"reports": ['
    before = b"\n"
    for reading in readings:
        yield before + msgspec.json.encode(entry(reading))
        before = b",\n"
    yield b"\n]\n}\n"


def entry(reading: Annotated) -> dict[str, Any]:
    """One report: what the exchange format says of it, who read it, and what came out."""
    notes = reading.notes
    return {
        **exchange.report(notes),
        "mentions": notes.mentions,
        "times": notes.times,
        "quantities": notes.quantities,
        "attributions": notes.attributions,
        "events": notes.events,
        "entities": notes.entities,
        "paragraphs": reading.paragraphs,
        "words": reading.words,
        "engine": reading.engine,
        "why_no_engine": reading.why_none or None,
        "other_languages": [{"span": span, "language": language} for span, language in reading.foreign],
        "parse": _parse(reading.parse) if reading.parse else None,
    }


def _parse(parse: Parse) -> dict[str, Any]:
    return {
        "tokens": {
            "start": [span.start for span in parse.spans],
            "end": [span.end for span in parse.spans],
            "lemma": parse.lemmas,
            "upos": parse.upos,
            "xpos": parse.xpos,
            "feats": parse.feats,
            "head": parse.heads,
            "deprel": parse.relations,
        },
        "sentences": parse.sentences,
        "names": [{"tokens": [name.first, name.after], "kind": name.kind} for name in parse.names],
        "cues": parse.cues,
        "sources": parse.sources,
        "contents": parse.contents,
    }
