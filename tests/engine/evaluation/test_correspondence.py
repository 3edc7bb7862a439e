"""Made pairs against their truth, PCK against hand-counted values, PSC6k's layout."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import skimage.data
import torch
from PIL import Image

from engine.correspondence.flow import GRID, cell_centres
from engine.correspondence.matchers import as_flow
from engine.correspondence.messages import Matcher
from engine.encoders.loading import load_encoder
from engine.errors import InputError
from engine.evaluation.correspondence import (
    evaluate_correspondence,
    identity_flow,
    photo_files,
    return_error,
)
from engine.evaluation.keypoints import KeypointPair, errors, made_pair, pck, spread_out
from engine.evaluation.synthetic_pairs import (
    SIDE,
    AffineViews,
    WarpRange,
    Warps,
    ink_of,
    regions,
    warped,
)


def silent(fraction: float, text: str) -> None:
    assert 0 <= fraction <= 1


def test_the_mean_displacement_is_at_least_an_eighth():
    warps = Warps(500, WarpRange(), torch.Generator().manual_seed(0))
    places = cell_centres(16).reshape(-1, 2)
    moved = warps(torch.from_numpy(places)).numpy() - places
    assert np.linalg.norm(moved, axis=2).mean() > 0.12


def test_warps_on_a_grid_are_warps_of_its_centres():
    warps = Warps(3, WarpRange(), torch.Generator().manual_seed(1))
    centres = torch.from_numpy(cell_centres(8).reshape(-1, 2))
    expected = warps(centres).float().view(3, 8, 8, 2)
    torch.testing.assert_close(warps.on_grid(8), expected)


def test_views_have_an_inverse():
    views = AffineViews(4, WarpRange(), torch.Generator().manual_seed(1))
    centres = cell_centres(8).astype(np.float32)
    back = views.inverse(views.on_grid(8)).numpy()
    np.testing.assert_allclose(back, np.broadcast_to(centres, back.shape), atol=1e-5)


def test_a_warped_drawing_shows_at_x_what_was_at_w_of_x():
    # A dot's centre of mass in the warped picture is sent by W to where the dot was.
    warps = Warps(5, WarpRange(), torch.Generator().manual_seed(2))
    y, x = np.mgrid[:SIDE, :SIDE]
    dot = np.exp(-((x + 0.5 - 140) ** 2 + (y + 0.5 - 120) ** 2) / 18)
    image = torch.from_numpy(dot).float().expand(5, 1, -1, -1)
    drawn = warped(image, warps.on_grid(SIDE))[:, 0].double()
    centres = torch.from_numpy(cell_centres(SIDE))
    mass = drawn / drawn.sum((1, 2), keepdim=True)
    places = torch.einsum("bhw,hwc->bc", mass, centres)
    found = warps(places[:, None])[:, 0] * SIDE
    np.testing.assert_allclose(found.numpy(), np.tile([140.0, 120.0], (5, 1)), atol=1.0)


def test_drawings_lose_pieces_and_move_little():
    labels = torch.zeros(6, 64, 64, dtype=torch.uint8)
    for piece in range(1, 16):
        labels[:, 4 * piece, 8:56] = piece
    generator = torch.Generator().manual_seed(0)
    ink = ink_of(labels, generator)
    assert min(float(each.sum()) for each in ink) > 0
    full = torch.nn.functional.max_pool2d((labels > 0).float()[:, None], 2, 1)
    kept = ink.flatten(1).sum(1) / full.flatten(1).sum(1)
    assert 0.4 < float(kept.mean()) < 0.98
    assert len(set(kept.tolist())) > 1
    rows = ink[:, 0].amax(2) > 0
    assert bool(rows[:, 2::4].any())  # some moved by two px
    inside = regions(200, 32, 0.5, generator).float().mean((1, 2))
    assert 0.35 < float((inside == 1).float().mean()) < 0.65


def test_pairs_are_the_same_for_the_same_number():
    photo = np.asarray(Image.fromarray(skimage.data.coffee()).resize((SIDE, SIDE)))
    pair, again, other = (made_pair(photo, number) for number in (3, 3, 4))
    assert pair is not None
    assert again is not None
    assert other is not None
    np.testing.assert_array_equal(pair.on_photo, again.on_photo)
    assert not torch.equal(pair.sketch, other.sketch)
    assert len(pair.on_sketch) == 16
    pixels = (pair.on_sketch * SIDE).astype(int)
    assert bool((pair.sketch[0, 0, pixels[:, 1], pixels[:, 0]] < 0.5).all())
    assert made_pair(np.full((SIDE, SIDE, 3), 90, np.uint8), 0) is None


def test_places_that_are_spread_out_are_the_corners():
    places = np.array([[0.5, 0.5], [0, 0], [1, 0], [0, 1], [1, 1], [0.4, 0.5]])
    assert set(spread_out(places, 5, start=0).tolist()) == {0, 1, 2, 3, 4}


def test_pck_counts_keypoints_and_averages_pairs():
    blank = torch.ones(1, 3, SIDE, SIDE)
    on_sketch = np.array([[0.5, 0.5], [0.2, 0.2], [0.8, 0.3], [0.4, 0.6]])
    off = np.array([[0.04, 0.0], [0.0, 0.07], [0.11, 0.0], [0.03, 0.03]])
    pair = KeypointPair(blank, blank, on_sketch, on_sketch + off)
    distances = errors(identity_flow(), pair)
    np.testing.assert_allclose(distances, [0.04, 0.07, 0.11, 0.0424], atol=1e-4)
    assert pck([distances], 0.05) == 50
    assert pck([distances], 0.1) == 75
    assert pck([distances, np.zeros(2)], 0.1) == 87.5
    assert pair.displacement == pytest.approx(np.mean([0.04, 0.07, 0.11, 0.0424264]))


def test_return_errors():
    shifted = as_flow(torch.from_numpy(cell_centres(GRID)) + 0.1, torch.ones(GRID, GRID))
    assert return_error(identity_flow(), identity_flow()) == pytest.approx(0, abs=1e-6)
    assert return_error(shifted, identity_flow()) == pytest.approx(0.1 * 2**0.5, abs=1e-4)


def test_photos_are_told_from_sketches():
    files = dict.fromkeys(
        ("photo/cat/1.jpg", "sketch/cat/1-1.png", "n01_x.JPG", "a/b.txt", "dog/2.png"), bytes
    )
    assert photo_files(files) == ["photo/cat/1.jpg", "n01_x.JPG", "dog/2.png"]
    assert photo_files(files, ("cat",)) == ["photo/cat/1.jpg"]


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    folder = tmp_path / "photos"
    for name, image in (("cat", skimage.data.cat()), ("rocket", skimage.data.rocket())):
        (folder / name).mkdir(parents=True)
        Image.fromarray(image).save(folder / name / "0.jpg")
    Image.new("RGB", (64, 64)).save(folder / "cat" / "black.png")  # nothing to draw
    return folder


def test_a_folder_of_photos(photos):
    answer = evaluate_correspondence(photos, load_encoder(), silent)
    assert answer["n"] == 2
    assert answer["matcher"] == "warp"
    assert set(answer["metrics"]) == {"pck_5", "pck_10", "forward_backward"}
    assert set(answer["categories"]) == {"cat", "rocket"}
    methods = answer["methods"]
    assert {"identity", "warp", "neighbours", "nearest", "imagenet_nearest"} <= set(methods)
    assert methods["warp"]["pck_10"] == answer["metrics"]["pck_10"]
    assert methods["warp"]["pck_10"] > methods["identity"]["pck_10"]
    only = evaluate_correspondence(
        photos, load_encoder(), silent, categories=("rocket",), matcher=Matcher.NEIGHBOURS
    )
    assert (only["n"], only["matcher"]) == (1, "neighbours")


def test_data_without_photos(tmp_path):
    with pytest.raises(InputError, match="no photos"):
        evaluate_correspondence(tmp_path, load_encoder(), silent)
    (tmp_path / "broken.png").write_bytes(b"no picture")
    with pytest.raises(InputError, match="not an image"):
        evaluate_correspondence(tmp_path, load_encoder(), silent)


@pytest.fixture
def psc6k(tmp_path: Path) -> Path:
    """Two pairs in the benchmark's layout, one of whose sketches is half as large as its photo."""
    root = tmp_path / "psc"
    rows = ["photo,sketch,class,XA,YA,XB,YB"]
    for number, (side, name) in enumerate(((256, "cat"), (128, "rocket"))):
        photo = Image.fromarray(getattr(skimage.data, name)()).resize((256, 256))
        for kind in ("photo", "sketch"):
            (root / kind / "tx_000000000000" / name).mkdir(parents=True)
        photo.save(root / "photo" / "tx_000000000000" / name / "n1.jpg")
        sketch = photo.convert("L").point(lambda grey: 0 if grey < 90 else 255)
        sketch.resize((side, side)).save(root / "sketch" / "tx_000000000000" / name / "n1-1.png")
        xs = ";".join(str(each) for each in (64, 128, 192))
        scaled = ";".join(str(each * side / 256) for each in (64, 128, 192))
        paths = f"photo/tx_000000000000/{name}/n1.jpg,sketch/tx_000000000000/{name}/n1-1.png"
        rows.append(f"{paths},{number},{xs},{xs},{scaled},{scaled}")
    (root / "test_pairs_ps.csv").write_text("\n".join(rows) + "\n")
    return root


def test_psc6k_layout(psc6k):
    answer = evaluate_correspondence(psc6k, load_encoder(), silent)
    assert answer["n"] == 2
    assert set(answer["categories"]) == {"cat", "rocket"}
    # The made sketches lie on their photos: leaving every point in place is right.
    assert answer["methods"]["identity"] == {"pck_5": 100, "pck_10": 100}
    assert answer["mean_displacement"] == pytest.approx(0, abs=1e-6)
    assert answer["metrics"]["pck_10"] > 50


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("64;128;192", "64;x;192", "Line 2 of test_pairs_ps.csv"),
        ("64;128;192", "64;128", "Line 2 of test_pairs_ps.csv"),
        ("cat/n1.jpg", "cat/gone.jpg", "There is no photo"),
    ],
)
def test_faults_of_the_table(psc6k, old, new, sentence):
    table = psc6k / "test_pairs_ps.csv"
    table.write_text(table.read_text().replace(old, new, 1))
    with pytest.raises(InputError, match=sentence):
        evaluate_correspondence(psc6k, load_encoder(), silent)
