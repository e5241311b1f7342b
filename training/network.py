"""The network: all-MiniLM-L6-v2 with a head for each task, in one form that both trains and exports.

The encoder is BERT (Devlin et al. 2019) as in Hugging Face's `BertModel`, without pooler; queries, keys and values are
one matrix, which is faster. Heads: tags by linear layers over a learned mix of the layers (Peters et al. 2018), arcs by
biaffine attention (Dozat and Manning 2017), labels by a small layer over the two words of an arc.
"""

import math
from dataclasses import dataclass, field
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from stemma.text import forms

WIDTH = 384
LAYERS = 6
ATTENTION_HEADS = 12
DROPOUT = 0.1
HEAD_DROPOUT = 0.2
ARC_WIDTH = 192
LABEL_WIDTH = 128
SPEECH = 9
"""O, B and I of each of source, cue and content."""


@dataclass(frozen=True)
class Labels:
    """The values of each column, in the order of the network's outputs."""

    upos: list[str]
    xpos: list[str]
    feats: list[str]
    lemma: list[str]
    relations: list[str]
    names: list[str] = field(
        default_factory=lambda: ["O", *(f"{b}-{kind}" for kind in ("PERSON", "ORG", "PLACE") for b in "BI")]
    )


class Layer(nn.Module):
    """One transformer layer."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.wide = nn.Linear(WIDTH, 4 * WIDTH)
        self.narrow = nn.Linear(4 * WIDTH, WIDTH)
        self.norm_after = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(DROPOUT)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """`x`: [batch, length, width]; `mask`: what is added to the scores of each place, None for nothing."""
        batch, length = x.shape[0], x.shape[1]
        size = WIDTH // ATTENTION_HEADS
        q, k, v = self.qkv(x).split(WIDTH, -1)
        q = q.reshape(batch, length, ATTENTION_HEADS, size).permute(0, 2, 1, 3)
        k = k.reshape(batch, length, ATTENTION_HEADS, size).permute(0, 2, 3, 1)
        v = v.reshape(batch, length, ATTENTION_HEADS, size).permute(0, 2, 1, 3)
        scores = torch.matmul(q, k)
        weights = self.drop(torch.softmax(scores if mask is None else scores + mask, -1))
        seen = torch.matmul(weights, v).permute(0, 2, 1, 3).reshape(batch, length, WIDTH)
        x = self.norm(self.drop(self.out(seen)) + x)
        return self.norm_after(self.drop(self.narrow(functional.gelu(self.wide(x)))) + x)


class Encoder(nn.Module):
    """MiniLM; returns the embeddings and the output of each layer."""

    def __init__(self, vocabulary: int, shapes: int) -> None:
        super().__init__()
        self.pieces = nn.Embedding(vocabulary, WIDTH)
        self.places = nn.Parameter(torch.zeros(512, WIDTH))
        self.shapes = nn.Embedding(shapes, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.drop = nn.Dropout(DROPOUT)

    def forward(self, ids: Tensor, mask: Tensor | None, shapes: Tensor) -> list[Tensor]:
        """All three: [batch, sub-words]; without `mask` there is no padding."""
        x = self.pieces(ids) + self.shapes(shapes) + self.places[: ids.shape[1]].unsqueeze(0)
        x = self.drop(self.norm(x))
        hidden = [x]
        added = None if mask is None else ((1 - mask) * -10000.0).to(x.dtype)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, added)
            hidden.append(x)
        return hidden


def encoder_from(weights: Path, shapes: int) -> Encoder:
    """The encoder with the weights of all-MiniLM-L6-v2; every shape begins as BERT's first token type."""
    given = load_file(str(weights))
    pieces = given["embeddings.word_embeddings.weight"]
    encoder = Encoder(pieces.shape[0], shapes)
    scale = 1 / math.sqrt(WIDTH // ATTENTION_HEADS)
    state = {
        "pieces.weight": pieces,
        "places": given["embeddings.position_embeddings.weight"],
        "shapes.weight": given["embeddings.token_type_embeddings.weight"][:1].repeat(shapes, 1),
        "norm.weight": given["embeddings.LayerNorm.weight"],
        "norm.bias": given["embeddings.LayerNorm.bias"],
    }
    for i in range(LAYERS):
        old, new = f"encoder.layer.{i}.", f"layers.{i}."
        for part in ("weight", "bias"):
            # The scale of the scores is folded into the queries.
            q, k, v = (given[f"{old}attention.self.{name}.{part}"] for name in ("query", "key", "value"))
            state[f"{new}qkv.{part}"] = torch.cat([q * scale, k, v])
            for mine, theirs in (
                ("out", "attention.output.dense"),
                ("norm", "attention.output.LayerNorm"),
                ("wide", "intermediate.dense"),
                ("narrow", "output.dense"),
                ("norm_after", "output.LayerNorm"),
            ):
                state[f"{new}{mine}.{part}"] = given[f"{old}{theirs}.{part}"]
    encoder.load_state_dict(state)
    return encoder


class Network(nn.Module):
    """Encoder and heads: sub-words in, scores for words out."""

    def __init__(self, labels: Labels, weights: Path) -> None:
        super().__init__()
        self.labels = labels
        self.encoder = encoder_from(weights, forms.CODES)
        # Syntax reads the upper half of the encoder, names its top; both mixes are learned from there.
        self.mix_syntax = nn.Parameter(torch.tensor([0.0, 0, 0, 0.5, 0.5, 0.5, 1.0]))
        self.mix_names = nn.Parameter(torch.tensor([0.0, 0, 0, 0, 0.5, 1.0, 1.5]))
        self.form = nn.Embedding(forms.CODES, WIDTH)
        nn.init.normal_(self.form.weight, std=0.02)
        self.drop = nn.Dropout(HEAD_DROPOUT)
        self.norm_syntax = nn.LayerNorm(WIDTH)
        self.norm_names = nn.LayerNorm(WIDTH)
        self.sizes = [len(labels.upos), len(labels.xpos), len(labels.feats), len(labels.lemma), 2]
        self.tags = nn.Linear(WIDTH, sum(self.sizes))
        self.names = nn.Sequential(
            nn.Linear(WIDTH, 192), nn.GELU(), nn.Dropout(HEAD_DROPOUT), nn.Linear(192, len(labels.names) + SPEECH)
        )
        self.arc_dependent = nn.Linear(WIDTH, ARC_WIDTH)
        self.arc_head = nn.Linear(WIDTH, ARC_WIDTH)
        self.arc = nn.Linear(ARC_WIDTH, ARC_WIDTH, bias=False)
        nn.init.orthogonal_(self.arc.weight)
        self.arc_bias = nn.Linear(ARC_WIDTH, 1)
        self.label_dependent = nn.Linear(WIDTH, LABEL_WIDTH)
        self.label_head = nn.Linear(WIDTH, LABEL_WIDTH)
        self.label = nn.Linear(LABEL_WIDTH, len(labels.relations))
        self.meaning = nn.Linear(WIDTH, WIDTH)
        with torch.no_grad():
            self.meaning.weight.copy_(torch.eye(WIDTH))
            self.meaning.bias.zero_()

    def forward(
        self, ids: Tensor, mask: Tensor | None, shapes: Tensor, first: Tensor, last: Tensor, words: Tensor
    ) -> dict[str, Tensor]:
        """`ids`, `mask`, `shapes`: [batch, sub-words]; `first`, `last`, `words`: [batch, words]."""
        hidden = self.encoder(ids, mask, shapes)
        form = self.form(words)
        syntax = _mixed(hidden, self.mix_syntax)
        of_words = self.drop(self.norm_syntax(_of_words(syntax, first, last) + form))
        of_names = self.drop(self.norm_names(_of_words(_mixed(hidden, self.mix_names), first, last) + form))
        root = self.norm_syntax(syntax[:, :1])
        heads = torch.cat([root, of_words], 1)
        dependent = self.drop(functional.gelu(self.arc_dependent(of_words)))
        head = self.drop(functional.gelu(self.arc_head(heads)))
        arcs = torch.matmul(self.arc(dependent), head.transpose(1, 2)) * (1 / math.sqrt(ARC_WIDTH))
        tags = self.tags(of_words).split(self.sizes, -1)
        names, speech = self.names(of_names).split([len(self.labels.names), SPEECH], -1)
        return {
            "upos": tags[0],
            "xpos": tags[1],
            "feats": tags[2],
            "lemma": tags[3],
            "sentence": tags[4],
            "names": names,
            "speech": speech,
            "arcs": arcs + self.arc_bias(head).transpose(1, 2),
            "dependents": self.label_dependent(of_words),
            "governors": self.label_head(heads),
            "vectors": self.meaning(hidden[-1]),
        }

    def relation(self, dependents: Tensor, governors: Tensor) -> Tensor:
        """Scores of the relations between words and their heads: [arcs, relations]."""
        scores: Tensor = self.label(self.drop(functional.gelu(dependents + governors)))
        return scores


def _mixed(hidden: list[Tensor], weights: Tensor) -> Tensor:
    shares = torch.softmax(weights, 0)
    mixed = hidden[0] * shares[0]
    for i in range(1, len(hidden)):
        mixed = mixed + hidden[i] * shares[i]
    return mixed


def _of_words(x: Tensor, first: Tensor, last: Tensor) -> Tensor:
    """Each word as the mean of its first and its last sub-word."""
    width = x.shape[-1]
    a = torch.gather(x, 1, first.unsqueeze(-1).expand(-1, -1, width))
    b = torch.gather(x, 1, last.unsqueeze(-1).expand(-1, -1, width))
    return 0.5 * (a + b)
