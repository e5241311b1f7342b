"""The sub-words of a word, by the runtime's own WordPiece: training sees exactly what the engine will see."""

from pathlib import Path

from stemma.text.wordpiece import WordPiece

CLS, SEP = 101, 102
MOST = 200
"""Sub-words of one word that are read."""


class Pieces:
    """Cached sub-words."""

    def __init__(self, vocabulary: Path) -> None:
        self.vocabulary = vocabulary.read_text(encoding="utf-8").splitlines()
        self._wordpiece = WordPiece(self.vocabulary)
        self._known: dict[str, list[int]] = {}

    def __call__(self, word: str) -> list[int]:
        """The numbers of the sub-words of `word`, at least one."""
        if word not in self._known:
            self._known[word] = list(self._wordpiece.ids(word))[:MOST]
        return self._known[word]
