"""The trained network as the engine's file: one ONNX graph with eight-bit weights, and all that the runtime needs."""

import base64
import hashlib
import json
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.network import Network

FORMAT = 1
INPUTS = ("ids", "mask", "shapes", "first", "last", "words")
OUTPUTS = (
    "upos", "xpos", "feats", "lemma", "sentence", "names", "speech", "arcs", "dependents", "governors", "vectors",
)  # fmt: skip
_OF_SUB_WORDS = ("ids", "mask", "shapes", "vectors")


class _Decided(nn.Module):
    """The network as the runtime wants it: the best tag instead of all scores, and the log-odds of a boundary."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(
        self, ids: Tensor, mask: Tensor, shapes: Tensor, first: Tensor, last: Tensor, words: Tensor
    ) -> tuple[Tensor, ...]:
        scores = dict(self.network(ids, mask, shapes, first, last, words))
        for column in ("upos", "xpos", "feats", "lemma"):
            scores[column] = scores[column].argmax(-1)
        scores["sentence"] = scores["sentence"][..., 1] - scores["sentence"][..., 0]
        return tuple(scores[name] for name in OUTPUTS)


def export(network: Network, vocabulary: list[str], version: str, to: Path) -> Path:
    """Write `english.onnx` and, beside it, `english.json` with its hash; returns the first."""
    to.mkdir(parents=True, exist_ok=True)
    exact, quantised = to / "english.fp32.onnx", to / "english.onnx"
    batch, subs, count = 2, 9, 5
    example = (
        torch.randint(5, 999, (batch, subs)),
        torch.tensor([[1] * 9, [1] * 6 + [0] * 3]),
        torch.zeros(batch, subs, dtype=torch.long),
        torch.arange(1, count + 1).repeat(batch, 1),
        torch.arange(1, count + 1).repeat(batch, 1),
        torch.zeros(batch, count, dtype=torch.long),
    )
    axes = {name: {0: "batch", 1: "subs" if name in _OF_SUB_WORDS else "count"} for name in INPUTS + OUTPUTS}
    axes["arcs"][2] = axes["governors"][1] = "heads"
    torch.onnx.export(
        _Decided(network).eval(),
        example,
        str(exact),
        input_names=list(INPUTS),
        output_names=list(OUTPUTS),
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )
    quantize_dynamic(
        exact,
        quantised,
        weight_type=QuantType.QInt8,
        per_channel=True,
        reduce_range=False,
        extra_options={"MatMulConstBOnly": True},
    )
    for file in (exact, quantised):
        _describe(file, network, vocabulary, version)
    digest = hashlib.sha256(quantised.read_bytes()).hexdigest()
    told = {"version": version, "sha256": digest}
    (to / "english.json").write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8", newline="\n")
    return quantised


def _describe(file: Path, network: Network, vocabulary: list[str], version: str) -> None:
    model = onnx.load(file)
    del model.metadata_props[:]
    entry = model.metadata_props.add()
    entry.key = "stemma"
    entry.value = json.dumps(
        {
            "format": FORMAT,
            "version": version,
            "labels": vars(network.labels),
            "vocabulary": vocabulary,
            "label_weights": _packed(network.label.weight.T),
            "label_bias": _packed(network.label.bias),
        },
        ensure_ascii=False,
    )
    onnx.save(model, file)


def _packed(values: Tensor) -> str:
    return base64.b64encode(np.ascontiguousarray(values.detach().numpy(), np.float32).tobytes()).decode()
