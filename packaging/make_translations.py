"""Bring the translations up to date with the texts in the source, with Qt's own tools.

`make translations`: finds what is passed to `tr` in app/, enters what is new into
resources/translations/*.ts, drops what is gone, and compiles the .qm files that the program reads.
What a .ts file lacks is listed; translate it there (an editor, or Qt Linguist) and run this again.
Until then the program says it in English.
"""

from __future__ import annotations

import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

from app.translation import ENGLISH, LANGUAGES

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"


def main() -> int:
    """Update and compile all languages; the exit status is 1 if something is not translated."""
    sources = [str(path.relative_to(ROOT)) for path in sorted((ROOT / "app").rglob("*.py"))]
    missing = 0
    for code in LANGUAGES:
        if code == ENGLISH:
            continue
        file = FOLDER / f"strokewise_{code}.ts"
        options = ["-no-obsolete", "-locations", "none", "-silent"]
        _tool("lupdate", *options, *sources, "-ts", str(file.relative_to(ROOT)))
        _tool("lrelease", "-silent", "-removeidentical", str(file.relative_to(ROOT)))
        for source in untranslated(file):
            sys.stdout.write(f"{file.name}: {source}\n")
            missing += 1
    return 1 if missing else 0


def untranslated(file: Path) -> list[str]:
    """The English texts that a .ts file has no translation of."""
    return [
        message.findtext("source", "")
        for message in ET.parse(file).iter("message")
        if message.find("translation[@type='unfinished']") is not None
        or not message.findtext("translation")
    ]


def _tool(name: str, *arguments: str) -> None:
    # They come with PySide6, beside the interpreter.
    subprocess.run(
        [str(Path(sys.executable).parent / f"pyside6-{name}"), *arguments], check=True, cwd=ROOT
    )


if __name__ == "__main__":
    sys.exit(main())
