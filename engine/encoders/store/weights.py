"""The folder with the weight files, one record beside each."""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

import platformdirs

from engine.encoders.store.hashing import sha256_of
from engine.encoders.store.names import ModelName
from engine.errors import InputError

FOLDER_VARIABLE = "STROKEWISE_MODELS"
"""The environment variable that puts the store elsewhere."""
BUNDLED = "bundled"
"""The name of the encoder that comes with the program: always there, in use by default."""
_FORMAT = 1
_STATE = "state.json"


@dataclass(frozen=True, slots=True)
class Installed:
    """One model in the store.

    Attributes:
        name: "MODEL/TAG".
        size_bytes: of the weight file.
        sha256: of the weight file, when it came in; demanded at every use.
        licence: of the weights.
        origin: "OWNER/NAME@COMMIT" on the hub, or the name of the user's file.
    """

    name: str
    size_bytes: int
    sha256: str
    licence: str
    origin: str


@dataclass(frozen=True, slots=True)
class _State:
    in_use: str = BUNDLED
    ms_per_image: dict[str, dict[str, float]] = field(default_factory=dict)


class WeightStore:
    """Weight files and what is known about them. No network, no torch; any thread, one at a time.

    A model is installed when its record is there; the record is written after the weight file has
    its final name, both through a temporary file, so a crash leaves the store as it was.
    """

    def __init__(self, folder: Path | None = None) -> None:
        """Use `folder`, else the one the environment names, else the user's data folder."""
        named = os.environ.get(FOLDER_VARIABLE)
        if folder is None:
            folder = Path(named) if named else platformdirs.user_data_path("strokewise") / "models"
        self.folder = folder

    def installed(self) -> dict[ModelName, Installed]:
        """All models in the store, by name."""
        records = sorted(self.folder.glob("*--*.json")) if self.folder.is_dir() else []
        found = (self._read_record(path) for path in records)
        return {ModelName.parse(record.name): record for record in found if record is not None}

    def find(self, name: ModelName) -> Installed | None:
        """The record of `name`, or None if it is not installed."""
        return self._read_record(self._record_path(name))

    def weights_path(self, name: ModelName) -> Path:
        """Where the weight file of `name` is, or would be."""
        return self.folder / f"{name.stem}.safetensors"

    def part_path(self, name: ModelName, sha256: str) -> Path:
        """Where a download of that file of `name` is collected."""
        return self.folder / f"{name.stem}.{sha256[:16]}.part"

    def checked_weights(self, name: ModelName) -> tuple[Path, Installed]:
        """The weight file of `name`, hashed now and found to be the one that was installed.

        Raises:
            InputError: it is not installed, or the file is missing or damaged.
        """
        record = self.find(name)
        if record is None:
            raise InputError(
                f'{name} is not installed; "strokewise models fetch {name}" or the Models dialog '
                "fetches it."
            )
        path = self.weights_path(name)
        try:
            sound = sha256_of(path) == record.sha256
        except OSError as error:
            raise InputError(
                f"The file of {name} cannot be read ({error.strerror}); fetch it again."
            ) from error
        if not sound:
            raise InputError(f"The file of {name} is damaged; fetch it again.")
        return path, record

    def prepare(self) -> None:
        """Make the folder.

        Raises:
            InputError: it cannot be made.
        """
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise InputError(
                f"The models' folder {self.folder} cannot be made ({error.strerror})."
            ) from error

    def install(self, name: ModelName, incoming: Path, record: Installed) -> None:
        """Give a complete, checked file in the store's folder its final name, and record it.

        Raises:
            InputError: the disk refuses; the store is as it was.
        """
        try:
            with incoming.open("rb+") as file:
                os.fsync(file.fileno())
            # All that needs room on the disk comes first; the renames then go through. Between
            # them the model counts as not installed, never as installed with the wrong file.
            with _json_for(self._record_path(name), {"format": _FORMAT, **asdict(record)}):
                self._record_path(name).unlink(missing_ok=True)
                incoming.replace(self.weights_path(name))
            self._sweep(name)
        except OSError as error:
            raise InputError(f"{name} cannot be stored ({error.strerror}).") from error

    def remove(self, name: ModelName) -> None:
        """Delete a model, and what has arrived of it; the bundled one takes over if it was in use.

        Raises:
            InputError: the disk refuses.
        """
        try:
            if self.in_use == str(name):
                self._write_state(replace(self._state(), in_use=BUNDLED))
            self._record_path(name).unlink(missing_ok=True)
            self.weights_path(name).unlink(missing_ok=True)
            self._sweep(name)
        except OSError as error:
            raise InputError(f"{name} cannot be removed ({error.strerror}).") from error

    @property
    def in_use(self) -> str:
        """The encoder the user chose: `BUNDLED` or an installed "MODEL/TAG"."""
        chosen = self._state().in_use
        with contextlib.suppress(InputError):
            if chosen == BUNDLED or self.find(ModelName.parse(chosen)) is not None:
                return chosen
        return BUNDLED

    def use(self, name: str) -> None:
        """Choose `BUNDLED` or an installed "MODEL/TAG".

        Raises:
            InputError: it is not installed.
        """
        if name != BUNDLED and self.find(ModelName.parse(name)) is None:
            raise InputError(f"{name} is not installed, so it cannot be used.")
        self._write_state(replace(self._state(), in_use=name))

    def ms_per_image(self, name: str, device: str) -> float | None:
        """How long one image took on that device, or None if nobody has measured it."""
        return self._state().ms_per_image.get(device, {}).get(name)

    def note_speed(self, name: str, device: str, ms_per_image: float) -> None:
        """Remember a measurement."""
        state = self._state()
        of_device = {**state.ms_per_image.get(device, {}), name: ms_per_image}
        self._write_state(replace(state, ms_per_image={**state.ms_per_image, device: of_device}))

    def _sweep(self, name: ModelName) -> None:
        """Delete what has arrived of other revisions of a model."""
        for part in self.folder.glob(f"{name.stem}.*.part*"):
            part.unlink(missing_ok=True)

    def _record_path(self, name: ModelName) -> Path:
        return self.folder / f"{name.stem}.json"

    def _read_record(self, path: Path) -> Installed | None:
        entry = _read_json(path)
        if entry.pop("format", None) != _FORMAT:
            return None
        try:
            record = Installed(**entry)
            same = self._record_path(ModelName.parse(record.name)) == path
        except (TypeError, InputError):
            return None
        return record if same else None

    def _state(self) -> _State:
        entry = _read_json(self.folder / _STATE)
        in_use, speeds = entry.get("in_use", BUNDLED), entry.get("ms_per_image", {})
        sound = isinstance(in_use, str) and isinstance(speeds, dict)
        sound = sound and all(isinstance(of_device, dict) for of_device in speeds.values())
        return _State(in_use, speeds) if sound else _State()

    def _write_state(self, state: _State) -> None:
        self.prepare()
        try:
            with _json_for(self.folder / _STATE, {"format": _FORMAT, **asdict(state)}):
                pass
        except OSError as error:
            raise InputError(f"The choice cannot be stored ({error.strerror}).") from error


@contextlib.contextmanager
def _json_for(path: Path, content: dict[str, Any]) -> Iterator[None]:
    """Write `content` into a temporary file that becomes `path` if the block ends well."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.stem, suffix=".tmp")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(json.dumps(content, indent=1) + "\n")
            file.flush()
            os.fsync(file.fileno())
        yield
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def _read_json(path: Path) -> dict[str, Any]:
    """A JSON object, or an empty one if there is none: a spoilt record is no record."""
    try:
        content = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return content if isinstance(content, dict) else {}
