from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from PIL import Image

from engine.errors import InputError
from engine.evaluation.image_tree import decode, labelled_images


def png(colour: tuple[int, ...], size: tuple[int, int] = (8, 6)) -> bytes:
    stream = io.BytesIO()
    Image.new("RGBA" if len(colour) == 4 else "RGB", size, colour).save(stream, "PNG")
    return stream.getvalue()


FILES = {
    "photo/cat/n1.png": png((255, 0, 0)),
    "sketch/cat/n1-2.png": png((0, 0, 0, 0)),
    "notes.txt": b"no image",
}


def as_folder(root: Path) -> Path:
    for name, content in FILES.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return root


def as_zip(root: Path) -> Path:
    path = root / "data.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in FILES.items():
            archive.writestr(name, content)
    return path


@pytest.mark.parametrize("make", [as_folder, as_zip])
def test_a_folder_and_a_zip_with_the_same_layout_are_the_same(tmp_path: Path, make) -> None:
    photo, sketch = labelled_images(make(tmp_path))
    assert (photo.modality, photo.category, photo.instance) == ("photo", "cat", "cat/n1")
    assert (sketch.modality, sketch.category, sketch.instance) == ("sketch", "cat", "cat/n1")
    pixels = decode([photo, sketch], 16)
    assert pixels.shape == (2, 16, 16, 3)
    assert (pixels[0] == (255, 0, 0)).all()
    assert (pixels[1] == 255).all(), "transparent paper is white"


@pytest.mark.parametrize(
    ("photo", "sketch"),
    [
        ("TU-Berlin/images/cat/1.jpg", "TU-Berlin/sketches/cat/1.png"),
        ("QuickDraw_images_final/cat/77.jpg", "QuickDraw_sketches_final/cat/77.png"),
        ("photo/tx_000000000000/cat/77.jpg", "sketch/tx_000000000000/cat/77.png"),
    ],
)
def test_the_extended_sets_are_read_as_they_are_handed_out(
    tmp_path: Path, photo: str, sketch: str
) -> None:
    for name in (photo, sketch):
        path = tmp_path / name
        path.parent.mkdir(parents=True)
        path.write_bytes(png((9, 9, 9)))
    found = {image.modality: image for image in labelled_images(tmp_path)}
    assert found.keys() == {"photo", "sketch"}
    assert {image.category for image in found.values()} == {"cat"}
    # Equal numbers mean nothing there: only a sketch ID-K was drawn from photo ID.
    assert found["sketch"].instance == ""


def test_what_is_no_data_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="neither a folder nor a zip"):
        labelled_images(tmp_path / "none")
    with pytest.raises(InputError, match="holds no images"):
        labelled_images(tmp_path)
    (tmp_path / "cat").mkdir()
    (tmp_path / "cat" / "a.png").write_bytes(b"text")
    (image,) = labelled_images(tmp_path)
    with pytest.raises(InputError, match="cat/a is not an image"):
        image.pixels(8)
