"""What the hub offers, before any of it is downloaded."""

from __future__ import annotations

from dataclasses import dataclass

from engine.encoders.store.names import ModelName


@dataclass(frozen=True, slots=True)
class Offer:
    """What a fetch would bring: shown to the user first, then demanded of what arrives.

    Attributes:
        name: the model.
        url: of that revision of the file, so it cannot change while it is downloaded.
        size_bytes: of the file.
        sha256: of the file; the project's pin where there is one, else what the hub states.
        licence: of the weights, as the hub or else the registry says.
        repository: "OWNER/NAME" on the hub.
        revision: commit of the repository.
    """

    name: ModelName
    url: str
    size_bytes: int
    sha256: str
    licence: str
    repository: str
    revision: str

    def __str__(self) -> str:
        return (
            f"{self.name} is {self.size_bytes / 1e6:,.1f} MB from {self.repository}; "
            f"licence: {self.licence}."
        )
