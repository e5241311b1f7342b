"""Verbs of saying and what they frame: clauses, infinitives, objects, prepositions, and clauses that they interrupt."""

from collections.abc import Iterator, Sequence

from stemma.annotate.said import Said
from stemma.annotate.sources import is_document, source_of
from stemma.annotate.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree, without
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
_NEGATIONS = frozenset(("not", "n't", "n’t", "never", "nor", "neither"))
_EMPTY_OBJECTS = frozenset(
    (
        "so",
        "it",
        "this",
        "that",
        "nothing",
        "anything",
        "something",
        "much",
        "more",
        "what",
        "which",
        "him",
        "her",
        "them",
    )
)


def spoken(tree: Tree, quoted: Sequence[int]) -> Iterator[Said]:
    """The verbs of saying outside of quotations, each with the content that its sentence frames, or none yet.

    `quoted[i]` is the number of the quotation that token i lies in, or -1.
    """
    upos = tree.parse.upos
    for i, word in enumerate(tree.words):
        if word in _FORMS and upos[i] == "VERB" and quoted[i] < 0:
            lemma = _with_particle(tree, i, _FORMS[word])
            if lemma in _ALL:
                yield from _Verb(tree, i, lemma).said()


def _with_particle(tree: Tree, i: int, lemma: str) -> str:
    """The lemma with its particle, where the two make a verb of saying."""
    for child in tree.children[i]:
        if tree.parse.relations[child] in ("compound:prt", "advmod") and child == i + 1:
            phrasal = f"{lemma} {tree.words[child]}"
            if phrasal in _ALL:
                return phrasal
    return lemma


