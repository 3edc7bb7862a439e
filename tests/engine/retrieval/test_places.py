"""Comparing places: the maths, and a search of a folder that is ordered by it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image, ImageDraw

from engine.context import Context
from engine.encoders.strokewise import MIDDLE, StrokewiseEncoder
from engine.registry import start_job
from engine.retrieval import reranking
from engine.retrieval.messages import Found, SearchPhotos
from engine.retrieval.places import agreement
from tests.engine.retrieval.colour_encoder import index, make_context, run

CIRCLE = np.array([[np.cos(a), np.sin(a)] for a in np.linspace(0, 2 * np.pi, 30)])
DRAWING = (np.array([[0, 0], [100, 0], [100, 100], [0, 100], [0, 0.0]]), 20 * CIRCLE + [28, 28])
"""A box with a ring in its upper left."""
RING_AT = ((28, 28), (72, 28), (28, 72), (72, 72), (50, 50))


def agreement_by_loops(drawing, photos, mean, blank, reach):
    """(P,) of one drawing, in float64."""
    drawing, photos, blank = (each.double().numpy() for each in (drawing, photos, blank))
    _, height, width = drawing.shape
    own = drawing.mean((1, 2))
    weights = np.linalg.norm(drawing - blank, axis=0)
    sums = []
    for photo in photos:
        total = 0.0
        for y in range(height):
            for x in range(width):
                a = drawing[:, y, x] - own
                found = []
                for v in range(max(0, y - reach), min(height, y + reach + 1)):
                    for u in range(max(0, x - reach), min(width, x + reach + 1)):
                        b = photo[:, v, u] - mean
                        found.append(a @ b / np.linalg.norm(a) / np.linalg.norm(b))
                total += weights[y, x] * max(found)
        sums.append(total / weights.sum())
    return np.array(sums)


@pytest.mark.parametrize("reach", [0, 1, 2])
def test_agreement_is_what_loops_give(reach):
    random = torch.Generator().manual_seed(reach)
    drawings = torch.randn(66, 3, 4, 5, generator=random)  # more than are compared at a time
    photos = torch.randn(4, 3, 4, 5, generator=random) + 0.5
    blank = torch.randn(1, 3, 4, 5, generator=random)
    found = agreement(drawings, photos, blank, reach)
    mean = photos.double().numpy().mean((0, 2, 3))
    for row in (0, 65):
        expected = agreement_by_loops(drawings[row], photos, mean, blank[0], reach)
        np.testing.assert_allclose(found[row], expected, atol=1e-5)


def test_parts_at_other_places_agree_less():
    """The photos' maps are the same but for their order, so every mean of them is, too."""
    random = torch.Generator().manual_seed(3)
    right = torch.randn(1, 8, 6, 6, generator=random)
    near, far = right.roll(1, 3), right.roll(3, 3)
    agreed = agreement(right, torch.cat([far, near, right]), torch.zeros(1, 8, 6, 6))[0]
    assert agreed.argsort(descending=True).tolist() == [2, 1, 0]
    assert agreed[2] > agreed[0] + 0.2


def test_empty_paper_agrees_with_nothing():
    blank = torch.randn(1, 8, 6, 6, generator=torch.Generator().manual_seed(0))
    assert agreement(blank, torch.randn(2, 8, 6, 6), blank).tolist() == [[0.0, 0.0]]


@pytest.fixture
def encoder(bundled: StrokewiseEncoder) -> StrokewiseEncoder:
    return bundled


