"""Who said what in a story: by speaker, each utterance once, with the reports that carry it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from stemma.model import Attribution, Entity, Place, Span, SpeechKind, Story
from stemma.present.shown import short
from stemma.present.wordings import LEAST_ALONE, Same, Twins, Wording, same, wording

SOURCE, WORDS = 64, 320
"""Characters shown of the words for a speaker, and of what was said."""

DOUBT = "doubt"
"""How a reason begins that is a doubt."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One report's telling of an utterance: `source` and `cue` are its words for who speaks and that they do."""

    report: str
    attribution: Attribution
    source: str
    cue: str
    via: str

    @property
    def place(self) -> Place:
        """Where what was said begins."""
        return Place(report=self.report, span=self.attribution.content[0])


@dataclass(frozen=True, slots=True)
class Version:
    """One wording of an utterance, in one kind of speech, and who tells it so."""

    words: str
    kind: SpeechKind
    tellings: tuple[Telling, ...]


@dataclass(frozen=True, slots=True)
class Utterance:
    """Something that somebody said: the fullest wording first; `also` are others to whom the same words are given."""

    versions: tuple[Version, ...]
    negated: bool
    reports: tuple[str, ...]
    because: tuple[str, ...]
    also: tuple[int, ...] = ()

    @property
    def kinds(self) -> list[SpeechKind]:
        """The kinds of speech in which reports carry it."""
        return list(dict.fromkeys(version.kind for version in self.versions))

    @property
    def elsewhere(self) -> list[str]:
        """The reports that carry it in another wording than the first."""
        return list(dict.fromkeys(telling.report for version in self.versions[1:] for telling in version.tellings))

    @property
    def doubts(self) -> list[str]:
        """What is doubtful about who said it."""
        return [why for why in self.because if why.startswith(DOUBT)]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who speaks: an entity, or the words by which reports call somebody whom they don't name.

    Those who go by the same words need not be one, and where `called` is empty the reports don't tell who speaks.
    """

    number: int
    entity: Entity | None
    called: str
    utterances: tuple[Utterance, ...]

    @property
    def name(self) -> str:
        """The name, the reports' words, or nothing."""
        return self.entity.name if self.entity else self.called

    @property
    def reports(self) -> int:
        """How many reports carry something that was said."""
        return len({report for utterance in self.utterances for report in utterance.reports})


class Key(NamedTuple):
    """Whose an utterance is: that of an entity, by its id, or of somebody who is called so."""

    named: bool
    of: str


class SaidView:
    """Who said what: those with a name first, most reports first; then those without one."""

    def __init__(self, story: Story, twins: Twins, most: int) -> None:
        entities = {entity.id: entity for entity in story.entities}
        held = same(_wordings(story, entities), twins)
        ranked = sorted(held, key=lambda group: -len(group.reports))[:most]
        self.left_out = len(held) - len(ranked)
        self.count = len(held)
        self.named, unnamed = _speakers(story, ranked, entities)
        self.unnamed = [speaker for speaker in unnamed if speaker.called]
        self.untold = [speaker for speaker in unnamed if not speaker.called]
        self.of = {speaker.entity.id: speaker for speaker in self.named if speaker.entity}

    @property
    def all(self) -> list[Speaker]:
        """Everybody who speaks, in order."""
        return [*self.named, *self.unnamed, *self.untold]


def utterances(story: Story, twins: Twins) -> list[Same[Attribution]]:
    """What the reports of a story say that somebody said, each thing once."""
    return same(_wordings(story, {entity.id: entity for entity in story.entities}), twins)


def _wordings(story: Story, entities: Mapping[str, Entity]) -> Iterable[Wording[Attribution]]:
    """One wording for each attribution; a denial is never one with what it denies, so its party differs."""
    for notes in story.reports:
        for said in notes.attributions:
            if said.content:
                who = said.speaker if said.speaker in entities else None
                party = f"{who}{' denies' if said.negated else ''}" if who or said.negated else None
                yield wording(said, notes, said.content, party, speech=True)


def _speakers(
    story: Story, groups: Sequence[Same[Attribution]], entities: Mapping[str, Entity]
) -> tuple[list[Speaker], list[Speaker]]:
    """Those with a name and those without, each most reports first, numbered in that order."""
    texts = {notes.report.id: notes.report.text for notes in story.reports}
    by: dict[Key, list[Same[Attribution]]] = {}
    for group in groups:
        by.setdefault(_whose(group, entities), []).append(group)
    spoken = {key: len({r for group in held for r in group.reports}) for key, held in by.items()}
    order = sorted(by, key=lambda key: (not key.named, not key.of, -spoken[key], -len(by[key])))
    mouths: dict[str, list[int]] = {}
    for number, key in enumerate(order):
        for line in dict.fromkeys(group.first.line for group in by[key] if len(group.first.words) >= LEAST_ALONE):
            mouths.setdefault(line, []).append(number)
    made = [
        Speaker(
            number=number,
            entity=entities[key.of] if key.named else None,
            called="" if key.named else key.of,
            utterances=tuple(
                _utterance(group, texts, entities, [m for m in mouths.get(group.first.line, ()) if m != number])
                for group in by[key]
            ),
        )
        for number, key in enumerate(order)
    ]
    return [s for s in made if s.entity], [s for s in made if not s.entity]


def _whose(group: Same[Attribution], entities: Mapping[str, Entity]) -> Key:
    """An entity's id, or else the words by which the reports call who speaks, or nothing."""
    for one in group.all:
        if one.item.speaker in entities:
            return Key(True, one.item.speaker or "")
    called = (" ".join(one.item.described.split()).casefold() for one in group.all if one.item.described)
    return Key(False, next(called, ""))


def _utterance(
    group: Same[Attribution], texts: Mapping[str, str], entities: Mapping[str, Entity], also: Sequence[int]
) -> Utterance:
    versions: dict[tuple[str, SpeechKind], list[Wording[Attribution]]] = {}
    for one in sorted(group.all, key=lambda one: one is not group.first):
        versions.setdefault((one.line, one.item.kind), []).append(one)
    return Utterance(
        versions=tuple(
            Version(
                words=" … ".join(short(_cut(texts[held[0].report], span), WORDS) for span in held[0].spans),
                kind=kind,
                tellings=tuple(_telling(one, texts[one.report], entities) for one in held),
            )
            for (_, kind), held in versions.items()
        ),
        negated=group.first.item.negated,
        reports=tuple(group.reports),
        because=tuple(dict.fromkeys(why for one in group.all for why in one.item.because)),
        also=tuple(also),
    )


def _cut(text: str, span: Span) -> str:
    """No more of the words than can be shown, since a report may be one long quotation."""
    return text[span.start : min(span.end, span.start + 4 * WORDS)]


def _telling(one: Wording[Attribution], text: str, entities: Mapping[str, Entity]) -> Telling:
    said = one.item
    via = entities.get(said.via or "")
    return Telling(
        report=one.report,
        attribution=said,
        source=short(_cut(text, said.source), SOURCE) if said.source else "",
        cue=short(_cut(text, said.cue), SOURCE) if said.cue else "",
        via=via.name if via else "",
    )
