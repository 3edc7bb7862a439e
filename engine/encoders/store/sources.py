"""Where a model's weights come from: the project's own registry, else open_clip's list.

`resources/models/open_clip.json` names the models the project recommends, with their licence. Its
`sha256` is a pin: null means that nobody has pinned the file yet, and then the hash which the hub
states at the first fetch is checked, recorded in the store and demanded ever after.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import PurePosixPath

from engine.encoders.store.names import ModelName
from engine.errors import InputError

_REGISTRY = "open_clip.json"
_BYTES_PER_PARAMETER = 4
_SAFE_FILES = ("open_clip_model.safetensors", "open_clip_pytorch_model.safetensors")


@dataclass(frozen=True, slots=True)
class Source:
    """A place on the hub.

    Attributes:
        repository: "OWNER/NAME" on the hub.
        files: acceptable file names in the repository, best first; all are safetensors.
        licence: of the weights as far as the project knows, or ""; at a fetch, the licence on the
            hub's card comes first.
        purpose: what Strokewise uses the model for, or "".
        parameters: how many numbers the file holds, 0 if not known.
        sha256: the pinned hash of the file, or None.
    """

    repository: str
    files: tuple[str, ...]
    licence: str = ""
    purpose: str = ""
    parameters: int = 0
    sha256: str | None = None

    @property
    def about_bytes(self) -> int:
        """The file's size as float32, to be told before the hub has been asked; 0: unknown."""
        return self.parameters * _BYTES_PER_PARAMETER


@cache
def recommended() -> Mapping[ModelName, Source]:
    """The project's own registry. Torch-free."""
    text = (resources.files("resources") / "models" / _REGISTRY).read_text("utf-8")
    entries: dict[str, dict[str, object]] = json.loads(text)
    return {
        ModelName.parse(name): Source(files=(str(entry.pop("file")),), **entry)  # type: ignore[arg-type]
        for name, entry in entries.items()
    }


def find_source(name: ModelName, registry: Mapping[ModelName, Source] | None = None) -> Source:
    """Where `name` can be fetched from: `registry` (default: `recommended()`), else open_clip.

    Imports open_clip (and torch) only for a name outside the registry.

    Raises:
        InputError: nobody knows the name, or its weights are not on the hub.
    """
    known = recommended() if registry is None else registry
    if name in known:
        return known[name]
    from engine.encoders.torchvision_cure import import_torchvision

    import_torchvision()
    import open_clip

    config = open_clip.get_pretrained_cfg(name.model, name.tag)
    if not config:
        raise InputError(_unknown(name, tuple(open_clip.list_pretrained())))
    place = str(config.get("hf_hub", ""))
    if not place:
        raise InputError(f"The weights of {name} are not on the hub; pick a local file instead.")
    # open_clip writes "OWNER/NAME/" or "OWNER/NAME/FILE".
    owner, repository, *file = place.strip("/").split("/")
    files = (str(PurePosixPath(*file).with_suffix(".safetensors")),) if file else ()
    return Source(f"{owner}/{repository}", (*files, *_SAFE_FILES))


def known_names() -> tuple[str, ...]:
    """Every "MODEL/TAG" that `find_source` can resolve. Imports open_clip."""
    from engine.encoders.torchvision_cure import import_torchvision

    import_torchvision()
    import open_clip

    listed = (f"{model}/{tag}" for model, tag in open_clip.list_pretrained())
    return tuple(dict.fromkeys((*map(str, recommended()), *listed)))


def _unknown(name: ModelName, pretrained: tuple[tuple[str, str], ...]) -> str:
    tags = [tag for model, tag in pretrained if model == name.model]
    if tags:
        return f'{name.model} has no weights "{name.tag}"; it has {", ".join(tags)}.'
    return f'open_clip knows no model "{name.model}"; "RN101/openai" is one it knows.'
