"""Derive a pile of reports, and which of them share text, from the sentences of CoNLL-U treebanks.

    python benchmarks/generate.py --treebanks FOLDER --out pile.jsonl [--gold pile.gold.tsv] [--reports 20000]

Every word is a real word in a real sentence frame. The treebanks hold far fewer sentences than the pile needs, so each
use of a sentence is made anew: content words give way to words of the same part of speech (same tag, same capital),
at least one in four words in a row where that is possible. So two texts made apart share stock frames, as
news does, but no sentence.

A story is a base text. Its reports drop sentences, cut clauses from the end of the text, move paragraphs, substitute
0, 2, 4, 8 or 12 % of all words, add sentences of their own, and carry their outlet's closing lines. Gold pairs are
reports of one story with at least `ENOUGH` words of base sentences in common; each line of the gold is
id, id, words in common, the higher substitution rate, the lower one.
"""

import argparse
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

RATES = (0.0, 0.02, 0.04, 0.08, 0.12)
SIZES = (1, 1, 2, 3, 4, 5, 8, 12)
"""Reports of a story, drawn evenly: two in eight stories have a single report; about 3 pairs a report."""
LENGTH = (300, 420)
"""Words of base text in a report."""
ENOUGH = 40
CHANGE = 0.8
"""Share of content words that are new in each use of a frame. At 0.3 a report shares seven words with a hundred others
by accident, at 0.9 nothing is left of the sense."""
OUTLETS = 80
OPEN = {"NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "RB", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "CD"}


@dataclass(frozen=True, slots=True)
class Token:
    """A surface token with its tag, and whether white space follows."""

    form: str
    tag: str
    space: bool


Sentence = list[Token]


def sentences(folder: Path) -> Iterator[Sentence]:
    """The sentences of all CoNLL-U files below the folder, in the order of their names."""
    for path in sorted(folder.rglob("*.conllu")):
        block: list[str] = []
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                if line.strip():
                    block.append(line.rstrip("\n"))
                else:
                    yield tokens(block)
                    block = []
        if block:
            yield tokens(block)


def tokens(block: list[str]) -> Sentence:
    """The surface tokens of one sentence; a contraction is one token."""
    found, covered = [], 0
    for line in block:
        if line.startswith("#"):
            continue
        columns = line.split("\t")
        number, form, tag, misc = columns[0], columns[1], columns[4], columns[9]
        if "." in number:
            continue
        if "-" in number:
            covered = int(number.split("-")[1])
        elif int(number) <= covered:
            continue
        found.append(Token(form, tag, "SpaceAfter=No" not in misc))
    return found


class Writer:
    """Makes sentences and reports from frames, with one random generator."""

    def __init__(self, frames: list[Sentence], chance: random.Random) -> None:
        self.frames = frames
        self.chance = chance
        self.words: dict[tuple[str, bool], list[str]] = {}
        for frame in frames:
            for token in frame:
                if token.tag in OPEN and token.form[0].isalnum():
                    self.words.setdefault((token.tag, token.form[0].isupper()), []).append(token.form)

    def other(self, token: Token) -> Token:
        """Another word for this one, by tag and capital; the same one where there is none."""
        choice = self.words.get((token.tag, token.form[0].isupper()), [token.form])
        for _ in range(5):
            if (form := self.chance.choice(choice)) != token.form:
                return Token(form, token.tag, token.space)
        return token

    def fresh(self) -> Sentence:
        """A frame with most of its content words exchanged."""
        kept, made = 0, []
        for token in self.chance.choice(self.frames):
            if token.tag in OPEN and (kept >= 3 or self.chance.random() < CHANGE):
                token, kept = self.other(token), 0
            else:
                kept += token.form[0].isalnum()
            made.append(token)
        return made

    def substituted(self, sentence: Sentence, rate: float) -> Sentence:
        """The sentence with so many of all its words exchanged: content words give way for function words too."""
        if not rate:
            return sentence
        result = list(sentence)
        places = [i for i, token in enumerate(sentence) if token.form[0].isalnum()]
        for i in places:
            if self.chance.random() < rate:
                token = sentence[i]
                result[i] = self.other(token) if token.tag in OPEN else self.any_word(token)
        return result

    def any_word(self, token: Token) -> Token:
        """A noun or adverb in place of a word that has no open class: heavier than what an editor does."""
        return Token(self.chance.choice(self.words["RB", False]), token.tag, token.space)


def size(sentence: Sentence) -> int:
    """Words, punctuation aside."""
    return sum(token.form[0].isalnum() for token in sentence)


def pliable(sentence: Sentence) -> bool:
    """True where any five words in a row hold two that may be exchanged."""
    free = [token.tag in OPEN for token in sentence if token.form[0].isalnum()]
    return all(sum(free[i : i + 5]) >= 2 for i in range(len(free) - 4))


def written(paragraphs: list[list[Sentence]]) -> str:
    """The text: one paragraph a line."""
    return "\n".join(
        "".join(
            token.form + " " * token.space for sentence in paragraph for token in [*sentence[:-1], closed(sentence)]
        ).strip()
        for paragraph in paragraphs
        if paragraph
    )


def closed(sentence: Sentence) -> Token:
    return Token(sentence[-1].form, sentence[-1].tag, True)


@dataclass(frozen=True, slots=True)
class Derived:
    """A report as written, with the base sentences that it keeps and its substitution rate."""

    paragraphs: list[list[Sentence]]
    kept: dict[int, int]
    rate: float


def derive(writer: Writer, base: list[Sentence], first: bool) -> Derived:
    """One report of a story: the base text itself, or an edited copy."""
    chance = writer.chance
    rate = 0.0 if first else chance.choice(RATES)
    order = list(range(len(base)))
    if not first:
        loss = chance.uniform(0.0, 0.35)
        order = [i for i in order if chance.random() >= loss]
        if chance.random() < 0.3:
            order = order[: max(4, round(len(order) * chance.uniform(0.4, 0.9)))]
        if chance.random() < 0.4 and len(order) > 6:
            begin = chance.randrange(1, len(order) - 3)
            moved = order[begin : begin + 3]
            rest = order[:begin] + order[begin + 3 :]
            at = chance.randrange(len(rest) + 1)
            order = rest[:at] + moved + rest[at:]
    paragraphs: list[list[Sentence]] = []
    for i in order:
        sentence = writer.substituted(base[i], rate)
        if paragraphs and len(paragraphs[-1]) < 2 and chance.random() < 0.5:
            paragraphs[-1].append(sentence)
        else:
            paragraphs.append([sentence])
    have = sum(size(base[i]) for i in order)
    least = 0 if first else chance.uniform(0.05, 0.3) * have
    own = 0
    while own < least or have + own < LENGTH[0]:
        sentence = writer.fresh()
        paragraphs.insert(chance.randrange(len(paragraphs) + 1), [sentence])
        own += size(sentence)
    return Derived(paragraphs, {i: size(base[i]) for i in order}, rate)


def story(writer: Writer) -> list[Sentence]:
    """A base text."""
    length, base, have = writer.chance.randint(*LENGTH), [], 0
    while have < length:
        base.append(writer.fresh())
        have += size(base[-1])
    return base


def pile(writer: Writer, count: int) -> tuple[list[dict[str, str]], list[str]]:
    """The reports, shuffled, and the lines of the gold."""
    chance = writer.chance
    closing = [[writer.fresh() for _ in range(chance.randint(1, 2))] for _ in range(OUTLETS)]
    reports: list[dict[str, str]] = []
    gold: list[str] = []
    while len(reports) < count:
        base = story(writer)
        group = [derive(writer, base, i == 0) for i in range(chance.choice(SIZES))][: count - len(reports)]
        outlets = chance.sample(range(OUTLETS), len(group))
        names = [f"r{len(reports) + i:06}" for i in range(len(group))]
        for name, outlet, derived in zip(names, outlets, group, strict=True):
            text = written([*derived.paragraphs, closing[outlet]])
            reports.append({"id": name, "outlet": f"outlet-{outlet:02}", "text": text})
        for i, one in enumerate(group):
            for j in range(i):
                two = group[j]
                common = sum(words for k, words in one.kept.items() if k in two.kept)
                if common >= ENOUGH:
                    high, low = max(one.rate, two.rate), min(one.rate, two.rate)
                    gold.append(f"{names[j]}\t{names[i]}\t{common}\t{high}\t{low}")
    chance.shuffle(reports)
    return reports, gold


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--treebanks", type=Path, required=True, help="folder with .conllu files, at any depth")
    parser.add_argument("--out", type=Path, required=True, help="JSON lines to write")
    parser.add_argument("--gold", type=Path, help="pairs that share text, tab-separated; default: OUT with .gold.tsv")
    parser.add_argument("--reports", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    frames = [frame for frame in sentences(given.treebanks) if 8 <= size(frame) <= 45 and pliable(frame)]
    reports, gold = pile(Writer(frames, random.Random(given.seed)), given.reports)
    with given.out.open("w", encoding="utf-8", newline="\n") as out:
        out.writelines(json.dumps(report, ensure_ascii=False) + "\n" for report in reports)
    pairs = given.gold or given.out.with_suffix(".gold.tsv")
    pairs.write_text("".join(f"{line}\n" for line in gold), encoding="utf-8", newline="\n")
    letters = sum(len(report["text"]) for report in reports)
    print(f"{len(reports)} reports, {letters / 1e6:.1f} M characters, {len(gold)} gold pairs, {len(frames)} frames")


if __name__ == "__main__":
    main()
