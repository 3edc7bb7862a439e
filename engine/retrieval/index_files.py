"""The files of one encoder's embeddings in a library, beside its database.

Two files of rows where the encoder's photos are smoothed (`engine.retrieval.smoothing`): as they
were embedded, and as they are searched; of other encoders the first alone. The second one appears
complete and is written along with the first, so a search needs to open only one of them. Beside
each there may be an approximate index of it, of a large library.
"""

from __future__ import annotations

import hashlib
import shutil
from contextlib import suppress
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.retrieval.vectors import VectorFile


class IndexFiles:
    """Where the embeddings of an encoder are.

    Args:
        folder: of the library.
        fingerprint: of the encoder: what a killed process left behind is never another's.
        dimensions: of its embeddings.

    Attributes:
        plain: rows as the encoder embedded the photos.
        smoothed: the same smoothed, plain where that has not been done yet.
    """

    def __init__(self, folder: Path, fingerprint: str, dimensions: int) -> None:
        name = hashlib.sha256(fingerprint.encode()).hexdigest()[:16]
        self.plain = VectorFile(folder / f"vectors-{name}.f16", dimensions)
        self.smoothed = VectorFile(folder / f"vectors-{name}.smooth.f16", dimensions)

    @property
    def searched(self) -> VectorFile:
        """The rows that queries are compared with."""
        return self.smoothed if self.smoothed.path.exists() else self.plain

    def begin_smoothing(self) -> None:
        """Make the file of smoothed rows, all of them plain, unless it is there.

        Nobody may write rows meanwhile.

        Raises:
            OSError: the disk is full, say.
        """
        if self.smoothed.path.exists():
            return
        # Not synchronised: rows that a cut of the power turns to nothing are smoothed anew.
        unfinished = self.smoothed.path.with_suffix(".filling")
        if self.plain.path.exists():
            shutil.copyfile(self.plain.path, unfinished)
        else:
            unfinished.write_bytes(b"")
        unfinished.replace(self.smoothed.path)

    def write(self, rows: NDArray[np.int64], vectors: NDArray[np.float32]) -> None:
        """Put new (N, D) embeddings into N rows, on the disk when it returns.

        Raises:
            OSError: the disk is full, say.
        """
        self.plain.write(rows, vectors)
        if self.smoothed.path.exists():
            self.smoothed.write(rows, vectors)

    def remove(self) -> None:
        """Away with all of them."""
        for each in (self.plain, self.smoothed):
            for stale in (each.path, each.nearest_path):
                with suppress(OSError):  # Windows keeps what another process has mapped
                    stale.unlink()
