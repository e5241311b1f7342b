"""Verbs of saying in their clauses: which words are one, who speaks, and whether anything was said at all."""

from collections.abc import Iterator, Sequence

from stemma.annotate.asides import aside
from stemma.annotate.complements import Verb
from stemma.annotate.participles import with_participles
from stemma.annotate.said import Said
from stemma.annotate.sources import is_asked, is_document, passed_on, passes_on, source_of
from stemma.annotate.tree import Tree, covered
from stemma.annotate.unsaid import unhappened
from stemma.annotate.verbs import forms_of
from stemma.lang import speech_en as en
from stemma.text.engine import Run

_ALL = (
    en.QUOTING
    | en.INFINITIVE
    | en.HEARER
    | en.ABOUT
    | en.JUDGED
    | en.NAMING
    | en.OF_DOCUMENTS
    | frozenset(en.PREPOSITIONS)
    | frozenset(en.OBJECT_THEN)
)
_FORMS = forms_of({verb.partition(" ")[0] for verb in _ALL})
_SPEECHLESS = forms_of(en.SPEECHLESS)
_NEGATIONS = frozenset(("not", "n't", "n’t", "never", "nor", "neither"))


def spoken(tree: Tree, quoted: Sequence[int]) -> list[Said]:
    """The verbs of saying outside of quotations, each with the content that its sentence frames, or none yet.

    `quoted[i]` is the number of the quotation that token i lies in, or -1.
    """
    return with_participles(tree, _spoken(tree, quoted))


def _spoken(tree: Tree, quoted: Sequence[int]) -> Iterator[Said]:
    upos = tree.parse.upos
    for i, word in enumerate(tree.words):
        if word in _FORMS and upos[i] == "VERB" and quoted[i] < 0 and not _is_name(tree, i):
            lemma = _with_particle(tree, i, _FORMS[word])
            if lemma in _ALL:
                found = _said(Verb(tree, i, lemma), quoted)
                if found is not None:
                    yield found._replace(unhappened=unhappened(tree, i))


def _is_name(tree: Tree, i: int) -> bool:
    """Whether token i is rather a name: "“…,” Read said"."""
    start, end = tree.parse.spans[i]
    return (
        tree.text[start:end].istitle() and i + 1 < len(tree) and tree.words[i + 1] in ("said", "says", "told", "added")
    )


def _with_particle(tree: Tree, i: int, lemma: str) -> str:
    """The lemma with its particle, where the two make a verb of saying."""
    after = i + 1
    if after < len(tree) and tree.words[after] == "it":
        after += 1
    phrasal = f"{lemma} {tree.words[after]}" if after < len(tree) else lemma
    return phrasal if phrasal in _ALL else lemma


def _said(verb: Verb, quoted: Sequence[int]) -> Said | None:
    """The attribution of one verb of saying; None where it reports nothing."""
    tree = verb.tree
    if _unsaid(verb) or passes_on(tree, verb.at):
        return None
    if (found := _aside(verb, quoted)) is not None:
        return _set_off(verb, *found)
    source, via = passed_on(tree, verb.at) or (source_of(tree, verb.at), None)
    content, why = verb.content()
    if content and verb.lemma in en.OF_DOCUMENTS and verb.lemma not in en.CLAUSE | en.ABOUT:
        document = is_document(tree, source.antecedent or source.run)
        content, why = (content, "document") if document else ((), "")
    quotes = verb.lemma in en.QUOTING
    hidden = verb.passive and source.run is None and why == "object"
    if hidden or not (content or quotes):
        return None
    return Said(
        head=verb.at,
        cue=_cue(verb),
        source=source.run,
        content=content,
        because=(f"verb of saying: {why}",) if why else (),
        negated=verb.lemma in en.DENYING,
        quotes=quotes,
        root=verb.root,
        nobody=source.run is None and _is_left_out(verb),
        antecedent=source.antecedent,
        via=via,
    )


def _is_left_out(verb: Verb) -> bool:
    """Whether the form of the verb is one that may leave out who speaks."""
    return verb.passive or verb.tree.parse.xpos[verb.at] not in en.FINITE or is_asked(verb.tree, verb.at)


def _cue(verb: Verb) -> Run:
    return Run(verb.at, verb.at + 1 + (" " in verb.lemma))


def _unsaid(verb: Verb) -> bool:
    """Whether the verb tells that somebody did not speak."""
    tree, at = verb.tree, verb.at
    if verb.relation == "xcomp" and tree.words[tree.parse.heads[at]] in _SPEECHLESS:
        return True
    return any(tree.words[child] in _NEGATIONS for child in tree.children[at])


def _aside(verb: Verb, quoted: Sequence[int]) -> tuple[Run, Run] | None:
    """The tokens of an aside around the verb, and those of its source."""
    if verb.passive or verb.lemma not in en.BARE | en.OF_DOCUMENTS:
        return None
    found = aside(verb.tree, quoted, verb.at)
    if found is None or _leads_to_marks(verb, quoted, found[0]):
        return None
    target = verb.tree.kid(verb.at, "obj")
    if target is not None and not covered(target, [found[1]]) and verb.lemma not in en.LISTENING:
        return None
    return found if verb.lemma in en.BARE or is_document(verb.tree, found[1]) else None


def _leads_to_marks(verb: Verb, quoted: Sequence[int], own: Run) -> bool:
    """Whether what looks like an aside leads to a quotation, as in "Ashore, she said, “It sank”"."""
    tree = verb.tree
    behind = own.after + (own.after < len(tree) and tree.words[own.after] == ",")
    if behind >= tree.bounds(verb.at).after or quoted[behind] < 0:
        return False
    return quoted[own.first - 1] < 0 and quoted[own.first - 2] < 0


def _set_off(verb: Verb, own: Run, source: Run) -> Said:
    """The sentence around an aside that commas set off."""
    tree = verb.tree
    bounds = tree.bounds(verb.at)
    parts = [Run(bounds.first, own.first)]
    if own.after < bounds.after and not _coordinates(tree, own.after + 1, bounds):
        parts.append(Run(own.after, bounds.after))
    content = tuple(run for run in map(tree.trimmed, parts) if run.first < run.after)
    return Said(
        head=verb.at,
        cue=_cue(verb),
        source=source,
        content=content,
        because=("verb of saying: aside",),
        negated=verb.lemma in en.DENYING,
        quotes=True,
        root=content[0].first,
    )


def _coordinates(tree: Tree, i: int, bounds: Run) -> bool:
    """Whether token i goes on with something else than the clause before an aside."""
    if i >= bounds.after:
        return False
    return tree.parse.upos[i] == "CCONJ" or tree.parse.xpos[i] == "VBG" or tree.words[i] == "who"