@pytest.fixture
def seen(encoder: StrokewiseEncoder, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many images each pass for maps had."""
    passes: list[int] = []
    middle = reranking.place_maps

    def spy(encoder: StrokewiseEncoder, pixels: np.ndarray) -> torch.Tensor:
        passes.append(len(pixels))
        return middle(encoder, pixels)

    monkeypatch.setattr(reranking, "place_maps", spy)
    return passes


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    """Dark boxes with a light disc, each at another place."""
    folder = tmp_path / "photos"
    folder.mkdir()
    for i, (x, y) in enumerate(RING_AT):
        image = Image.new("RGB", (240, 240), "white")
        draw = ImageDraw.Draw(image)
        draw.rectangle((24, 24, 216, 216), (90, 60, 40))
        middle = [24 + 1.92 * each for each in (x, y)]
        box = [each - 38 for each in middle] + [each + 38 for each in middle]
        draw.ellipse(box, (230, 220, 200))
        image.save(folder / f"{i}.png")
    return folder


@pytest.fixture
def where(photos: Path, tmp_path: Path, encoder: StrokewiseEncoder) -> Path:
    index(tmp_path / "library", encoder, add=(photos,))
    return tmp_path / "library"


def search(where: Path, context: Context, encoder: StrokewiseEncoder, **query: object) -> Found:
    payload = SearchPhotos(where, encoder=encoder.name, **{"strokes": DRAWING, **query})
    answer: Found = run("searching:search", payload, context)
    return answer


def names(found: Found) -> list[str]:
    return [hit.path.stem for hit in found.hits]


def test_a_folder_is_ordered_by_places_and_keeps_its_maps(
    photos, where, encoder, seen, monkeypatch
):
    context = make_context(encoder)
    found = search(where, context, encoder, within=photos)
    assert seen == [4, 1, 2]
    assert names(found)[0] == "0"
    monkeypatch.setattr(reranking, "WEIGHT", 0.0)
    plain = search(where, context, encoder, within=photos)
    assert {h.id: h.score for h in found.hits} == {h.id: h.score for h in plain.hits}
    assert [hit.score for hit in plain.hits] == sorted((h.score for h in plain.hits), reverse=True)
    monkeypatch.setattr(reranking, "WEIGHT", 1e6)
    assert names(search(where, context, encoder, within=photos))[0] == "0"
    assert seen == [4, 1, 2, 2, 2]  # the drawing and paper alone
    Image.open(photos / "2.png").rotate(7).save(photos / "new.png")
    index(where, encoder, add=(photos,))
    assert len(search(where, context, encoder, within=photos).hits) == 6
    assert seen[5:] == [1, 2]


def test_only_a_drawing_in_a_folder_is_compared(photos, where, encoder, seen):
    context = make_context(encoder)
    search(where, context, encoder)
    photo = np.asarray(Image.open(photos / "3.png"))
    search(where, context, encoder, strokes=(), photo=photo, within=photos)
    assert seen == []
    search(where, context, encoder, strokes=(), image=photo, within=photos)
    assert seen == [4, 1, 2]


def test_the_best_alone_are_compared(photos, where, encoder, seen, monkeypatch):
    context = make_context(encoder)
    monkeypatch.setattr(reranking, "WEIGHT", 0.0)
    plain = names(search(where, context, encoder, within=photos))
    monkeypatch.setattr(reranking, "WEIGHT", -1e6)
    monkeypatch.setattr(reranking, "CANDIDATES", 2)
    monkeypatch.setattr(reranking, "KEPT", 1)
    seen.clear()
    context.cache.pop(("place maps", encoder.fingerprint, "cpu"))
    found = names(search(where, context, encoder, within=photos))
    assert seen == [2, 2]
    assert found[2:] == plain[2:]
    assert sorted(found[:2]) == sorted(plain[:2])
    assert len(context.cache["place maps", encoder.fingerprint, "cpu"]) == 1


def test_photos_that_are_gone_or_others_stay_where_they_were(photos, where, encoder, seen):
    context = make_context(encoder)
    (photos / "0.png").unlink()
    (photos / "1.png").write_bytes((photos / "2.png").read_bytes())
    found = search(where, context, encoder, within=photos)
    assert sorted(names(found)) == ["0", "1", "2", "3", "4"]
    assert seen == [3, 2]
    for path in photos.iterdir():
        path.unlink()
    context = make_context(encoder)
    found = search(where, context, encoder, within=photos)
    scores = [hit.score for hit in found.hits]
    assert scores == sorted(scores, reverse=True)
    assert len(scores) == 5
    assert seen == [3, 2]


def test_given_up_it_leaves_what_it_has_made(photos, where, encoder, seen):
    context = make_context(encoder)
    payload = SearchPhotos(where, strokes=DRAWING, within=photos, encoder=encoder.name)
    job = start_job("engine.retrieval.searching:search", payload, context)
    while not seen:
        next(job)
    job.close()
    assert seen == [4]
    search(where, context, encoder, within=photos)
    assert seen == [4, 1, 2]


def test_kept_maps_are_those_of_the_photo(photos, where, encoder):
    context = make_context(encoder)
    search(where, context, encoder, within=photos)
    kept = context.cache["place maps", encoder.fingerprint, "cpu"]
    pixels = np.asarray(Image.open(photos / "0.png").resize((160, 160), Image.Resampling.BICUBIC))
    batch = torch.tensor(pixels).permute(2, 0, 1)[None].float() / 255
    maps = encoder.feature_maps(batch, (MIDDLE,))[MIDDLE][0].half()
    assert any(torch.allclose(maps, each, atol=2e-2) for each in kept.values())
    assert all(each.untyped_storage().nbytes() == 112 * 100 * 2 for each in kept.values())
