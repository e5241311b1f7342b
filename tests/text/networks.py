"""Networks for tests: one that answers at random, and the bytes of small ONNX files, written without a library."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from stemma.text.engine_file import INPUTS, MASK, OUTPUTS, EngineFile
from stemma.text.english import WIDTH, Reader

VOCABULARY = tuple("[PAD] [UNK] the harbour pilot ##s said . , a b c d e ##e ##d 1 2 ##1 “ ” é 山".split())  # noqa: SIM905
LABELS = {
    "upos": ("NOUN", "VERB", "PUNCT"),
    "xpos": ("NN", "VB", "."),
    "feats": ("", "Number=Sing"),
    "lemma": ("L0", "K1", "L2y", "=be"),
    "relations": ("dep", "root", "nsubj"),
    "names": ("O", "B-PERSON", "I-PERSON", "B-ORG", "I-ORG", "B-PLACE", "I-PLACE"),
}
HIDDEN = 4


class AtRandom:
    """A session whose answers follow from the numbers that it reads, and from nothing else."""

    def __init__(self, bias: float = -2.0) -> None:
        self.bias = bias
        self.runs: list[tuple[int, int]] = []

    def run(self, names: Sequence[str], inputs: Mapping[str, NDArray[np.int64]]) -> list[NDArray[np.generic]]:
        assert tuple(names) == OUTPUTS and set(inputs) == {*INPUTS, MASK}
        assert all(values.dtype == np.int64 and values.shape[0] == 1 for values in inputs.values())
        assert len({inputs[name].shape for name in ("ids", MASK, "shapes")}) == 1
        assert len({inputs[name].shape for name in ("first", "last", "words")}) == 1
        assert (inputs["first"] <= inputs["last"]).all() and inputs["last"].max() == inputs["ids"].shape[1] - 2
        subs, count = inputs["ids"].shape[1], inputs["words"].shape[1]
        self.runs.append((count, subs))
        chance = np.random.default_rng(np.concatenate([inputs["ids"][0], inputs["shapes"][0]]).tolist())
        labels = {name: chance.integers(len(LABELS[name]), size=(1, count)) for name in OUTPUTS[:4]}
        sizes = {
            "sentence": (count,),
            "names": (count, 7),
            "speech": (count, 9),
            "arcs": (count, count + 1),
            "dependents": (count, HIDDEN),
            "governors": (count + 1, HIDDEN),
            "vectors": (subs, WIDTH),
        }
        floats = {name: chance.normal(size=(1, *size)).astype(np.float32) for name, size in sizes.items()}
        floats["sentence"] += self.bias
        return [(labels | floats)[name] for name in OUTPUTS]


def reader(session: AtRandom | None = None) -> Reader:
    """An engine with a network that answers at random."""
    chance = np.random.default_rng(1)
    count = len(LABELS["relations"])
    file = EngineFile(
        session=session or AtRandom(),
        has_mask=True,
        **LABELS,
        vocabulary=VOCABULARY,
        label_weights=chance.normal(size=(HIDDEN, count)).astype(np.float32),
        label_bias=np.zeros(count, np.float32),
    )
    return Reader(file, Path("at-random"))


def onnx(inputs: Sequence[str], outputs: Sequence[str], metadata: Mapping[str, str]) -> bytes:
    """The bytes of an ONNX file that copies its first input to each output."""
    graph = b"".join(
        [
            *(_part(1, _text(1, inputs[0]) + _text(2, name) + _text(4, "Identity")) for name in outputs),
            _text(2, "graph"),
            *(_part(11, _tensor(name)) for name in inputs),
            *(_part(12, _tensor(name)) for name in outputs),
        ]
    )
    said = b"".join(_part(14, _text(1, key) + _text(2, value)) for key, value in metadata.items())
    return _number(1, 8) + _part(7, graph) + _part(8, _text(1, "") + _number(2, 17)) + said


def _tensor(name: str) -> bytes:
    """A list of integers of any length (TypeProto of int64, one dimension with a name)."""
    shape = _part(2, _part(1, _text(2, "n")))
    return _text(1, name) + _part(2, _part(1, _number(1, 7) + shape))


def _varint(number: int) -> bytes:
    found = bytearray()
    while number > 127:
        found.append(number & 127 | 128)
        number >>= 7
    return bytes([*found, number])


def _number(field: int, value: int) -> bytes:
    return _varint(field << 3) + _varint(value)


def _part(field: int, data: bytes) -> bytes:
    return _varint(field << 3 | 2) + _varint(len(data)) + data


def _text(field: int, value: str) -> bytes:
    return _part(field, value.encode())
