"""What the program asks the store's jobs, and what they answer. Free of torch."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from engine.encoders.store.offer import Offer


@dataclass(frozen=True, slots=True)
class ListModels:
    """Job "models.list": all models as `ModelRow`s, the bundled one first. No network.

    Attributes:
        measure: the speed of which installed models to measure first: of those that nobody has
            measured on this device, of all, or of none.
    """

    measure: Literal["none", "missing", "all"] = "none"


@dataclass(frozen=True, slots=True)
class ModelRow:
    """One model.

    Attributes:
        name: "bundled" or "MODEL/TAG".
        installed: whether it can be used now.
        size_bytes: of the weight file; if not installed an estimate, or 0 if not known.
        licence: of the weights; "" if only the hub knows.
        sha256: of the weight file; if not installed the project's pin, or None.
        in_use: whether the user chose it.
        ms_per_image: measured on this machine's device, or None.
        purpose: what Strokewise uses it for, or "".
        origin: where the file came from; "" if not installed.
    """

    name: str
    installed: bool
    size_bytes: int
    licence: str
    sha256: str | None
    in_use: bool
    ms_per_image: float | None
    purpose: str = ""
    origin: str = ""


@dataclass(frozen=True, slots=True)
class ListNames:
    """Job "models.names": every "MODEL/TAG" that can be asked for, as a tuple. No network."""


@dataclass(frozen=True, slots=True)
class DescribeModel:
    """Job "models.describe": asks the hub; answers an `Offer`. The user must have asked."""

    name: str


@dataclass(frozen=True, slots=True)
class FetchModel:
    """Job "models.fetch": downloads what the user was shown; answers an `Installed`."""

    offer: Offer


@dataclass(frozen=True, slots=True)
class ImportModel:
    """Job "models.import": copies a file of the user's into the store; answers an `Installed`."""

    name: str
    path: Path


@dataclass(frozen=True, slots=True)
class UseModel:
    """Job "models.use": choose "bundled" or an installed model; answers its name."""

    name: str


@dataclass(frozen=True, slots=True)
class RemoveModel:
    """Job "models.remove": delete an installed model; answers its name."""

    name: str


@dataclass(frozen=True, slots=True)
class VerifyModels:
    """Job "models.verify": hash all files again; answers a tuple of `Verdict`s."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a model's file is what was installed; `sentence` says what is wrong, or ""."""

    name: str
    sentence: str

    @property
    def sound(self) -> bool:
        """Nothing is wrong."""
        return not self.sentence
