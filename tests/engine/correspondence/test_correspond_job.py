"""The jobs, from strokes or a picture and a photo to points on both."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import skimage.data
import torch
from PIL import Image

from engine.context import Context, Resources
from engine.correspondence.job import KEPT_PHOTOS
from engine.correspondence.messages import (
    Correspondence,
    CorrespondPayload,
    Matcher,
    ShowAsPhotoPayload,
)
from engine.errors import InputError
from engine.evaluation.keypoints import made_pair
from engine.photo import Photo, load_photo
from engine.registry import HANDLERS, start_job
from engine.retrieval.messages import IndexPhotos
from tests.engine.attribution.conftest import circle
from tests.engine.tiny_encoder import TinyEncoder

FACE = (circle(200, 200, 150), circle(150, 160, 15), circle(250, 160, 15))


def run(kind: str, payload: object, context: Context) -> Any:
    job = start_job(HANDLERS[kind], payload, context)
    while True:
        try:
            next(job)
        except StopIteration as end:
            return end.value


@pytest.fixture(scope="module")
def cat() -> np.ndarray:
    return np.asarray(
        Image.fromarray(skimage.data.cat()).crop((80, 0, 380, 300)).resize((256, 256))
    )


def photo_of(width: int, height: int) -> Photo:
    y, x = np.mgrid[:height, :width]
    rgb = np.stack([x % 256, y % 256, (x + y) % 256], -1).astype(np.uint8)
    return Photo.from_rgb(rgb)


def test_drawings_made_from_a_photo_are_found_on_it(context, cat):
    shares = []
    for number in range(4):
        pair = made_pair(cat, number, seed=5)
        assert pair is not None
        drawn = (pair.sketch[0].permute(1, 2, 0) * 255).byte().numpy()
        payload = CorrespondPayload(Photo.from_rgb(cat), image=drawn, frame=(0, 0, 256, 256))
        found: Correspondence = run("correspond", payload, context)
        assert found.matcher is Matcher.WARP
        places = found.to_photo(pair.on_sketch * 256)
        error = np.linalg.norm(places.points / 256 - pair.on_photo, axis=1)
        shares.append((error < 0.1).mean())
        back = found.to_sketch(pair.on_photo * 256).points
        assert np.median(np.linalg.norm(back / 256 - pair.on_sketch, axis=1)) < 0.1
    assert np.mean(shares) > 0.7


@pytest.mark.parametrize("size", [(300, 120), (120, 300), (64, 64)])
def test_px_are_those_of_the_photo_whatever_its_shape(context, size):
    payload = CorrespondPayload(photo_of(*size), FACE)
    found: Correspondence = run("correspond", payload, context)
    side = max(size)
    square = found.photo_square
    assert (square.width, square.height) == pytest.approx((side, side), rel=0.02)
    middle = square.to_px([0.5, 0.5])
    assert middle == pytest.approx(np.array(size) / 2, abs=side / 100)
    corners = found.to_sketch([[1.0, 1.0], [size[0] - 1.0, size[1] - 1.0]])
    assert np.isfinite(corners.points).all()


def test_neither_place_nor_size_of_a_drawing_matters(context):
    photo = photo_of(256, 256)
    found = run("correspond", CorrespondPayload(photo, FACE), context)
    moved = tuple(3 * line + 700 for line in FACE)
    other = run("correspond", CorrespondPayload(photo, moved), context)
    points = np.concatenate(FACE)
    np.testing.assert_allclose(
        found.to_photo(points).points, other.to_photo(3 * points + 700).points, atol=2.0
    )


def test_a_frame_is_what_lies_on_the_photo(context):
    frame = (0.0, 0.0, 400.0, 400.0)
    found = run("correspond", CorrespondPayload(photo_of(200, 200), FACE, frame=frame), context)
    assert found.sketch_square.to_unit([[400.0, 0.0]]).tolist() == [[1.0, 0.0]]


def test_a_photo_is_looked_at_once(context, monkeypatch):
    looks = []
    encoder = context.encoder()
    original = encoder.feature_maps
    monkeypatch.setattr(
        encoder, "feature_maps", lambda *args: looks.append(1) or original(*args), raising=True
    )
    photo = photo_of(100, 100)
    for _ in range(3):
        run("correspond", CorrespondPayload(photo, FACE), context)
    assert len(looks) == 1 + 3
    for width in range(101, 102 + KEPT_PHOTOS):
        run("correspond", CorrespondPayload(photo_of(width, 100), FACE), context)
    kept = next(value for key, value in context.cache.items() if key[0] == "matched-photos")
    assert len(kept) == KEPT_PHOTOS


def test_any_encoder_will_do():
    class Plain(TinyEncoder):
        def encode(self, images, stages=()):
            return super().encode(images, stages)

    context = Context(resources=Resources("cpu"))
    context.cache["encoder", "tiny", "cpu"] = Plain()
    found = run("correspond", CorrespondPayload(photo_of(90, 60), FACE, encoder="tiny"), context)
    assert found.matcher is Matcher.NEIGHBOURS
    assert ((found.forward.confidence >= 0) & (found.forward.confidence <= 1)).all()
    with pytest.raises(InputError, match="belongs to the bundled encoder"):
        run(
            "correspond",
            CorrespondPayload(photo_of(90, 60), FACE, matcher=Matcher.WARP, encoder="tiny"),
            context,
        )


def test_a_dot_is_a_drawing(context):
    dot = (np.array([[40.0, 40.0]]),)
    found = run("correspond", CorrespondPayload(photo_of(90, 60), dot), context)
    assert np.isfinite(found.forward.targets).all()


BLANK = np.full((80, 80, 3), 255, np.uint8)


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({}, "no strokes"),
        ({"image": BLANK}, "sketch is blank"),
        ({"image": BLANK, "frame": (0, 0, 80, 80)}, "sketch is blank"),
        ({"strokes": FACE, "frame": (900, 900, 999, 999)}, "None of the drawing"),
        ({"strokes": (np.array([[np.nan, 1.0]]),)}, "not a number"),
    ],
)
def test_a_drawing_that_shows_nothing(context, given, sentence):
    with pytest.raises(InputError, match=sentence):
        run("correspond", CorrespondPayload(photo_of(90, 60), **given), context)


@pytest.mark.parametrize("value", [0, 127, 255])
def test_a_photo_of_one_colour(context, value):
    photo = Photo.from_rgb(np.full((60, 90, 3), value, np.uint8))
    with pytest.raises(InputError, match="one even colour"):
        run("correspond", CorrespondPayload(photo, FACE), context)


def test_a_photo_of_more_than_fifty_megapixels(context, tmp_path):
    path = tmp_path / "large.jpg"
    small = Image.fromarray(np.asarray(photo_of(300, 200).rgb))
    small.resize((9000, 6000)).save(path, quality=30)
    photo = load_photo(path)
    found = run("correspond", CorrespondPayload(photo, FACE), context)
    assert found.photo_size == (photo.rgb.shape[1], photo.rgb.shape[0])
    assert found.photo_square.width == pytest.approx(found.photo_size[0], rel=0.01)


def test_grey_and_transparent_photos(context, tmp_path):
    y, x = np.mgrid[:90, :90]
    disc = (np.hypot(x - 45, y - 45) < 30).astype(np.uint8)
    Image.fromarray(disc * 200).save(tmp_path / "grey.png")
    Image.fromarray(np.dstack([disc * 90] * 3 + [disc * 255])).save(tmp_path / "clear.png")
    for name in ("grey.png", "clear.png"):
        found = run("correspond", CorrespondPayload(load_photo(tmp_path / name), FACE), context)
        assert np.isfinite(found.forward.targets).all()


def test_results_cannot_be_written_to(context):
    found = run("correspond", CorrespondPayload(photo_of(64, 64), FACE), context)
    with pytest.raises(ValueError, match="read-only"):
        found.forward.targets[0, 0] = 0


def test_outside_of_what_is_drawn_matches_are_not_trusted(context, cat):
    pair = made_pair(cat, 0)
    assert pair is not None
    inner = torch.ones_like(pair.sketch)
    inner[..., 70:190, 70:190] = pair.sketch[..., 70:190, 70:190]
    drawn = (inner[0].permute(1, 2, 0) * 255).byte().numpy()
    payload = CorrespondPayload(Photo.from_rgb(cat), image=drawn, frame=(0, 0, 256, 256))
    sure = run("correspond", payload, context).forward.confidence
    inside = sure[10:22, 10:22].mean()
    outside = np.concatenate([sure[:6].ravel(), sure[-6:].ravel()]).mean()
    assert outside < inside / 2


def test_a_drawing_shown_as_a_photo(context, tmp_path, cat):
    folder = tmp_path / "photos"
    folder.mkdir()
    Image.fromarray(cat).save(folder / "cat.png")
    Image.fromarray(np.asarray(skimage.data.rocket())).save(folder / "rocket.png")
    library = tmp_path / "library"
    run("photos.index", IndexPhotos(library, add=(folder,)), context)
    shown = run("correspond.show", ShowAsPhotoPayload(FACE, library, side_px=64), context)
    assert shown.hit.path.parent == folder
    assert shown.rgba.shape == (64, 64, 4)
    assert not shown.rgba.flags.writeable
    assert shown.photo.rgb.shape == load_photo(shown.hit.path).rgb.shape
    assert (shown.rgba[..., 3] > 0).any()


def test_without_photos_nothing_can_be_shown(context, tmp_path):
    with pytest.raises(InputError, match="no photo to show"):
        run("correspond.show", ShowAsPhotoPayload(FACE, tmp_path / "empty"), context)
