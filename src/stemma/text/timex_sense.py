"""Whether a moment lies behind the report or ahead of it, by the words of its clause."""

from bisect import bisect_left

from stemma.lang import times_en as en
from stemma.text.engine import Parse
from stemma.text.timex_readings import Moment, Sense
from stemma.text.timex_tokens import Tokens

_REACH = 16
_STOPS = frozenset(".!?;:—")


def wants_sense(reading: Moment) -> bool:
    """Whether it matters which way the clause looks: the moment names a day, a month or a season."""
    if not reading.steps:
        return False
    first = reading.steps[0]
    if first.unit == "year" and first.how == "is":
        return len(reading.steps) > 1  # its calendar needs no sense, but `settle` asks whether a stamp can be right
    return first.how in ("is", "this") and first.unit not in ("decade", "century")


def sense(t: Tokens, first: int, after: int, parse: Parse | None = None) -> Sense:
    """Past or future by the verb that governs tokens `[first, after)`; "" where nothing tells.

    With a parse it is the nearest verb above; else the nearest cue before it in the clause, or after it where it
    opens the sentence.
    """
    if parse is not None and (found := _by_parse(t, first, parse)):
        return found
    return _behind(t, first) or _onwards(t, after)


def _behind(t: Tokens, first: int) -> Sense:
    """The nearest cue before the expression."""
    for i in range(first - 1, max(-1, first - 1 - _REACH), -1):
        word = t.low[i]
        if word in _STOPS and not (word == "." and t.joined(i)):
            break
        if found := _cue(t, i):
            return found
        if i == first - 1 and word in en.AHEAD:
            return "future"
    return ""


def _onwards(t: Tokens, after: int) -> Sense:
    """The first cue after it."""
    for i in range(after, min(t.count, after + _REACH)):
        word = t.low[i]
        if word in _STOPS and not (word == "." and t.joined(i)):
            break
        if found := _cue(t, i):
            return found
    return ""


def _cue(t: Tokens, i: int) -> Sense:
    word = t.low[i]
    if t.before(i) in ("was", "were", "been") and (word in en.FUTURE_CUES or word in en.READY):
        return ""  # a plan of the past tells nothing: "was scheduled to leave on Sunday"
    if word == "to" and t.before(i) in en.READY and t.before(i - 1) in ("was", "were", "been"):
        return ""
    if word in en.FUTURE_CUES or (word == "to" and t.before(i) in en.READY):
        return "future"
    if word == "won" and t.low[i + 1] == "’":
        return "future"
    if word in ("is", "are") and t.low[i + 1] == "to":
        return "future"
    if word == "be":
        return "future" if t.before(i) == "to" and t.before(i - 1) in ("is", "are", "was", "were") else ""
    if t.before(i) == "be":
        return ""
    if word in en.PAST_CUES:
        return "past"
    regular = len(word) > 4 and word.endswith("ed") and word not in en.NO_PAST
    return "past" if regular else ""


def _by_parse(t: Tokens, first: int, parse: Parse) -> Sense:
    """The tense of the nearest verb above the expression; a plan in the past tense is still ahead."""
    at = bisect_left(parse.spans, (t.start[first],))
    seen = 0
    while 0 <= at < len(parse) and seen < _REACH:
        if parse.upos[at] in ("VERB", "AUX"):
            return _tense(at, parse)
        at, seen = parse.heads[at], seen + 1
    return ""


def _tense(verb: int, parse: Parse) -> Sense:
    word = parse.lemmas[verb].lower()
    helpers = [
        parse.lemmas[i].lower()
        for i in range(max(0, verb - 6), verb)
        if parse.heads[i] == verb and parse.upos[i] in ("AUX", "PART")
    ]
    if any(h in ("will", "shall", "’ll", "'ll") for h in helpers) or word in ("schedule", "plan", "expect"):
        return "future"
    if "to" in helpers:
        return "future" if _plans(parse.heads[verb], parse) else ""
    if parse.xpos[verb] in ("VBD", "VBN"):
        return "past"
    return "past" if "have" in helpers else ""


def _plans(verb: int, parse: Parse) -> bool:
    return verb >= 0 and parse.lemmas[verb].lower() in (
        "plan",
        "expect",
        "schedule",
        "set",
        "intend",
        "hope",
        "aim",
        "due",
        "slate",
        "go",
        "want",
    )
