"""Fine-tuning: the schedule, the losses, and the average of the weights that is kept."""

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic
from typing import TextIO

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from training.network import WIDTH, Labels, Network
from training.pieces import Pieces
from training.windows import (
    IGNORED,
    Batch,
    Encoded,
    Sentence,
    Variety,
    batches,
    collate,
    epoch,
    indices,
    is_proper,
    name_runs,
)

WEIGHTS = {
    "upos": 1.0,
    "xpos": 1.0,
    "feats": 0.5,
    "lemma": 0.5,
    "sentence": 1.0,
    "arcs": 1.5,
    "relations": 1.0,
    "names": 3.0,
    "source": 1.0,
    "cue": 1.0,
    "content": 0.5,
    "meaning": 5.0,
    "likeness": 30.0,
}
"""How much each loss counts."""


@dataclass(frozen=True, kw_only=True)
class Recipe:
    """How the network is trained."""

    epochs: int = 32
    """Over all corpora."""
    settling: int = 5
    """Epochs after these over GUM alone, its news and interviews twice: the other corpora differ in where sentences end
    and what a name is, and news is what the engine is for."""
    settling_rate: float = 0.25
    """Share of the rates in those."""
    sub_words: int = 1600
    """A batch's, padding included."""
    trunk_rate: float = 2e-4
    head_rate: float = 1.5e-3
    meaning_rate: float = 3e-4
    warm_up: int = 100
    """Steps."""
    organisations: float = 1.25
    """Weight of the labels of organisations, which are rarest and hardest."""
    averaged: float = 0.998
    """Decay of the running average of the weights (Polyak and Juditsky 1992), which is what is kept."""
    variety: Variety = field(default_factory=Variety)
    seed: int = 20261122
    threads: int = 2


@dataclass(frozen=True)
class Stage:
    """A part of the training: what is read how often, and at which share of the rates."""

    documents: Sequence[Sequence[Sentence]]
    epochs: int
    rate: float
    seed: int


def train(
    network: Network,
    stages: Sequence[Stage],
    teacher: np.ndarray,
    pieces: Pieces,
    recipe: Recipe,
    log: Path,
) -> Network:
    """The network, fine-tuned stage by stage, with averaged weights; a line of losses an epoch goes to `log`."""
    torch.manual_seed(recipe.seed)
    torch.set_num_threads(recipe.threads)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    network.to(device)
    network.encoder.pieces.weight.requires_grad = False
    with log.open("w", encoding="utf-8") as lines:
        for stage in stages:
            _run(network, stage, teacher, pieces, recipe, device, lines)
    return network.to("cpu").eval()


def _run(
    network: Network,
    stage: Stage,
    teacher: np.ndarray,
    pieces: Pieces,
    recipe: Recipe,
    device: torch.device,
    lines: TextIO,
) -> None:
    """One stage: at its end the network has the average of the weights."""
    optimiser = _optimiser(network, recipe)
    rates = [group["lr"] * stage.rate for group in optimiser.param_groups]
    average = {name: p.detach().clone() for name, p in network.named_parameters() if p.requires_grad}
    losses = Losses(network.labels, recipe.organisations).to(device)
    started, running, step = monotonic(), Counter[str](), 0
    names = _names(stage.documents)
    network.train()
    for number in range(stage.epochs):
        steps = _steps(stage, names, pieces, network.labels, recipe, number)
        for i, windows in enumerate(steps):
            done = (number + i / len(steps)) / stage.epochs
            for group, rate in zip(optimiser.param_groups, rates, strict=True):
                group["lr"] = rate * max(min(1.0, step / recipe.warm_up) * (1 - done), 0.01)
            batch = _to(collate(windows, teacher), device)
            with torch.autocast(device.type, dtype=torch.bfloat16):
                scores = network(**batch.inputs)
            found = losses(network, scores, batch)
            loss = torch.stack([WEIGHTS[task] * value for task, value in found.items()]).sum()
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 2.0)
            optimiser.step()
            _average(network, average, min(recipe.averaged, step / (step + 10)))
            running.update({task: float(value.detach()) for task, value in found.items()})
            step += 1
        told = " ".join(f"{task} {value / len(steps):.3f}" for task, value in running.items())
        lines.write(f"epoch {number + 1}/{stage.epochs} {(monotonic() - started) / 60:.1f} min {told}\n")
        lines.flush()
        running.clear()
    with torch.no_grad():
        for name, parameter in network.named_parameters():
            if parameter.requires_grad:
                parameter.copy_(average[name])


