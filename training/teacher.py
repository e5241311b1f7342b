"""The teacher: the untouched all-MiniLM-L6-v2, whose vectors of single sentences the engine learns to keep."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from training.network import WIDTH, encoder_from
from training.pieces import CLS, SEP

MOST = 256
"""Sub-words of a sentence that are read, as in sentence-transformers."""


@torch.no_grad()
def vectors(sentences: Sequence[Sequence[int]], weights: Path) -> NDArray[np.float32]:
    """The vectors of sentences, which are given as sub-words without marks: [sentences, 384], each of length 1."""
    encoder = encoder_from(weights, 1).eval()
    order = sorted(range(len(sentences)), key=lambda i: len(sentences[i]))
    found = np.zeros((len(sentences), WIDTH), np.float32)
    for k in range(0, len(order), 64):
        rows = order[k : k + 64]
        ids = [[CLS, *sentences[i][: MOST - 2], SEP] for i in rows]
        length = max(map(len, ids))
        padded = torch.tensor([row + [0] * (length - len(row)) for row in ids])
        mask = torch.tensor([[1] * len(row) + [0] * (length - len(row)) for row in ids])
        last = encoder(padded, mask, torch.zeros_like(padded))[-1]
        mean = (last * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
        found[rows] = torch.nn.functional.normalize(mean, dim=1).numpy()
    return found
