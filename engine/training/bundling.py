"""Writes a weight file that ships with the program, and its line in the registry."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from engine.encoders.bundled import Role

MODELS = Path("resources/models")


def bundle(
    folder: Path,
    name: str,
    content: bytes,
    licence: str,
    role: Role = "encoder",
    encoder: str = "",
) -> str:
    """Write `content` as NAME.safetensors into `folder` and enter it into registry.json there.

    Args:
        licence, role, encoder: see `BundledModel`.

    Returns:
        The content's SHA-256, hexadecimal.
    """
    file = f"{name}.safetensors"
    (folder / file).write_bytes(content)
    digest = hashlib.sha256(content).hexdigest()
    registry = folder / "registry.json"
    entries = json.loads(registry.read_text("utf-8")) if registry.exists() else {}
    entry = {"file": file, "sha256": digest, "licence": licence}
    if role != "encoder":
        entry["role"] = role
    if encoder:
        entry["encoder"] = encoder
    entries[name] = entry
    registry.write_text(json.dumps(entries, indent=2) + "\n", "utf-8")
    return digest
