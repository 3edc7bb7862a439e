"""Omniglot (Lake et al. 2015): its character images, and the official one-shot runs."""

from __future__ import annotations

import io
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from engine.errors import InputError
from engine.evaluation.image_tree import files_of
from engine.sketchembed.canvas import SIDE_PX

_LABELS = "class_labels.txt"

Ink = NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Characters:
    """C characters, each drawn by E people.

    Attributes:
        ink: (C, E, 28, 28) in [0, 1], 1 on a line.
        names: C times "ALPHABET/CHARACTER".
    """

    ink: Ink
    names: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class OneShotRun:
    """One of the official runs: which of the training images shows the same character?

    Attributes:
        name: of its folder.
        training: (T, 28, 28) ink, one of each character.
        test: (Q, 28, 28).
        answers: (Q,) position in `training`.
    """

    name: str
    training: Ink
    test: Ink
    answers: NDArray[np.int64]


def read_characters(data: Path) -> Characters:
    """The images of a folder or zip with .../ALPHABET/CHARACTER/NAME.png.

    Of every character as many drawings are taken as the one with the fewest has.

    Raises:
        InputError: it cannot be read, or has no two characters.
    """
    images: dict[str, list[bytes]] = defaultdict(list)
    for name, read in files_of(data, ".png"):
        images["/".join(PurePosixPath(name).parts[-3:-1])].append(read())
    if len(images) < 2:
        raise InputError(f"{data} has no characters: ALPHABET/CHARACTER/NAME.png is looked for.")
    count = min(map(len, images.values()))
    names = tuple(sorted(images))
    ink = np.stack([[_ink(each, data) for each in images[name][:count]] for name in names])
    return Characters(ink, names)


def read_runs(data: Path) -> list[OneShotRun]:
    """The one-shot runs of a folder or zip with [.../]runNN/class_labels.txt.

    Each line of that file names a test and a training image, relative to the folder of the runs.

    Raises:
        InputError: it cannot be read, or there are no such runs.
    """
    files = dict(files_of(data, ".png", ".txt"))
    runs = []
    for path in sorted(name for name in files if PurePosixPath(name).name == _LABELS):
        folder = PurePosixPath(path).parent
        lines = files[path]().decode("utf-8", "replace").split("\n")
        pairs = [line.split() for line in lines if line.strip()]
        if not pairs or any(len(pair) != 2 for pair in pairs):
            raise InputError(f"{path} of {data} is no list of test and training images.")
        training = sorted({pair[1] for pair in pairs})
        try:
            shown = [files[str(folder.parent / name)]() for name in training]
            asked = [files[str(folder.parent / pair[0])]() for pair in pairs]
        except KeyError as error:
            raise InputError(f"{data} lacks the image {error.args[0]}.") from error
        answers = np.array([training.index(pair[1]) for pair in pairs], np.int64)
        stacks = [np.stack([_ink(each, data) for each in group]) for group in (shown, asked)]
        runs.append(OneShotRun(folder.name, stacks[0], stacks[1], answers))
    if not runs:
        raise InputError(f"{data} has no one-shot runs: runNN/{_LABELS} is looked for.")
    return runs


def has_runs(data: Path) -> bool:
    """Whether a folder or zip holds one-shot runs rather than characters.

    Raises:
        InputError: it cannot be read.
    """
    return any(PurePosixPath(name).name == _LABELS for name, _ in files_of(data))


def _ink(content: bytes, data: Path) -> Ink:
    """(28, 28) of a picture with dark lines on white."""
    try:
        with Image.open(io.BytesIO(content)) as image:
            small = image.convert("L").resize((SIDE_PX, SIDE_PX), Image.Resampling.BOX)
    except (OSError, ValueError, SyntaxError) as error:
        raise InputError(f"{data} has a picture that cannot be decoded.") from error
    return np.float32(1) - np.asarray(small, np.float32) / np.float32(255)
