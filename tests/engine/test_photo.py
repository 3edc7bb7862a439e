"""Photos from files and bytes: upright, on white, of a sane size, or one sentence."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from engine import photo as photo_module
from engine.errors import InputError
from engine.photo import Photo, load_photo, photo_from_bytes


def gradient_image(width: int = 40, height: int = 24) -> Image.Image:
    """Red grows to the right, green downwards: every orientation looks different."""
    y, x = np.mgrid[:height, :width]
    rgb = np.stack([x * 255 // (width - 1), y * 255 // (height - 1), 0 * x], -1)
    return Image.fromarray(rgb.astype(np.uint8))


def huge_png(side: int) -> bytes:
    """A PNG that claims to be huge in a few bytes."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + content))
        return struct.pack(">I", len(content)) + kind + content + check

    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    data = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + data


@pytest.mark.parametrize("suffix", [".png", ".bmp", ".webp"])
def test_lossless_formats_give_the_same_pixels_and_hash(tmp_path: Path, suffix: str) -> None:
    image = gradient_image()
    path = tmp_path / f"photo{suffix}"
    image.save(path, **({"lossless": True} if suffix == ".webp" else {}))
    photo = load_photo(path)
    assert np.array_equal(photo.rgb, np.asarray(image))
    assert photo.alpha is None
    assert photo.sha256 == Photo.from_rgb(np.asarray(image)).sha256


def test_hash_depends_on_pixels_and_shape() -> None:
    rgb = np.asarray(gradient_image())
    other = rgb.copy()
    other[3, 4, 2] ^= 1
    hashes = {Photo.from_rgb(a).sha256 for a in (rgb, other, rgb.reshape(48, 20, 3))}
    assert len(hashes) == 3


@pytest.mark.parametrize("orientation", range(1, 9))
def test_exif_orientation_is_undone(tmp_path: Path, orientation: int) -> None:
    upright = gradient_image(64, 32)
    operations = {
        2: [Image.Transpose.FLIP_LEFT_RIGHT],
        3: [Image.Transpose.ROTATE_180],
        4: [Image.Transpose.FLIP_TOP_BOTTOM],
        5: [Image.Transpose.TRANSPOSE],
        6: [Image.Transpose.ROTATE_90],
        7: [Image.Transpose.TRANSVERSE],
        8: [Image.Transpose.ROTATE_270],
    }
    stored = upright
    for operation in operations.get(orientation, []):
        stored = stored.transpose(operation)
    exif = Image.Exif()
    exif[0x0112] = orientation
    path = tmp_path / "photo.jpg"
    stored.save(path, exif=exif, quality=95)
    rgb = load_photo(path).rgb
    assert rgb.shape == (32, 64, 3)
    assert np.abs(rgb.astype(int) - np.asarray(upright).astype(int)).mean() < 4


def test_transparency_lies_over_white_and_is_kept_as_alpha(tmp_path: Path) -> None:
    rgba = np.zeros((20, 20, 4), np.uint8)
    rgba[:, 10:, 3] = 255
    rgba[0, 0, 3] = 128
    path = tmp_path / "cut-out.png"
    Image.fromarray(rgba).save(path)
    photo = load_photo(path)
    assert (photo.rgb[5, :10] == 255).all()
    assert (photo.rgb[5, 10:] == 0).all()
    assert abs(int(photo.rgb[0, 0, 0]) - 127) <= 1
    assert photo.alpha is not None
    assert np.array_equal(photo.alpha, rgba[..., 3])


def test_palette_with_a_transparent_colour(tmp_path: Path) -> None:
    image = Image.new("P", (16, 16), 1)
    image.putpalette([0, 0, 0, 200, 10, 20])
    path = tmp_path / "palette.png"
    image.save(path, transparency=1)
    assert (load_photo(path).rgb == 255).all()


def test_sixteen_bits_keep_their_tones(tmp_path: Path) -> None:
    ramp = np.linspace(0, 65535, 64).astype(np.uint16)
    path = tmp_path / "ramp.png"
    Image.fromarray(np.tile(ramp, (16, 1))).save(path)
    red = load_photo(path).rgb[0, :, 0].astype(int)
    assert (np.diff(red) > 0).all()
    assert (red[0], red[-1]) == (0, 255)


def test_large_photos_are_reduced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(photo_module, "WORKING_SIDE_PX", 100)
    path = tmp_path / "large.png"
    gradient_image(400, 200).save(path)
    assert load_photo(path).rgb.shape == (50, 100, 3)


def test_arrays_are_read_only_and_not_the_callers() -> None:
    rgb = np.zeros((20, 20, 3), np.uint8)
    photo = Photo.from_rgb(rgb)
    rgb[:] = 9
    assert photo.rgb.max() == 0
    with pytest.raises(ValueError, match="read-only"):
        photo.rgb[0, 0, 0] = 1


def test_bytes_from_the_clipboard() -> None:
    buffer = io.BytesIO()
    gradient_image().save(buffer, "PNG")
    assert photo_from_bytes(buffer.getvalue()).rgb.shape == (24, 40, 3)
    with pytest.raises(InputError, match=r"^The pasted picture is not a JPEG"):
        photo_from_bytes(b"no picture")


def sentence_of(path: Path) -> str:
    with pytest.raises(InputError) as caught:
        load_photo(path)
    sentence = str(caught.value)
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return sentence


def test_missing_file(tmp_path: Path) -> None:
    assert "no file" in sentence_of(tmp_path / "missing.jpg")


def test_folder(tmp_path: Path) -> None:
    assert "cannot be read" in sentence_of(tmp_path)


def test_text_named_jpg(tmp_path: Path) -> None:
    path = tmp_path / "text.jpg"
    path.write_text("this is no photo")
    assert sentence_of(path).startswith("text.jpg is not a JPEG")


def test_empty_file(tmp_path: Path) -> None:
    path = tmp_path / "empty.png"
    path.touch()
    assert "is not a JPEG" in sentence_of(path)


def test_one_pixel(tmp_path: Path) -> None:
    path = tmp_path / "dot.png"
    Image.new("RGB", (1, 1)).save(path)
    assert "too small (1 x 1 pixels)" in sentence_of(path)


@pytest.mark.parametrize("side", [11_000, 20_000])
def test_too_many_pixels(tmp_path: Path, side: int) -> None:
    path = tmp_path / "huge.png"
    path.write_bytes(huge_png(side))
    assert "too many pixels" in sentence_of(path)


def test_too_large_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(photo_module, "MAX_BYTES", 10)
    path = tmp_path / "large.png"
    gradient_image().save(path)
    assert "too large a file" in sentence_of(path)
    with pytest.raises(InputError, match="too large"):
        photo_from_bytes(path.read_bytes())


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".webp"])
def test_truncated_file(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"photo{suffix}"
    noise = np.random.default_rng(0).integers(0, 256, (64, 64, 3), np.uint8)
    Image.fromarray(noise).save(path)
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])
    assert "damaged" in sentence_of(path)
