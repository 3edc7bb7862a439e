from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("skimage")

from engine.training.line_drawing import contour_pieces


def disc(radius: int = 30) -> np.ndarray:
    y, x = np.indices((96, 96)) - 48
    grey = np.where(x**2 + y**2 < radius**2, 40, 220).astype(np.uint8)
    return np.repeat(grey[..., None], 3, 2)


def test_a_disc_gives_its_outline_cut_into_pieces() -> None:
    pieces = contour_pieces(disc())
    rows, columns = np.nonzero(pieces)
    radius = np.hypot(rows - 48, columns - 48)
    assert radius.mean() == pytest.approx(30, abs=1)
    assert radius.std() < 1
    assert len(rows) > 0.8 * 2 * np.pi * 30
    assert pieces.max() >= 4, "one outline is cut where it crosses the grid"


def test_pieces_count_from_the_longest() -> None:
    lengths = np.bincount(contour_pieces(disc()).ravel())[1:]
    assert (np.diff(lengths) <= 0).all()


def test_specks_and_plain_paper_give_nothing() -> None:
    with_speck = disc()
    with_speck[8:10, 8:10] = 0
    assert not contour_pieces(with_speck)[:16, :16].any()
    assert not contour_pieces(np.full((96, 96, 3), 90, np.uint8)).any()
