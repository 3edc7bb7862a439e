from __future__ import annotations

import threading

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage

from app.panels import photo_loader
from app.panels.photo_loader import DISPLAY_SIDE_PX, LoadedPhoto, PhotoLoader


@pytest.fixture
def loader(qapp) -> PhotoLoader:
    loader = PhotoLoader()
    yield loader
    loader.shutdown()


def test_a_file_becomes_pixels_for_engine_and_screen(qtbot, loader, photo):
    with qtbot.waitSignal(loader.loaded) as loaded:
        loader.load(photo)
    (answer,) = loaded.args
    assert answer.name == "square.png"
    assert answer.size_px == (200, 100)
    assert answer.photo.rgb[50, 100].tolist() == [0x20, 0x20, 0xCC]
    assert answer.image.pixelColor(100, 50) == QColor("#2020cc")
    assert answer.image.pixelColor(5, 5) == QColor("#cc2020")


def test_what_is_shown_of_a_large_photo_is_smaller(qtbot, loader, tmp_path):
    from PIL import Image

    path = tmp_path / "large.jpg"
    Image.fromarray(np.full((1200, 3000, 3), 90, np.uint8)).save(path)
    with qtbot.waitSignal(loader.loaded) as loaded:
        loader.load(path)
    (answer,) = loaded.args
    assert answer.size_px == (3000, 1200)
    assert (answer.image.width(), answer.image.height()) == (DISPLAY_SIDE_PX, 640)


def test_odd_widths_keep_their_rows(qtbot, loader, tmp_path):
    from PIL import Image

    image = Image.new("RGB", (101, 37), "#ffffff")
    image.paste("#000000", (50, 0, 51, 37))
    image.save(tmp_path / "odd.png")
    with qtbot.waitSignal(loader.loaded) as loaded:
        loader.load(tmp_path / "odd.png")
    shown = loaded.args[0].image
    assert all(shown.pixelColor(50, y) == QColor("black") for y in range(37))
    assert all(shown.pixelColor(49, y) == QColor("white") for y in range(37))


@pytest.mark.parametrize("content", [b"", b"plain text", b"\x89PNG\r\n\x1a\n broken"])
def test_bad_files_are_one_sentence(qtbot, loader, tmp_path, content):
    path = tmp_path / "holiday.jpg"
    path.write_bytes(content)
    with qtbot.waitSignal(loader.failed) as failed:
        loader.load(path)
    (sentence,) = failed.args
    assert "holiday.jpg" in sentence
    assert "\n" not in sentence


def test_a_missing_file_is_one_sentence(qtbot, loader, tmp_path):
    with qtbot.waitSignal(loader.failed):
        loader.load(tmp_path / "nothing.png")


def test_a_picture_in_memory_is_taken_with_its_transparency(qtbot, loader):
    image = QImage(40, 30, QImage.Format.Format_ARGB32)
    image.fill(QColor(0, 0, 0, 0))
    image.setPixelColor(20, 15, QColor(200, 10, 10))
    with qtbot.waitSignal(loader.loaded) as loaded:
        loader.load_image(image)
    rgb = loaded.args[0].photo.rgb
    assert rgb.shape == (30, 40, 3)
    assert rgb[0, 0].tolist() == [255, 255, 255]
    assert rgb[15, 20].tolist() == [200, 10, 10]


def test_only_the_latest_wish_is_answered(qtbot, loader, photo, tmp_path, monkeypatch):
    gate = threading.Event()
    load = photo_loader._load_file

    def slow_for_the_first(path) -> LoadedPhoto:
        if path.name == "first.png":
            gate.wait(5)
        return load(path)

    monkeypatch.setattr(photo_loader, "_load_file", slow_for_the_first)
    first = tmp_path / "first.png"
    first.write_bytes(photo.read_bytes())
    answers = []
    loader.loaded.connect(answers.append)
    loader.load(first)
    loader.load(photo)
    gate.set()
    qtbot.waitUntil(lambda: len(answers) == 1)
    qtbot.wait(20)
    assert [each.name for each in answers] == ["square.png"]


def test_a_bug_is_told_apart(qtbot, loader, photo, monkeypatch):
    def broken(path):
        raise ZeroDivisionError

    monkeypatch.setattr(photo_loader, "_load_file", broken)
    with qtbot.waitSignal(loader.broke) as broke:
        loader.load(photo)
    assert isinstance(broke.args[0], ZeroDivisionError)
