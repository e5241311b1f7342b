"""The file of an engine: an ONNX network with its labels and its vocabulary, checked before it is used.

`english.onnx` holds everything in one file, and `english.json` beside it says its SHA-256. Nothing in them is code.
"""

import base64
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from stemma.errors import EngineError

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

FORMAT = 1
_METADATA = "stemma"
INPUTS = ("ids", "shapes", "first", "last", "words")
MASK = "mask"
"""An input that says where windows of one batch are padded; a network may lack it, as windows are read one by one."""
OUTPUTS = (
    "upos",
    "xpos",
    "feats",
    "lemma",
    "sentence",
    "names",
    "speech",
    "arcs",
    "dependents",
    "governors",
    "vectors",
)
_INSTALL_ANEW = "install Stemma anew: pip install --force-reinstall stemma-news"


@dataclass(frozen=True, slots=True)
class EngineFile:
    """A network that is ready to run, and what its numbers mean.

    `upos` to `names` are the labels of its outputs. A relation's scores are `gelu(dependent + governor) @ label_weights
    + label_bias`.
    """

    session: "InferenceSession"
    has_mask: bool
    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    feats: tuple[str, ...]
    lemma: tuple[str, ...]
    relations: tuple[str, ...]
    names: tuple[str, ...]
    vocabulary: tuple[str, ...]
    label_weights: NDArray[np.float32]
    label_bias: NDArray[np.float32]


def published(path: Path) -> tuple[str, str]:
    """Version and SHA-256 of the engine file at `path`, as the file beside it says."""
    beside = path.with_suffix(".json")
    try:
        said = json.loads(beside.read_text(encoding="utf-8"))
        return str(said["version"]), str(said["sha256"])
    except FileNotFoundError as error:
        raise EngineError(str(beside), f"it is missing, so the engine cannot be checked; {_INSTALL_ANEW}") from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise EngineError(str(beside), f"it cannot be read ({error}); {_INSTALL_ANEW}") from error


def read_checked(path: Path, sha256: str) -> bytes:
    """The bytes of the engine file at `path`; raises EngineError where they are not those of `sha256`."""
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise EngineError(str(path), f"there is no engine file; {_INSTALL_ANEW}") from error
    except OSError as error:
        raise EngineError(str(path), f"it cannot be read ({error}); {_INSTALL_ANEW}") from error
    if hashlib.sha256(data).hexdigest() != sha256:
        raise EngineError(str(path), f"it is damaged, or not the file that was published; {_INSTALL_ANEW}")
    return data


def open_engine(path: Path, data: bytes, threads: int) -> EngineFile:
    """The engine in `data`, which was read from `path`; raises EngineError where it is none of this format."""
    # Imported here, as most commands need no engine, and it takes longer than all other imports.
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # Measured: the fused layer norm is slower than its parts (11 % of the whole), the exact form of GELU than the one
    # with tanh (3 %), whose error is far below that of weights in eight bits.
    options.add_session_config_entry("optimization.enable_gelu_approximation", "1")
    slower = ["SkipLayerNormFusion"]
    try:
        session = onnxruntime.InferenceSession(
            data, options, providers=["CPUExecutionProvider"], disabled_optimizers=slower
        )
    except Exception as error:  # ONNX Runtime's own errors have no common root
        raise EngineError(str(path), f"it is no network that ONNX Runtime can read; {_INSTALL_ANEW}") from error
    said = session.get_modelmeta().custom_metadata_map.get(_METADATA)
    if said is None:
        raise EngineError(str(path), f"it is a network, but no engine of Stemma; {_INSTALL_ANEW}")
    missing = _missing(session)
    if missing:
        raise EngineError(str(path), f"the network lacks {missing}; {_INSTALL_ANEW}")
    try:
        return _engine(session, json.loads(said), path)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise EngineError(str(path), f"what it says of itself cannot be read ({error}); {_INSTALL_ANEW}") from error


def _missing(session: "InferenceSession") -> str:
    has = {tensor.name for tensor in (*session.get_inputs(), *session.get_outputs())}
    return ", ".join(name for name in (*INPUTS, *OUTPUTS) if name not in has)


def _engine(session: "InferenceSession", said: Mapping[str, Any], path: Path) -> EngineFile:
    if said["format"] != FORMAT:
        reason = f"its format is {said['format']}, this Stemma reads {FORMAT}; {_INSTALL_ANEW}"
        raise EngineError(str(path), reason)
    labels = {column: tuple(map(str, values)) for column, values in said["labels"].items()}
    bias = _floats(said["label_bias"])
    weights = _floats(said["label_weights"]).reshape(-1, len(labels["relations"]))
    if len(bias) != len(labels["relations"]):
        raise ValueError("labels and their weights do not fit")
    return EngineFile(
        session=session,
        has_mask=any(tensor.name == MASK for tensor in session.get_inputs()),
        upos=labels["upos"],
        xpos=labels["xpos"],
        feats=labels["feats"],
        lemma=labels["lemma"],
        relations=labels["relations"],
        names=labels["names"],
        vocabulary=tuple(said["vocabulary"]),
        label_weights=weights,
        label_bias=bias,
    )


def _floats(coded: str) -> NDArray[np.float32]:
    return np.frombuffer(base64.b64decode(coded), np.dtype("<f4")).astype(np.float32)
