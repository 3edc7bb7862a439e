from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import torch

from engine.attribution.framing import frame_strokes
from engine.attribution.resolve import sketch_embedding
from engine.encoders.bundled import bundled_models, read_weights
from engine.encoders.loading import encoder_names, load_encoder
from engine.encoders.prototypes import NAME
from engine.errors import InputError
from engine.training.category_prototypes import mean_drawings


def write(path: Path, names: tuple[str, ...], drawings: int) -> list[list]:
    """Lines of `drawings` drawings of each name; returns the strokes of the first name's."""
    random = np.random.default_rng(0)
    rows, first = [], []
    for name in names:
        for _ in range(drawings):
            strokes = [random.integers(0, 255, (2, 4)).tolist() for _ in range(2)]
            rows.append(json.dumps({"word": name, "drawing": strokes}))
            if name == names[0]:
                first.append(strokes)
    path.write_text("\n".join(rows))
    return first


def test_prototypes_are_means_of_the_first_drawings(tmp_path: Path) -> None:
    encoder = load_encoder()
    few = encoder.category_names[:2]
    encoder.category_names = few
    path = tmp_path / "drawings.ndjson"
    first = write(path, (*few, "no such thing"), 3)
    found = mean_drawings(path, encoder, 2)
    assert found.shape == (2, 256)
    embeddings = [
        sketch_embedding(
            frame_strokes([np.array(stroke, float).T for stroke in strokes]).lines, encoder
        )
        for strokes in first[:2]
    ]
    mean = torch.nn.functional.normalize(torch.stack(embeddings).mean(0), dim=0)
    torch.testing.assert_close(found[0], mean)
    write(path, few[:1], 2)
    with pytest.raises(InputError, match=few[1]):
        mean_drawings(path, encoder, 2)


def test_the_file_that_ships_says_what_it_goes_with() -> None:
    shipped = bundled_models()[NAME]
    assert (shipped.role, shipped.encoder) == ("addition", "strokewise_encoder")
    assert NAME not in encoder_names()
    assert read_weights(shipped)["drawings"].shape == (345, 256)