class _Verb:
    """One verb of saying in its clause."""

    def __init__(self, tree: Tree, at: int, lemma: str) -> None:
        self.tree = tree
        self.at = at
        self.lemma = lemma
        self.relation = tree.parse.relations[at]
        self.subject = tree.kid(at, *PASSIVE_SUBJECTS)
        self.passive = self.subject is not None or self._reduced()

    def said(self) -> Iterator[Said]:
        if self._unsaid():
            return
        source = source_of(self.tree, self.at)
        content, why = self._content()
        if content and self.lemma in en.OF_DOCUMENTS and self.lemma not in en.CLAUSE | en.ABOUT:
            document = is_document(self.tree, source.antecedent or source.run)
            content, why = (content, "document") if document else ((), "")
        quotes = self.lemma in en.QUOTING
        if not content and not quotes:
            return
        if self.passive and source.run is None and why == "object":
            return
        yield Said(
            head=self.at,
            cue=Run(self.at, self.at + 1 + (" " in self.lemma)),
            source=source.run,
            content=content,
            because=(f"verb of saying: {why}",) if why else (),
            negated=self.lemma in en.DENYING,
            quotes=quotes,
            antecedent=source.antecedent,
        )

    def _unsaid(self) -> bool:
        """Whether the verb tells that somebody did not speak."""
        tree, at = self.tree, self.at
        head = tree.parse.heads[at]
        if self.relation == "xcomp" and tree.parse.lemmas[head] in en.SPEECHLESS:
            return True
        return any(tree.words[child] in _NEGATIONS for child in tree.children[at])

    def _reduced(self) -> bool:
        """Whether the verb is a passive participle behind its noun: "the claims made by"."""
        return self.relation == "acl" and self.tree.parse.xpos[self.at] == "VBN"

    # --- what is said ---------------------------------------------------------------------------

    def _content(self) -> tuple[tuple[Run, ...], str]:
        """The content that the clause frames, and by which frame."""
        for frame in (
            self._clause,
            self._interrupted,
            self._naming,
            self._infinitive,
            self._object,
            self._prepositional,
        ):
            if runs := frame():
                return tuple(runs), frame.__name__[1:]
        return (), ""

    def _clause(self) -> list[Run]:
        if self.lemma not in en.CLAUSE and self.lemma not in en.OF_DOCUMENTS and self.lemma not in en.HEARER:
            if self.lemma not in en.QUOTING:
                return []
        complements = list(self.tree.kids(self.at, "ccomp"))
        if not complements and (colon := self._behind_colon()) is not None:
            complements = [colon]
        if not complements:
            return []
        own = [self.tree.reach(k) for k in self.tree.children[self.at] if k not in complements]
        return self._outside([self.tree.reach(k) for k in complements], own)

    def _behind_colon(self) -> int | None:
        """A clause that follows the verb side by side: "he said: it sank"."""
        for child in self.tree.kids(self.at, "parataxis"):
            if child > self.at and self.lemma in en.CLAUSE:
                return child
        return None

    def _outside(self, runs: list[Run], own: list[Run]) -> list[Run]:
        """`runs` without the words of the verb's own clause that lie in them."""
        holes = [Run(self.at, self.at + 1), *own]
        return [piece for run in runs for piece in map(self.tree.trimmed, without(run, holes)) if piece[0] < piece[1]]

    def _interrupted(self) -> list[Run]:
        """The clause that the verb stands in or behind: "it has, he said, sunk", "it sank, as he put it"."""
        if self.lemma not in en.QUOTING or (self.tree.kid(self.at, "obj", "obl:agent") and self.lemma != "tell"):
            return []
        tree, head = self.tree, self.tree.parse.heads[self.at]
        as_said = self.relation.startswith("advcl") and tree.marked(self.at, "as")
        aside = self.relation in ("parataxis", "dep", "discourse") and self._sets_off()
        if head < 0 or not (as_said or aside):
            return []
        return self._outside([tree.reach(head)], [tree.reach(self.at)])

    def _sets_off(self) -> bool:
        """Whether the verb has a subject beside it, so that its clause may interrupt another one."""
        return self.tree.kid(self.at, *SUBJECTS) is not None

    def _infinitive(self) -> list[Run]:
        tree = self.tree
        for child in tree.kids(self.at, "xcomp", "advcl"):
            if (
                child > self.at
                and tree.parse.xpos[child] == "VB"
                and any(tree.words[k] == "to" for k in tree.kids(child, "mark"))
            ):
                if self.lemma in en.INFINITIVE and (tree.parse.relations[child] == "xcomp"):
                    return self._outside([tree.reach(child)], [])
                if self.passive and self.lemma in en.CLAUSE and self.subject is not None:
                    return self._outside([tree.reach(self.subject), tree.reach(child)], [])
        return []

    def _naming(self) -> list[Run]:
        tree = self.tree
        if self.lemma not in en.NAMING:
            return []
        behind = [k for k in tree.kids(self.at, "obj", "xcomp", "iobj", "obl:unmarked", "ccomp") if k > self.at]
        if tree.kid(self.at, "xcomp", "ccomp") is None and len(behind) < 2 and self.lemma not in en.ABOUT:
            return []
        runs = [tree.reach(k) for k in behind]
        if self.subject is not None:
            runs.insert(0, tree.reach(self.subject))
        return self._outside(runs, []) if behind else []

    def _object(self) -> list[Run]:
        tree = self.tree
        target = self.subject if self.passive else tree.kid(self.at, "obj")
        if self._reduced():
            target = None
        if target is None or (
            self.lemma not in en.ABOUT and self.lemma not in en.OBJECT_THEN and self.lemma not in en.OF_DOCUMENTS
        ):
            return []
        carried = self._carried()
        if not carried and (
            (self.lemma not in en.ABOUT and self.lemma not in en.OF_DOCUMENTS) or tree.words[target] in _EMPTY_OBJECTS
        ):
            return []
        return self._outside([tree.reach(target), *carried], [])

    def _carried(self) -> list[Run]:
        """What is said of the object: "of fraud", "as a mistake", "for leaving"."""
        taken = en.OBJECT_THEN.get(self.lemma, frozenset())
        return [
            self._under(k, taken)
            for k in self.tree.kids(self.at, "obl", "advcl", "xcomp")
            if k > self.at and self.tree.marked(k, *taken)
        ]

    def _prepositional(self) -> list[Run]:
        taken = en.PREPOSITIONS.get(self.lemma)
        if not taken:
            return []
        found = [
            k
            for k in self.tree.kids(self.at, "obl", "advcl", "obl:arg", "ccomp")
            if k > self.at and self.tree.marked(k, *taken)
        ]
        return self._outside([self._under(k, taken) for k in found[:1]], [])

    def _under(self, k: int, prepositions: frozenset[str]) -> Run:
        """The phrase of token k behind its preposition."""
        first, after = self.tree.reach(k)
        for child in self.tree.kids(k, "case", "mark"):
            if self.tree.words[child] in prepositions and child < k:
                first = max(first, child + 1)
                break
        return Run(first, after)
