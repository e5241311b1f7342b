"""English: the words by which clauses hang together, and those that say nothing by themselves."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


BINDING = _set("to if unless whether lest so that than like in of by for with without")
"""Words that tie a clause to the one above it: without that one it states nothing."""

NEGATIONS = _set("not n't n’t never no neither nor none nobody nothing")
"""Words that deny the predicate, or the subject or object, that they stand with."""

EMPTY = _set("""
    be have do get go make take come will would can could may might must shall should also just only even still then
    there here now very more most so too well how when where why as not n't never no neither nor mr mrs ms dr it this
    that which who what such other own same one
    """)
"""Lemmas that carry too little meaning to compare clauses by."""

NUMBERS = _set("""
    two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion dozen
    """)
"""Lemmas of numbers."""
