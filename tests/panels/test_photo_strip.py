"""The strip: photos that stay keep their place, and only what changed is painted again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from app.panels.photo_strip import BEST_ROLE, HitsModel, PhotoStrip, arranged
from engine.retrieval.messages import Hit


def hit(number: int, score: float = 0.5) -> Hit:
    return Hit(number, Path(f"/photos/{number}.jpg"), score, jpeg())


def jpeg() -> bytes:
    import io

    from PIL import Image

    content = io.BytesIO()
    Image.new("RGB", (12, 9), "red").save(content, "JPEG")
    return content.getvalue()


@pytest.mark.parametrize(
    ("shown", "ranked", "places"),
    [
        ([], [3, 1, 2], [3, 1, 2]),
        ([1, 2, 3], [3, 2, 1], [1, 2, 3]),
        ([1, 2, 3], [9, 3, 1], [1, 9, 3]),
        ([1, 2, 3, 4], [8, 9, 4, 2], [8, 2, 9, 4]),
        ([1, 2, 3, 4], [4, 5], [4, 5]),  # 4's place is beyond the end
        ([1, 2], [5, 6, 2, 7], [5, 2, 6, 7]),
        ([1, 2], [], []),
    ],
)
def test_photos_that_stay_keep_their_place(shown, ranked, places):
    assert arranged(shown, ranked) == places


def test_only_changed_places_are_painted_again(qtbot):
    model = HitsModel()
    model.show_hits([hit(1), hit(2), hit(3), hit(4)])
    changed: list[int] = []
    model.dataChanged.connect(
        lambda first, last: changed.extend(range(first.row(), last.row() + 1))
    )
    model.show_hits([hit(1), hit(9), hit(3), hit(4)])
    assert changed == [1]
    changed.clear()
    model.show_hits([hit(4), hit(9), hit(3), hit(1)])
    # The same photos in another order: only the frame of the best one moves.
    assert changed == [0, 3]
    assert [each.id for each in model.hits] == [1, 9, 3, 4]
    assert [model.index(i).data(BEST_ROLE) for i in range(4)] == [False, False, False, True]


def test_the_model_grows_and_shrinks(qtbot, qtmodeltester):
    model = HitsModel()
    qtmodeltester.check(model)
    model.show_hits([hit(i) for i in range(5)])
    assert model.rowCount() == 5
    model.show_hits([hit(3), hit(7)])
    assert [each.id for each in model.hits] == [3, 7]
    model.show_hits([])
    assert model.rowCount() == 0


def test_a_hit_tells_its_score_and_can_be_dragged_as_a_file(qtbot):
    model = HitsModel()
    model.show_hits([hit(1, 0.618)])
    assert "0.62" in model.index(0).data(Qt.ItemDataRole.ToolTipRole)
    assert "drawing" not in model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    (url,) = model.mimeData([model.index(0)]).urls()
    assert Path(url.toLocalFile()) == Path("/photos/1.jpg")


def test_a_hit_tells_what_the_drawing_was_taken_for(qtbot):
    model = HitsModel()
    model.show_hits([replace(hit(1, 0.618), guess="cat")])
    for role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
        text = model.index(0).data(role)
        assert "0.62 if you are drawing “cat”" in text
        assert "1.jpg" in text


def test_a_click_chooses_and_a_double_click_opens(qtbot):
    strip = PhotoStrip()
    qtbot.addWidget(strip)
    strip.resize(240, 240)
    strip.show_hits([hit(1), hit(2)])
    strip.show()
    qtbot.waitExposed(strip)
    chosen, opened = [], []
    strip.chosen.connect(lambda each: chosen.append(each.id))
    strip.opened.connect(lambda each: opened.append(each.id))
    centre = strip.visualRect(strip.hits.index(1)).center()
    qtbot.mouseClick(strip.viewport(), Qt.MouseButton.LeftButton, pos=centre)
    assert chosen == [2]
    qtbot.mouseDClick(strip.viewport(), Qt.MouseButton.LeftButton, pos=centre)
    assert opened == [2]
    qtbot.keyClick(strip, Qt.Key.Key_Return)
    assert chosen[-1] == 2


def test_the_places_fill_the_width(qtbot):
    strip = PhotoStrip()
    qtbot.addWidget(strip)
    strip.show_hits([hit(i) for i in range(6)])
    strip.resize(300, 300)
    strip.show()
    qtbot.waitExposed(strip)
    places = [strip.visualRect(strip.hits.index(i)) for i in range(6)]
    columns = sum(place.top() == places[0].top() for place in places)
    assert 1 < columns < 6
    left_over = strip.viewport().width() - places[columns - 1].right()
    assert left_over < columns + 4


def test_the_menu_offers_why_only_if_somebody_can_say(qtbot):
    strip = PhotoStrip()
    qtbot.addWidget(strip)

    def names() -> list[str]:
        menu = strip.menu_of(hit(1))
        return [each.text() for each in menu.actions() if each.isVisible() and each.text()]

    assert names() == ["Use as Reference", "More Like This", "Open"]
    strip.can_explain = True
    assert "Why This Photo?" in names()
