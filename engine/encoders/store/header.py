"""Is this a sound safetensors file? Decided from its header; no tensor is read."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path

from engine.errors import InputError

_LENGTH_BYTES = 8
MAX_HEADER_BYTES = 16 * 1024**2
"""The largest model open_clip knows needs 0.3 MB; safetensors itself would allow 100 MB."""
_DTYPES = frozenset({"F16", "BF16", "F32", "F64", "I64", "I32", "I16", "I8", "U8", "BOOL"})


@dataclass(frozen=True, slots=True)
class TensorSpec:
    """One tensor of a file: its dtype in safetensors' spelling and its shape."""

    dtype: str
    shape: tuple[int, ...]


def read_header(path: Path, called: str = "") -> dict[str, TensorSpec]:
    """The tensors that a safetensors file holds, by name.

    The parser of the safetensors library demands that the header is JSON of the stated length,
    that every tensor's bytes are those of its dtype and shape, and that the tensors cover the
    file without gap or overlap. Here come a bound on the header, so that a hostile one costs no
    memory, and the dtypes that a model may have.

    Args:
        path: the file.
        called: what it is called in the sentence; default: its name.

    Raises:
        InputError: the file is unreadable or is not of that kind.
    """
    called = called or path.name
    from safetensors import SafetensorError, safe_open

    try:
        with path.open("rb") as file:
            prefix = file.read(_LENGTH_BYTES)
        if len(prefix) < _LENGTH_BYTES or struct.unpack("<Q", prefix)[0] > MAX_HEADER_BYTES:
            raise InputError(f"{called} is not a safetensors file.")
        with safe_open(path, framework="np") as tensors:
            slices = {name: tensors.get_slice(name) for name in tensors.keys()}  # noqa: SIM118
            specs = {
                name: TensorSpec(piece.get_dtype(), tuple(piece.get_shape()))
                for name, piece in slices.items()
            }
    except OSError as error:
        raise InputError(f"{called} cannot be read ({error.strerror or error}).") from error
    except SafetensorError as error:
        raise InputError(f"{called} is not a sound safetensors file ({_reason(error)}).") from error
    if not specs:
        raise InputError(f"{called} holds no tensors.")
    foreign = sorted({spec.dtype for spec in specs.values()} - _DTYPES)
    if foreign:
        raise InputError(f"{called} holds numbers of a kind no model here uses ({foreign[0]}).")
    return specs


def _reason(error: Exception) -> str:
    """The library's complaint without its lead and its list of alternatives."""
    return str(error).removeprefix("Error while deserializing header: ").split(", expected")[0]