def _optimiser(network: Network, recipe: Recipe) -> torch.optim.Optimizer:
    trunk, heads, meaning = [], [], []
    for name, parameter in network.named_parameters():
        if name.startswith("meaning."):
            meaning.append(parameter)
        elif name.startswith("encoder.") and not name.startswith("encoder.shapes"):
            if parameter.requires_grad:
                trunk.append(parameter)
        else:
            heads.append(parameter)
    return torch.optim.AdamW(
        [
            {"params": trunk, "lr": recipe.trunk_rate, "weight_decay": 0.01},
            {"params": heads, "lr": recipe.head_rate, "weight_decay": 0.01},
            {"params": meaning, "lr": recipe.meaning_rate, "weight_decay": 0.0},
        ],
        betas=(0.9, 0.98),
        eps=1e-6,
    )


def _names(documents: Sequence[Sequence[Sentence]]) -> dict[tuple[str, int], list[list[str]]]:
    """The names of each kind and number of words that may stand for one another."""
    names: dict[tuple[str, int], list[list[str]]] = {}
    for sentence in (s for d in documents for s in d if s.names):
        for kind, first, after in name_runs(sentence.names or []):
            if is_proper(sentence, first, after):
                names.setdefault((kind, after - first), []).append(sentence.words[first:after])
    return names


def _steps(
    stage: Stage,
    names: dict[tuple[str, int], list[list[str]]],
    pieces: Pieces,
    labels: Labels,
    recipe: Recipe,
    number: int,
) -> list[list[Encoded]]:
    """The batches of one epoch."""
    seed = stage.seed + number
    order = list(stage.documents)
    random.Random(seed).shuffle(order)
    index = indices(labels)
    windows = [Encoded(w, pieces, index) for w in epoch(order, recipe.variety, names, seed)]
    return batches(windows, recipe.sub_words, seed)


def _to(batch: Batch, device: torch.device) -> Batch:
    return Batch(
        {k: v.to(device) for k, v in batch.inputs.items()},
        {k: v.to(device) for k, v in batch.gold.items()},
        batch.present.to(device),
        batch.pool.to(device),
        batch.meanings.to(device),
    )


@torch.no_grad()
def _average(network: Network, average: dict[str, Tensor], decay: float) -> None:
    held, now = [], []
    for name, parameter in network.named_parameters():
        if name in average:
            held.append(average[name])
            now.append(parameter)
    torch._foreach_lerp_(held, now, 1 - decay)


class Losses(nn.Module):
    """The loss of each task on one batch, unweighted."""

    def __init__(self, labels: Labels, organisations: float) -> None:
        super().__init__()
        weights = torch.tensor([organisations if name.endswith("ORG") else 1.0 for name in labels.names])
        self.register_buffer("of_names", weights)

    def forward(self, network: Network, scores: dict[str, Tensor], batch: Batch) -> dict[str, Tensor]:
        """Cross-entropies. Of the meaning: one minus the cosine to the teacher's vector; of the likeness of sentences
        to each other: the squared difference from the teacher's.
        """
        gold = batch.gold
        losses = {
            task: _cross_entropy(scores[task], gold[task]) for task in ("upos", "xpos", "feats", "lemma", "sentence")
        }
        losses["names"] = _cross_entropy(scores["names"], gold["names"], self.of_names)
        for i, task in enumerate(("source", "cue", "content")):
            losses[task] = _cross_entropy(scores["speech"][..., 3 * i : 3 * i + 3], gold["speech"][..., i])
        # No word may hang on padding; the root, column 0, is always there.
        closed = functional.pad(~batch.present, (1, 0))[:, None, :]
        losses["arcs"] = _cross_entropy(scores["arcs"].float().masked_fill(closed, -1e4), gold["heads"])
        row, word = (gold["heads"] != IGNORED).nonzero(as_tuple=True)
        if len(row):
            heads = gold["heads"][row, word]
            relations = network.relation(
                scores["dependents"].float()[row, word], scores["governors"].float()[row, heads]
            )
            losses["relations"] = _cross_entropy(relations, gold["relations"][row, word])
        if len(batch.meanings):
            pooled = batch.pool @ scores["vectors"].float().reshape(-1, WIDTH)
            pooled = functional.normalize(pooled, dim=1)
            losses["meaning"] = 1 - (pooled * batch.meanings).sum(1).mean()
            losses["likeness"] = (pooled @ pooled.T - batch.meanings @ batch.meanings.T).square().mean()
        return losses


def _cross_entropy(scores: Tensor, gold: Tensor, weight: Tensor | None = None) -> Tensor:
    if not bool((gold != IGNORED).any()):
        return scores.float().sum() * 0
    return functional.cross_entropy(
        scores.float().reshape(-1, scores.shape[-1]), gold.reshape(-1), weight=weight, ignore_index=IGNORED
    )
