"""Verbs of saying and what they frame: clauses, infinitives, objects, prepositions, and clauses that they interrupt."""

from collections.abc import Iterator, Sequence

from stemma.annotate.asides import aside
from stemma.annotate.participles import with_participles
from stemma.annotate.said import Said
from stemma.annotate.sources import is_document, source_of
from stemma.annotate.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree, covered, without
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
                yield from _Verb(tree, quoted, i, lemma).said()


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


class _Verb:
    """One verb of saying in its clause."""

    def __init__(self, tree: Tree, quoted: Sequence[int], at: int, lemma: str) -> None:
        self.tree = tree
        self.quoted = quoted
        self.at = at
        self.lemma = lemma
        self.relation = tree.parse.relations[at]
        self.root = -1
        self.subject = tree.kid(at, *PASSIVE_SUBJECTS)
        self.passive = self.subject is not None or self._reduced()

    def said(self) -> Iterator[Said]:
        if self._unsaid():
            return
        if (set_off := self._aside()) is not None:
            yield self._set_off(*set_off)
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
            root=self.root,
            nobody=source.run is None and (self.passive or self.tree.parse.xpos[self.at] not in en.FINITE),
            antecedent=source.antecedent,
        )

    def _aside(self) -> tuple[Run, Run] | None:
        """The tokens of an aside around the verb, and those of its source."""
        if self.passive or self.lemma not in en.QUOTING | en.OF_DOCUMENTS:
            return None
        found = aside(self.tree, self.quoted, self.at)
        if found is None or self._leads_to_marks(*found):
            return None
        target = self.tree.kid(self.at, "obj")
        if target is not None and not covered(target, [found[1]]) and self.lemma not in en.LISTENING:
            return None
        return found if self.lemma in en.QUOTING or is_document(self.tree, found[1]) else None

    def _leads_to_marks(self, own: Run, source: Run) -> bool:
        """Whether what looks like an aside leads to a quotation, as in "Ashore, she said, “It sank”"."""
        behind = own.after + (own.after < len(self.tree) and self.tree.words[own.after] == ",")
        if behind >= self.tree.bounds(self.at).after or self.quoted[behind] < 0:
            return False
        return self.quoted[own.first - 1] < 0 and self.quoted[own.first - 2] < 0

    def _set_off(self, own: Run, source: Run) -> Said:
        """The sentence around an aside that commas set off."""
        bounds = self.tree.bounds(self.at)
        parts = [Run(bounds.first, own.first)]
        if own.after < bounds.after and not self._coordinates(own.after + 1, bounds):
            parts.append(Run(own.after, bounds.after))
        content = [run for run in map(self.tree.trimmed, parts) if run.first < run.after]
        return Said(
            head=self.at,
            cue=Run(self.at, self.at + 1 + (" " in self.lemma)),
            source=source,
            content=tuple(content),
            because=("verb of saying: aside",),
            negated=self.lemma in en.DENYING,
            quotes=True,
            root=content[0].first,
        )

    def _coordinates(self, i: int, bounds: Run) -> bool:
        """Whether token i goes on with something else than the clause before an aside."""
        return i < bounds.after and (
            self.tree.parse.upos[i] == "CCONJ" or self.tree.parse.xpos[i] == "VBG" or self.tree.words[i] == "who"
        )

    def _unsaid(self) -> bool:
        """Whether the verb tells that somebody did not speak."""
        tree, at = self.tree, self.at
        head = tree.parse.heads[at]
        if self.relation == "xcomp" and tree.words[head] in _SPEECHLESS:
            return True
        return any(tree.words[child] in _NEGATIONS for child in tree.children[at])

    def _reduced(self) -> bool:
        """Whether the verb is a passive participle behind its noun: "the claims made by"."""
        if self.tree.parse.xpos[self.at] != "VBN" or self.relation not in ("acl", "advcl", "parataxis", "dep"):
            return False
        return self.tree.kid(self.at, "aux", *SUBJECTS) is None

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
        if self.lemma not in en.OF_DOCUMENTS | en.HEARER | en.QUOTING:
            return []
        tree = self.tree
        complements = (
            list(self.tree.kids(self.at, "ccomp")) or self._behind_particle() or self._asked() or self._behind_place()
        )
        if not complements and self.lemma == "make clear":
            second = self.at + 1 + (self.tree.words[self.at + 1] == "it")
            return self._outside([Run(second + 1, self.tree.bounds(self.at).after)], [])
        if not complements and (colon := self._behind_colon()) is not None:
            complements = [colon]
        if not complements:
            return []
        self.root = complements[0]
        first = min(tree.first[k] for k in complements)
        own, runs = [], [tree.reach(k) for k in complements]
        for k in tree.children[self.at]:
            if k in complements:
                continue
            if first > self.at and k > first:
                (runs if self._trails(k) else own).append(tree.reach(k))
            else:
                own.append(Run(tree.first[k], min(tree.after[k], first) if k < first else tree.after[k]))
        return self._outside(runs, own)

    def _trails(self, k: int) -> bool:
        """Whether what follows the clause of the content, and hangs on the verb, is likelier a part of that clause."""
        relation = self.tree.parse.relations[k]
        if relation == "conj":
            return self._goes_on(k)
        if relation == "advcl":
            return self.tree.kid(k, "mark") is not None and not self.tree.marked(k, "as", "while")
        return relation in ("advcl:relcl", "obl", "obl:unmarked", "advmod", "nmod") and not self.tree.marked(
            k, "according"
        )

    def _behind_particle(self) -> list[int]:
        """A clause that hangs on the second word of a phrasal verb: "made clear that it sank"."""
        if " " not in self.lemma:
            return []
        second = next(k for k in (self.at + 1, self.at + 2) if self.tree.words[k] == self.lemma.split()[1])
        return list(self.tree.kids(second, "ccomp", "csubj"))

    def _goes_on(self, k: int) -> bool:
        """Whether a second predicate goes on with what is said: "said she was undecided and was afraid"."""
        tree = self.tree
        first = next((i for i in range(*tree.reach(k)) if tree.parse.relations[i] not in ("cc", "punct")), k)
        return tree.kid(k, *SUBJECTS, *PASSIVE_SUBJECTS) is None and tree.parse.upos[first] == "AUX"

    def _asked(self) -> list[int]:
        """A question that the verb reports: "asked where it sank"."""
        tree = self.tree
        for child in tree.kids(self.at, "advcl", "advcl:relcl", "obj", "advmod", "xcomp"):
            first, after = tree.reach(child)
            if child > self.at and tree.words[first] in en.QUESTIONS and self.lemma in en.CLAUSE and after - first > 1:
                return [child]
        return []

    def _behind_place(self) -> list[int]:
        """A clause with "that" which hangs on the place where it was said: "said in a letter that it sank"."""
        tree = self.tree
        for place in tree.kids(self.at, "obl", "obl:unmarked", "obj"):
            for clause in tree.kids(place, "acl:relcl", "acl", "ccomp"):
                first = tree.words[tree.first[clause]]
                if place > self.at and first == "that" and tree.kid(clause, *SUBJECTS, *PASSIVE_SUBJECTS) is not None:
                    subject = tree.kid(clause, *SUBJECTS, *PASSIVE_SUBJECTS)
                    if subject is not None and tree.words[subject] != "that":
                        return [clause]
        return []

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
        self.root = head
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
        taken = en.OBJECT_THEN.get(self.lemma, frozenset())
        if self.lemma not in en.ABOUT and self.lemma not in en.OF_DOCUMENTS and not taken:
            return []
        target = self._target()
        if target is None:
            return []
        noun = tree.reach(target)
        if self._reduced() and self.relation == "acl":
            return self._outside(without(noun, [tree.reach(self.at)]), [])
        carried = self._carried(taken)
        inside = any(tree.marked(k, *taken) for k in tree.kids(target, "nmod", "acl", "advcl"))
        if not carried and not inside:
            if self.lemma not in en.ABOUT and self.lemma not in en.OF_DOCUMENTS:
                return []
            if tree.words[target] in _EMPTY_OBJECTS:
                return []
        return self._outside([noun, *carried, *self._beside(noun)], [])

    def _target(self) -> int | None:
        """The word that stands for what is said or judged."""
        if self._reduced() and self.relation == "acl":
            return self.tree.parse.heads[self.at] if self.tree.kid(self.at, "obl:agent") is not None else None
        return self.subject if self.passive else self.tree.kid(self.at, "obj")

    def _beside(self, noun: Run) -> list[Run]:
        """Phrases that follow the object and hang on the verb, though they go on with the object: "against", "for"."""
        tree, runs, after = self.tree, [], noun.after
        for k in tree.kids(self.at, "obl", "advcl"):
            if k > self.at and tree.first[k] == after and tree.marked(k, *en.OF_OBJECTS):
                runs.append(tree.reach(k))
                after = tree.after[k]
        return runs

    def _carried(self, taken: frozenset[str]) -> list[Run]:
        """What is said of the object: "of fraud", "as a mistake", "for leaving"."""
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
