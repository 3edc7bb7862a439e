"""Asks the hub what a file is before any of it is downloaded: size, hash, licence, revision."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from engine.encoders.store.http import get_json
from engine.encoders.store.names import ModelName
from engine.encoders.store.offer import Offer
from engine.encoders.store.sources import Source
from engine.errors import InputError

_SHA256 = re.compile("[0-9a-f]{64}")
_COMMIT = re.compile("[0-9a-f]{40}")
UNKNOWN_LICENCE = "not stated"


def ask_hub(name: ModelName, source: Source, endpoint: str | None = None) -> Offer:
    """What the hub has for `name`. Uses the network: call it only when the user asked to.

    Args:
        name: the model.
        source: its place, from `find_source`.
        endpoint: base URL of the hub; default: the hub library's (`HF_ENDPOINT` sets it).

    Raises:
        InputError: no answer, no such repository, no safetensors file in it, or not the one that
            the project pinned.
    """
    from huggingface_hub import constants

    if constants.HF_HUB_OFFLINE:
        raise InputError("HF_HUB_OFFLINE is set, so the hub is not asked.")
    base = endpoint or constants.ENDPOINT
    # `blobs` adds each file's size and hash.
    page = get_json(f"{base}/api/models/{source.repository}?blobs=true")
    try:
        revision, stored = _read_page(page)
        licence = _licence(page) or source.licence or UNKNOWN_LICENCE
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise InputError("The hub answered with something that is not a model's page.") from error
    filename = next((file for file in source.files if file in stored), None)
    if filename is None:
        raise InputError(
            f"{name} is not offered as safetensors, and Strokewise opens no file that may run code."
        )
    size_bytes, sha256 = stored[filename]
    if source.sha256 not in (None, sha256):
        raise InputError(
            f"The hub's file for {name} is not the one that Strokewise has pinned, "
            "so it was not fetched."
        )
    url = f"{base}/{source.repository}/resolve/{revision}/{quote(filename)}"
    return Offer(name, url, size_bytes, sha256, licence, source.repository, revision)


def _read_page(page: Mapping[str, Any]) -> tuple[str, dict[str, tuple[int, str]]]:
    """The commit and, by file name, the size and SHA-256 of the files in large-file storage."""
    revision = page["sha"]
    stored = {
        str(file["rfilename"]): (int(file["lfs"]["size"]), str(file["lfs"]["sha256"]))
        for file in page["siblings"]
        if file.get("lfs")
    }
    if not _COMMIT.fullmatch(revision):
        raise ValueError("no commit")
    for size_bytes, sha256 in stored.values():
        if size_bytes <= 0 or not _SHA256.fullmatch(sha256):
            raise ValueError("no size or no hash")
    return revision, stored


def _licence(page: Mapping[str, Any]) -> str:
    """The licence on the model's card, or ""; a card with licence "other" names it apart."""
    card = page.get("cardData") or {}
    return str(card.get("license_name") or card.get("license") or "")
