"""Names of open_clip models: "MODEL/TAG", as in "RN101/openai"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from engine.errors import InputError

_PART = r"[A-Za-z0-9][A-Za-z0-9_.+-]{0,79}"
_NAME = re.compile(f"({_PART})/({_PART})")


@dataclass(frozen=True, slots=True, order=True)
class ModelName:
    """Which architecture and which weights.

    Attributes:
        model: open_clip's name of the architecture, "RN101".
        tag: which weights: one of open_clip's pretrained tags, or the user's own word.
    """

    model: str
    tag: str

    @classmethod
    def parse(cls, text: str) -> ModelName:
        """Read "MODEL/TAG".

        Raises:
            InputError: it is not of that form. (So no name can leave the store's folder.)
        """
        match = _NAME.fullmatch(text)
        if match is None:
            raise InputError(f'"{text}" is not a model\'s name; write MODEL/TAG, as RN101/openai.')
        return cls(*match.groups())

    @property
    def stem(self) -> str:
        """The name as the beginning of a file name."""
        return f"{self.model}--{self.tag}"

    def __str__(self) -> str:
        return f"{self.model}/{self.tag}"
