"""What a verb of saying frames: a clause, an infinitive, an object, a phrase, or the clause around it."""

from stemma.annotate.tree import NOMINAL, PASSIVE_SUBJECTS, SUBJECTS, Tree, cut, without
from stemma.lang import speech_en as en
from stemma.lang.calendar import MONTHS, WEEKDAYS
from stemma.text.engine import Run

_PASSIVE_PARTICIPLES = frozenset(("acl", "advcl", "parataxis", "dep"))
_MOST = 4
"""Clauses of one verb; more are an error of the parse."""
_EMPTY = frozenset("so it this that nothing anything something much more what which him her them".split())  # noqa: SIM905
"""Objects that say nothing without the sentence before."""

_DAYS = frozenset(WEEKDAYS) | frozenset(MONTHS)


class Verb:
    """One verb of saying in its clause. `passive` says that its subject is what is said, or who is told.

    `root` is the head of the clause that is content, or -1, once `content` was asked for.
    """

    def __init__(self, tree: Tree, at: int, lemma: str) -> None:
        self.tree = tree
        self.at = at
        self.lemma = lemma
        self.relation = tree.parse.relations[at]
        self.root = -1
        self.subject = tree.kid(at, *PASSIVE_SUBJECTS)
        self.reduced = self._reduced()
        self.passive = self.subject is not None or self.reduced

    def _reduced(self) -> bool:
        """Whether the verb is a passive participle without an auxiliary: "the claims made by", "when asked"."""
        if self.tree.parse.xpos[self.at] != "VBN" or self.relation not in _PASSIVE_PARTICIPLES:
            return False
        return self.tree.kid(self.at, "aux", *SUBJECTS) is None

    def content(self) -> tuple[tuple[Run, ...], str]:
        """The content that the clause frames, and the name of the frame; nothing where it frames none."""
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
            list(tree.kids(self.at, "ccomp"))
            or self._behind_particle()
            or self._asked()
            or self._behind_place()
            or self._behind_colon()
        )
        if not complements:
            second = self._second()
            return self._outside([Run(second + 1, tree.bounds(self.at).after)], []) if self.lemma in en.OPENING else []
        complements = self._below_relative(complements[:_MOST])
        self.root = complements[0]
        first = min(tree.first[k] for k in complements)
        own: list[Run] = []
        runs = [tree.reach(k) for k in complements]
        for k in tree.children[self.at]:
            if k in complements:
                continue
            if first > self.at and k > first:
                (runs if self._trails(k) else own).append(tree.reach(k))
            else:
                own.append(Run(tree.first[k], min(tree.after[k], first) if k < first else tree.after[k]))
        return self._outside(runs, own)

    def _below_relative(self, complements: list[int]) -> list[int]:
        """`complements` without the main verb that a parse has put below a relative clause.

        In "papers that tell why it sank are closed" the papers are closed: a second predicate without a subject and
        without a link is that of the noun.
        """
        if not self.relation.startswith("acl"):
            return complements
        return complements[:1] + [k for k in complements[1:] if self.tree.subject[k] >= 0 or self._linked(k)]

    def _linked(self, k: int) -> bool:
        return self.tree.kid(k, "mark", "cc") is not None

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
        return list(self.tree.kids(self._second(), "ccomp", "csubj")) if " " in self.lemma else []

    def _second(self) -> int:
        """The second word of a phrasal verb, where it has one."""
        between = self.at + 1 < len(self.tree) and self.tree.words[self.at + 1] == "it"
        return self.at + 1 + between

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
                subject = tree.kid(clause, *SUBJECTS, *PASSIVE_SUBJECTS)
                if place > self.at and first == "that" and subject is not None and tree.words[subject] != "that":
                    return [clause]
        return []

    def _behind_colon(self) -> list[int]:
        """A clause that follows the verb side by side: "he said: it sank"."""
        behind = (k for k in self.tree.kids(self.at, "parataxis") if k > self.at and self.lemma in en.CLAUSE)
        return [*behind][:1]

    def _outside(self, runs: list[Run], own: list[Run]) -> list[Run]:
        """`runs` without the words of the verb's own clause that lie in them."""
        left = cut(runs, [Run(self.at, self.at + 1), *own])
        return [piece for piece in map(self.tree.trimmed, left) if piece.first < piece.after]

    def _interrupted(self) -> list[Run]:
        """The clause that the verb stands in or behind: "it has, he said, sunk", "it sank, as he put it"."""
        tree, head = self.tree, self.tree.parse.heads[self.at]
        taken = tree.kid(self.at, "obj", "obl:agent") is not None and self.lemma not in en.LISTENING
        if self.lemma not in en.BARE or taken or head < 0:
            return []
        as_said = self.relation.startswith("advcl") and tree.marked(self.at, "as")
        beside = self.relation in ("parataxis", "dep", "discourse") and tree.kid(self.at, *SUBJECTS) is not None
        if not (as_said or beside):
            return []
        self.root = head
        return self._outside([tree.reach(head)], [tree.reach(self.at)])

    def _infinitive(self) -> list[Run]:
        tree = self.tree
        for k in tree.kids(self.at, "xcomp", "advcl"):
            inner = tree.parse.relations[k] == "xcomp"
            if k < self.at:
                continue
            if any(tree.words[mark] == "to" for mark in tree.kids(k, "mark")):
                if inner and self.lemma in en.INFINITIVE:
                    return self._outside([tree.reach(k)], [])
                if self.subject is not None and self.lemma in en.CLAUSE:
                    return self._outside([tree.reach(self.subject), tree.reach(k)], [])
            elif inner and tree.parse.xpos[k] == "VBG" and self.lemma in en.ABOUT:
                return self._outside([tree.reach(k)], [])
        return []

    def _naming(self) -> list[Run]:
        tree = self.tree
        if self.lemma not in en.NAMING:
            return []
        behind = [k for k in tree.kids(self.at, "obj", "xcomp", "iobj", "obl:unmarked", "ccomp") if k > self.at]
        if tree.kid(self.at, "xcomp", "ccomp") is None and self.lemma not in en.ABOUT:
            return []
        named = len(behind) + (self.subject is not None)
        if named < 2 and self.lemma not in en.ABOUT and all(tree.parse.upos[k] in NOMINAL for k in behind):
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
        if self.reduced and self.relation == "acl":
            return self._outside(without(noun, [tree.reach(self.at)]), [])
        carried = self._carried(taken)
        inside = any(tree.marked(k, *taken) for k in tree.kids(target, "nmod", "acl", "advcl"))
        if not carried and not inside:
            if self.lemma not in en.ABOUT and self.lemma not in en.OF_DOCUMENTS:
                return []
            if tree.words[target] in _EMPTY:
                return []
        return self._outside([noun, *carried, *self._beside(noun)], [])

    def _target(self) -> int | None:
        """The word that stands for what is said or judged."""
        if self.reduced and self.relation == "acl":
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
            if k > self.at and self.tree.marked(k, *taken) and not self._is_time(k)
        ]
        if self.lemma in en.NAMING and self.tree.kid(self.at, "obj") is not None:
            return []
        return self._outside([self._under(k, taken) for k in found[:1]], [])

    def _is_time(self, k: int) -> bool:
        """Whether a phrase with "for" or "on" tells when or how long: "called on Monday", "argued for two hours"."""
        word = self.tree.words[k]
        return self.tree.marked(k, "for", "on") and (word in _DAYS or word in en.TIMES or word.isdecimal())

    def _under(self, k: int, prepositions: frozenset[str]) -> Run:
        """The phrase of token k behind its preposition."""
        first, after = self.tree.reach(k)
        for child in self.tree.kids(k, "case", "mark"):
            if self.tree.words[child] in prepositions and child < k:
                first = max(first, child + 1)
                break
        return Run(first, after)
