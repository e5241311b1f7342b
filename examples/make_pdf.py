"""Make the PDF reports of `examples/reports/` from their Typst sources; the same bytes on every machine.

uv run python examples/make_pdf.py
"""

from pathlib import Path

import typst

HERE = Path(__file__).parent
SOURCES = HERE / "typst"
TEMPLATE = "paper.typ"


def pdf_of(source: Path) -> bytes:
    """The PDF that a Typst source makes, with the fonts of the compiler only, so that no machine differs."""
    made = typst.compile(source, root=SOURCES, format="pdf", ignore_system_fonts=True)
    if not isinstance(made, bytes):
        raise TypeError(f"{source}: the compiler gave {type(made).__name__}, not one document")
    return made


def sources() -> list[Path]:
    """The Typst sources of reports, sorted."""
    return sorted(path for path in SOURCES.glob("*.typ") if path.name != TEMPLATE)


def main() -> None:
    """Write each report's PDF and name it."""
    for source in sources():
        target = HERE / "reports" / f"{source.stem}.pdf"
        target.write_bytes(pdf_of(source))
        print(target)


if __name__ == "__main__":
    main()
