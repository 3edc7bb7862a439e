from __future__ import annotations

import numpy as np
import pytest

from app.panels.placement import placed_on_page


@pytest.mark.parametrize(
    ("photo", "box"),
    [
        ((1024, 768), (0, 0, 1024, 768)),
        ((4096, 3072), (0, 0, 1024, 768)),
        ((100, 200), (320, 0, 704, 768)),
        ((200, 100), (0, 128, 1024, 640)),
        ((16, 4000), (510.464, 0, 513.536, 768)),
    ],
)
def test_as_large_as_fits_in_the_middle(photo, box):
    placement = placed_on_page(photo, (1024, 768))
    assert placement.box == pytest.approx(box)
    corners = placement.to_page(np.array([[0, 0], photo]))
    np.testing.assert_allclose(corners, [box[:2], box[2:]])
