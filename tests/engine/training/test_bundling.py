from __future__ import annotations

import json
from pathlib import Path

from engine.encoders.bundled import BundledModel
from engine.training.bundling import bundle


def test_the_line_in_the_registry_is_what_the_program_reads(tmp_path: Path) -> None:
    assert bundle(tmp_path, "first", b"abc", "MIT").startswith("ba7816bf")
    bundle(tmp_path, "second", b"", "CC-BY-4.0", "addition", "first")
    bundle(tmp_path, "first", b"abcd", "MIT")
    entries = json.loads((tmp_path / "registry.json").read_text())
    first, second = (BundledModel(name, **entry) for name, entry in entries.items())
    assert (first.name, first.role, first.encoder) == ("first", "encoder", "")
    assert (second.role, second.encoder) == ("addition", "first")
    assert (tmp_path / first.file).read_bytes() == b"abcd"
    assert first.sha256.startswith("88d4266f")
