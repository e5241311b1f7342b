"""Run uv with the given arguments: the one on PATH, or else a pinned one that is put into `.uv/` first.

    python3 scripts/uv.py sync --frozen

So a fresh machine needs python3 (3.11 or later) and make, nothing else.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

PINNED = "uv==0.13.9"
OLDEST = (0, 8)
"""The oldest uv that reads this `uv.lock` without a complaint about its revision."""
FOLDER = Path(__file__).resolve().parent.parent / ".uv"
NO_VENV = "python3 cannot make a virtual environment here; on Debian: sudo apt-get install python3-venv"


def uv() -> str:
    """The path of a uv that runs and is recent enough."""
    found = shutil.which("uv")
    if found and recent(found):
        return found
    own = FOLDER / ("Scripts/uv.exe" if os.name == "nt" else "bin/uv")
    if not own.exists():
        install(own)
    return str(own)


def recent(path: str) -> bool:
    """Whether the uv at `path` runs (a pyenv shim may not) and is not older than `OLDEST`."""
    asked = subprocess.run([path, "--version"], capture_output=True, text=True, check=False)
    words = asked.stdout.split()
    if asked.returncode or len(words) < 2:
        return False
    return tuple(int(part) for part in words[1].split(".")[:2] if part.isdigit()) >= OLDEST


def install(own: Path) -> None:
    """Put the pinned uv into a virtual environment of its own."""
    sys.stderr.write(f"no recent uv on PATH: putting {PINNED} into {FOLDER}\n")
    if subprocess.run([sys.executable, "-m", "venv", str(FOLDER)], stdout=subprocess.DEVNULL, check=False).returncode:
        shutil.rmtree(FOLDER, ignore_errors=True)
        sys.exit(NO_VENV)
    python = own.with_name("python.exe" if os.name == "nt" else "python")
    subprocess.run([str(python), "-m", "pip", "install", "--quiet", PINNED], check=True)


def main() -> None:
    """Run uv and end with its status."""
    if sys.version_info < (3, 11):  # noqa: UP036 - this runs before anything has checked the version
        sys.exit(f"Stemma needs Python 3.11 or later; this is {sys.version.split()[0]}. Try: make PYTHON=python3.12")
    sys.exit(subprocess.run([uv(), *sys.argv[1:]], check=False).returncode)


if __name__ == "__main__":
    main()
