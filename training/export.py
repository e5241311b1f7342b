"""The trained network as the engine's file: one ONNX graph with eight-bit weights, and all that the runtime needs."""

import base64
import hashlib
import json
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.network import Network

FORMAT = 1
OUTSIDE = 1.5
"""Added to the score that a word is in no name: names found and missed are then even, on GUM's other dev documents."""
BLOCK = 64
"""Weights that share a scale, in the layers that are quantised in blocks."""
BLOCKED = tuple(f"/layers.{layer}/narrow/" for layer in (0, 1, 2))
"""The parts that are quantised so: the first layers, whose errors all others inherit. All six cost a tenth of the speed
and gain nothing more."""
INPUTS = ("ids", "shapes", "first", "last", "words")
"""No mask: the runtime reads one window at a time, so that nothing is padded."""
OUTPUTS = (
    "upos", "xpos", "feats", "lemma", "sentence", "names", "speech", "arcs", "dependents", "governors", "vectors",
)  # fmt: skip
_OF_SUB_WORDS = ("ids", "shapes", "vectors")


class _Decided(nn.Module):
    """The network as the runtime wants it: the best tag instead of all scores, and the log-odds of a boundary."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network
        self.register_buffer("outside", torch.tensor([OUTSIDE] + [0.0] * (len(network.labels.names) - 1)))

    def forward(self, ids: Tensor, shapes: Tensor, first: Tensor, last: Tensor, words: Tensor) -> tuple[Tensor, ...]:
        """The outputs, in the order of `OUTPUTS`."""
        scores = dict(self.network(ids, None, shapes, first, last, words))
        for column in ("upos", "xpos", "feats", "lemma"):
            scores[column] = scores[column].argmax(-1)
        scores["names"] = scores["names"] + self.outside
        scores["sentence"] = scores["sentence"][..., 1] - scores["sentence"][..., 0]
        return tuple(scores[name] for name in OUTPUTS)


def export(network: Network, vocabulary: list[str], version: str, to: Path) -> Path:
    """Write `english.onnx` and, beside it, `english.json` with its hash; returns the first."""
    to.mkdir(parents=True, exist_ok=True)
    exact, quantised = to / "english.fp32.onnx", to / "english.onnx"
    batch, subs, count = 2, 9, 5
    example = (
        torch.randint(5, 999, (batch, subs)),
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
    blocked = to / "english.blocked.onnx"
    _block(exact, blocked)
    quantize_dynamic(
        blocked,
        quantised,
        weight_type=QuantType.QInt8,
        per_channel=True,
        reduce_range=False,
        extra_options={"MatMulConstBOnly": True},
    )
    blocked.unlink()
    for file in (exact, quantised):
        _describe(file, network, vocabulary, version)
    digest = hashlib.sha256(quantised.read_bytes()).hexdigest()
    told = {"version": version, "sha256": digest}
    (to / "english.json").write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8", newline="\n")
    return quantised


def _block(exact: Path, blocked: Path) -> None:
    """Quantise the first narrowing layers in blocks of weights and row by row: their activations have the outliers.

    What is left is quantised with one scale for all rows of a window, which costs most there.
    """
    model = onnx.load(exact)
    graph = model.graph
    weights = {tensor.name: tensor for tensor in graph.initializer}
    for place, node in enumerate(list(graph.node)):
        if node.op_type != "MatMul" or not any(part in node.name for part in BLOCKED) or node.input[1] not in weights:
            continue
        matrix = numpy_helper.to_array(weights[node.input[1]]).astype(np.float32)
        rows, columns = matrix.shape
        blocks = matrix.T.reshape(columns, rows // BLOCK, BLOCK)
        scales = np.abs(blocks).max(2) / 127
        scales[scales == 0] = 1
        # Eight bits without sign, counted from 128, as the operator wants them.
        packed = (np.round(blocks / scales[:, :, None]) + 128).astype(np.uint8)
        names = [f"{node.input[1]}.{part}" for part in ("blocks", "scales")]
        graph.initializer.extend([numpy_helper.from_array(packed, names[0])])
        graph.initializer.extend([numpy_helper.from_array(scales.reshape(-1).astype(np.float32), names[1])])
        made = helper.make_node(
            "MatMulNBits",
            [node.input[0], *names],
            list(node.output),
            name=f"{node.name}/blocked",
            domain="com.microsoft",
            K=rows,
            N=columns,
            bits=8,
            block_size=BLOCK,
            accuracy_level=4,
        )
        graph.node.remove(node)
        graph.node.insert(place, made)
    used = {name for node in graph.node for name in node.input}
    kept = [tensor for tensor in graph.initializer if tensor.name in used]
    del graph.initializer[:]
    graph.initializer.extend(kept)
    if all(opset.domain != "com.microsoft" for opset in model.opset_import):
        model.opset_import.append(helper.make_opsetid("com.microsoft", 1))
    onnx.save(model, blocked)


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
