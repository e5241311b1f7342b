"""Run the tests against the built wheel in a clean environment: what users install is what is tested.

    python3 scripts/test_wheel.py

Copies the tests and what they read to a temporary folder, so that `src/` cannot be imported by accident.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
UV = [sys.executable, str(ROOT / "scripts" / "uv.py")]
LEFT_OUT = {"src", "dist", "build"}
EXPORT = ["export", "--frozen", "--quiet", "--no-emit-project", "--no-hashes", "--directory", str(ROOT)]


def run(*command: str, cwd: Path) -> None:
    """Run a command and end with its status where it fails."""
    if status := subprocess.run(command, cwd=cwd, check=False).returncode:
        sys.exit(status)


def copy_all_but_the_code(target: Path) -> None:
    """Copy tests, examples, documents and settings; leave the code, hidden folders and build outputs."""
    for path in sorted(ROOT.iterdir()):
        if path.name in LEFT_OUT or path.name.startswith("."):
            continue
        if path.is_dir():
            shutil.copytree(path, target / path.name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy2(path, target / path.name)


def main() -> None:
    """Build an environment from the lock and the newest wheel, and run pytest in it."""
    wheels = sorted((ROOT / "dist").glob("*.whl"), key=lambda path: path.stat().st_mtime)
    if not wheels:
        sys.exit("no wheel in dist/: make wheel builds one")
    with tempfile.TemporaryDirectory(prefix="stemma-wheel-") as name:
        folder = Path(name)
        copy_all_but_the_code(folder)
        venv = folder / ".venv"
        python = venv / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
        requirements = folder / "requirements.txt"
        run(*UV, *EXPORT, "--output-file", str(requirements), cwd=folder)
        run(*UV, "venv", "--quiet", str(venv), cwd=folder)
        install = ("pip", "install", "--quiet", "--python", str(python), "-r", str(requirements), str(wheels[-1]))
        run(*UV, *install, cwd=folder)
        run(str(python), "-m", "pytest", "-n", "2", "--doctest-modules", "tests", "--pyargs", "stemma", cwd=folder)


if __name__ == "__main__":
    main()
