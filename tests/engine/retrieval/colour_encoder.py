"""An encoder without weights, and pictures it tells apart; usable without pytest."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import numpy as np
import torch
from PIL import Image
from torch.nn.functional import adaptive_avg_pool2d, normalize

from engine.context import Context
from engine.registry import start_job
from engine.retrieval.messages import Indexed, IndexPhotos

WORDS = {"red": 0, "green": 1, "blue": 2}


class ColourEncoder:
    """Embeds the mean colours of a grid of cells, seen against grey."""

    input_size = 32
    semantic_dimensions: int | None = None
    device = torch.device("cpu")

    def __init__(self, cells: int = 2, seconds: float = 0.0) -> None:
        self.name = f"colours {cells}"
        self.fingerprint = f"colours:{cells}"
        self._cells = cells
        self._seconds = seconds
        self.seen = 0

    def embed(self, images: torch.Tensor) -> torch.Tensor:
        self.seen += len(images)
        time.sleep(self._seconds * len(images))
        cells = adaptive_avg_pool2d(images, self._cells).flatten(1)
        return normalize(cells - 0.45, dim=1)


class PartedColourEncoder(ColourEncoder):
    """Its first two colours say what a photo shows: a library smooths them."""

    semantic_dimensions = 6


class WordyEncoder(ColourEncoder):
    """Also knows the words red, green and blue."""

    canvas_size = 32
    coarse_canvas_size = 32
    geometric_stages = ()
    line_drawing_share = 0.0
    logit_scale = 1.0

    def __init__(self) -> None:
        super().__init__(1)
        self.name, self.fingerprint = "wordy", "wordy:1"

    def encode_text(self, texts: list[str]) -> torch.Tensor:
        rows = torch.full((len(texts), 3), -0.45)
        for row, text in zip(rows, texts, strict=True):
            row[WORDS[text.split()[-1]]] = 0.55
        return normalize(rows, dim=1)

    def feature_maps(self, images: torch.Tensor) -> dict[str, torch.Tensor]:
        raise NotImplementedError

    encode = saliency = feature_maps


def colour(i: int) -> tuple[int, int, int]:
    """Far enough apart to be told apart after JPEG and half precision."""
    return 40 * (i % 6) + 20, 40 * (i // 6 % 6) + 20, 40 * (i // 36 % 6) + 20


def make_photo(path: Path, i: int, size: tuple[int, int] = (40, 30)) -> Path:
    """A picture of colour number i (below 216) with a corner of another."""
    path.parent.mkdir(parents=True, exist_ok=True)
    image = Image.new("RGB", size, colour(i))
    image.paste(colour(i // 216 + 7), (0, 0, size[0] // 2, size[1] // 2))
    image.save(path)
    return path


def make_context(*encoders: Any) -> Context:
    """A context that has these encoders loaded, by their names."""
    context = Context()
    for encoder in encoders:
        context.cache["encoder", encoder.name, str(context.device)] = encoder
    return context


def run(handler: str, payload: Any, context: Context) -> Any:
    """A job to its end."""
    job = start_job(f"engine.retrieval.{handler}", payload, context)
    while True:
        try:
            next(job)
        except StopIteration as end:
            return end.value


def index(library: Path, encoder: Any, **wishes: Any) -> Indexed:
    """Index with one encoder."""
    payload = IndexPhotos(library, encoder.name, **wishes)
    answer: Indexed = run("indexing:index", payload, make_context(encoder))
    return answer


def expected_embedding(path: Path, encoder: Any) -> np.ndarray:
    """What the encoder sees in a file, without the library."""
    with Image.open(path) as image:
        rgb = image.convert("RGB").resize((encoder.input_size,) * 2, Image.Resampling.BICUBIC)
    batch = torch.from_numpy(np.array(rgb)).permute(2, 0, 1)[None].float() / 255
    return encoder.embed(batch)[0].numpy()
