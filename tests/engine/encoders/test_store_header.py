"""Only sound safetensors files pass."""

from __future__ import annotations

import json
import pickle
import struct
from pathlib import Path

import pytest

from engine.encoders.store.header import MAX_HEADER_BYTES, TensorSpec, read_header
from engine.errors import InputError


def _entry(begin: int, end: int, shape: list[int], dtype: str = "F32") -> dict[str, object]:
    return {"dtype": dtype, "shape": shape, "data_offsets": [begin, end]}


def _file(header: object, data: bytes, length: int | None = None) -> bytes:
    text = header if isinstance(header, bytes) else json.dumps(header).encode()
    return struct.pack("<Q", len(text) if length is None else length) + text + data


SOUND = _file({"a": _entry(0, 8, [2]), "b": _entry(8, 12, [1, 2], "F16")}, b"\0" * 12)
HOSTILE = {
    "empty": b"",
    "shorter than its length": b"\1\2\3",
    "pickle": pickle.dumps({"a": [0.0] * 9}),
    "zip": b"PK\3\4" + b"\0" * 60,
    "not JSON": _file(b"hello, I am a header", b""),
    "deep JSON": _file(b"[" * 100_000, b""),
    "a list": _file([1, 2], b""),
    "header beyond the file": _file({}, b"", length=10_000),
    "header beyond the bound": _file({}, b"", length=MAX_HEADER_BYTES + 1),
    "header beyond any memory": _file({}, b"", length=2**63),
    "overlap": _file({"a": _entry(0, 8, [2]), "b": _entry(4, 12, [2])}, b"\0" * 12),
    "same bytes twice": _file({"a": _entry(0, 8, [2]), "b": _entry(0, 8, [2])}, b"\0" * 8),
    "gap": _file({"a": _entry(8, 16, [2])}, b"\0" * 16),
    "backwards": _file({"a": _entry(8, 0, [2])}, b"\0" * 8),
    "negative": _file({"a": _entry(-8, 0, [2])}, b"\0" * 8),
    "beyond the file": _file({"a": _entry(0, 8, [2])}, b"\0" * 7),
    "bytes left over": _file({"a": _entry(0, 8, [2])}, b"\0" * 9),
    "shape and bytes differ": _file({"a": _entry(0, 8, [3])}, b"\0" * 8),
    "overflowing shape": _file({"a": _entry(0, 8, [2**40, 2**40])}, b"\0" * 8),
    "unknown dtype": _file({"a": _entry(0, 8, [2], "OBJECT")}, b"\0" * 8),
    "foreign dtype": _file({"a": _entry(0, 8, [1], "C64")}, b"\0" * 8),
    "no tensors": _file({}, b""),
}


def test_reads_names_dtypes_and_shapes(tmp_path: Path) -> None:
    path = tmp_path / "sound.safetensors"
    path.write_bytes(SOUND)
    assert read_header(path) == {"a": TensorSpec("F32", (2,)), "b": TensorSpec("F16", (1, 2))}


@pytest.mark.parametrize("kind", HOSTILE)
def test_refuses_unsound_files_in_one_sentence(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "hostile.safetensors"
    path.write_bytes(HOSTILE[kind])
    with pytest.raises(InputError, match=r"^My file (is|holds) .*\.$") as caught:
        read_header(path, "My file")
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 200


@pytest.mark.parametrize("cut", [1, 9, len(SOUND) - 13, len(SOUND) - 1])
def test_refuses_truncated_files(cut: int, tmp_path: Path) -> None:
    path = tmp_path / "truncated.safetensors"
    path.write_bytes(SOUND[:cut])
    with pytest.raises(InputError, match="truncated"):
        read_header(path)


def test_refuses_what_is_not_a_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read_header(tmp_path)
    with pytest.raises(InputError, match="cannot be read"):
        read_header(tmp_path / "missing")
