from __future__ import annotations

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRectF, Qt, QUrl
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest

from app.document.export import ExportOptions
from app.document.raster_png import drawing_to_image
from app.panels.export_dialog import ExportDialog
from app.panels.reference_board import Place
from app.settings import REFERENCE_HIDE_FOR_PEN, REFERENCE_OPACITY_PERCENT
from tests.canvas.hand import Hand
from tests.test_main_window import drop

CORNER = (20, 200)
"""On the page, inside a picture that fills its width, and red in `photo`."""
MIDDLE = (512, 384)
"""Inside the blue square."""


@pytest.fixture
def board(program):
    return program.references


@pytest.fixture
def panel(window):
    return window.references_panel


@pytest.fixture
def hand(window, qtbot) -> Hand:
    qtbot.waitUntil(window.isActiveWindow)
    return Hand(window.canvas)


@pytest.fixture
def item(board, photo, qtbot):
    """The id of a picture that is loaded."""
    board.add_paths([photo])
    qtbot.waitUntil(lambda: len(board.items) == 1)
    return board.items[0].id


def now(board, item_id):
    return next(each for each in board.items if each.id == item_id)


def put(board, item_id, place: Place, opacity: float = 1.0) -> None:
    board.set_place(now(board, item_id), place)
    board.set_opacity(now(board, item_id), opacity)


# --- On the page -------------------------------------------------------------------------------


def test_any_number_comes_in_order_and_broken_ones_are_one_sentence(
    board, photo, window, tmp_path, qtbot
):
    broken = tmp_path / "broken.png"
    broken.write_bytes(photo.read_bytes()[:60])
    bomb = tmp_path / "bomb.png"
    Image.new("1", (20_000, 10_000)).save(bomb)
    board.add_paths([photo, broken, photo, bomb, photo])
    qtbot.waitUntil(lambda: len(board.items) == 3 and not board._queue.busy)
    assert [each.name for each in board.items] == ["square.png"] * 3
    assert board.selected is board.items[-1]
    assert "bomb.png has too many pixels" in window.message_bar.text


def test_a_huge_picture_is_kept_small(board, tmp_path, qtbot):
    path = tmp_path / "huge.jpg"
    Image.new("RGB", (9000, 3000), "#20a020").save(path)
    board.add_paths([path])
    qtbot.waitUntil(lambda: len(board.items) == 1)
    assert max(board.items[0].image.size().toTuple()) == 1600


def test_at_first_it_is_in_the_dock_only(board, item, panel, window, hand):
    assert hand.is_blank(CORNER)
    assert panel.isVisible()
    assert panel.view.scale > 0
    assert now(board, item).opacity == REFERENCE_OPACITY_PERCENT.default / 100


def test_under_the_drawing_and_on_top_of_it(board, item, program, hand, line):
    document = program.session.document
    document.apply(document.drawing.adding(line), "Draw stroke")
    put(board, item, Place.UNDER)
    assert hand.colour(CORNER) == QColor("#cc2020")
    assert hand.colour(MIDDLE) == QColor("#2020cc")
    # The line is at y = 100, above the picture that begins at 128.
    board.move(now(board, item), 0, -100)
    assert hand.is_inked((200, 100))
    put(board, item, Place.ON_TOP)
    assert hand.colour((200, 100)) == QColor("#cc2020")
    put(board, item, Place.DOCK)
    assert hand.is_inked((200, 100))


def test_opacity_and_its_quick_steps(board, item, panel, hand):
    put(board, item, Place.UNDER)
    panel.opacity.setValue(40)
    assert now(board, item).opacity == 0.4
    panel.quick[25].click()
    assert now(board, item).opacity == 0.25
    assert hand.colour(CORNER).red() == pytest.approx(255 - 0.25 * 51, abs=2)
    panel.quick[50].click()
    assert now(board, item).opacity == 0.5
    panel.quick[50].click()
    assert now(board, item).opacity == 0.4


def test_quick_steps_have_commands(board, item, window):
    put(board, item, Place.UNDER, 0.8)
    window.actions_by_id["references.at_50"].trigger()
    assert now(board, item).opacity == 0.5
    window.actions_by_id["references.at_50"].trigger()
    assert now(board, item).opacity == 0.8


def test_all_can_be_hidden_at_once(board, item, panel, window, hand):
    put(board, item, Place.UNDER)
    window.actions_by_id["references.shown"].trigger()
    assert hand.is_blank(CORNER)
    assert panel.hide_button.isChecked()
    panel.hide_button.click()
    assert not hand.is_blank(CORNER)
    assert window.actions_by_id["references.shown"].isChecked()


@pytest.mark.parametrize("hide", [True, False])
def test_they_hide_while_the_pen_is_down_if_wanted(board, item, hand, settings, hide):
    settings.set(REFERENCE_HIDE_FOR_PEN, hide)
    put(board, item, Place.UNDER)
    hand.press((300, 300))
    assert hand.is_blank(CORNER) == hide
    hand.release((300, 300))
    assert not hand.is_blank(CORNER)


def test_they_are_never_exported(board, item, program, user, tmp_path, window):
    put(board, item, Place.ON_TOP)
    user.path = tmp_path / "out.png"
    window.actions_by_id["file.export"].trigger()
    program.session.export_worker.finish()
    image = Image.open(user.path).convert("RGB")
    assert image.getextrema() == ((255, 255),) * 3
    assert drawing_to_image(program.session.document.drawing).getextrema() == ((255, 255),) * 3
    program.session.document.save(tmp_path / "out.svg")
    assert b"image" not in (tmp_path / "out.svg").read_bytes()


def test_they_are_exported_when_that_is_asked_for(board, item, program, user, line, tmp_path):
    document = program.session.document
    document.apply(document.drawing.adding(line), "Draw stroke")
    board.move(now(board, item), 0, -100)
    put(board, item, Place.UNDER, 0.5)
    user.wants_references = True
    user.export_options = ExportOptions(scale=0.5)
    colours = {}
    for place in (Place.UNDER, Place.ON_TOP, Place.DOCK):
        board.set_place(now(board, item), place)
        user.path = tmp_path / f"{place.value}.png"
        program.session.export()
        program.session.export_worker.finish()
        image = Image.open(user.path).convert("RGB")
        assert image.size == (512, 384)
        # On the line at (200, 100), beside it at (200, 150), below the picture.
        colours[place] = [image.getpixel(at) for at in ((100, 50), (100, 75), (100, 350))]
    half_red, white = (230, 144, 144), (255, 255, 255)
    assert colours[Place.UNDER] == [(0, 0, 0), pytest.approx(half_red, abs=2), white]
    on_top = [pytest.approx(each, abs=2) for each in ((102, 16, 16), half_red)]
    assert colours[Place.ON_TOP] == [*on_top, white]
    assert colours[Place.DOCK] == [(0, 0, 0), white, white]


def test_a_transparent_export_keeps_the_pictures_solid(board, item, program, user, tmp_path):
    put(board, item, Place.UNDER)
    user.wants_references, user.path = True, tmp_path / "out.png"
    user.export_options = ExportOptions(transparent=True)
    program.session.export()
    program.session.export_worker.finish()
    image = Image.open(user.path)
    assert image.getpixel(CORNER) == (204, 32, 32, 255)
    assert image.getpixel((20, 20))[3] == 0


def test_the_export_dialog_offers_them_only_where_there_are_some(qtbot):
    without, with_some = ExportDialog((10, 10)), ExportDialog((10, 10), has_references=True)
    for dialog in (without, with_some):
        qtbot.addWidget(dialog)
        dialog.show()
        assert not dialog.with_references
    assert not without.references.isVisible()
    with_some.references.click()
    assert with_some.with_references
    with_some.formats.setCurrentIndex(with_some.formats.findData(".pdf"))
    assert not with_some.with_references


def test_drawing_over_one_changes_the_drawing_only(board, item, program, hand):
    put(board, item, Place.UNDER)
    before = board.items
    hand.drag((100, 300), (200, 300))
    assert len(program.session.document.drawing.strokes) == 1
    assert board.items == before


# --- Moving ------------------------------------------------------------------------------------


@pytest.fixture
def mover(window, board, item, panel):
    put(board, item, Place.UNDER)
    panel.move_button.click()
    assert window.reference_mover.on
    return window.reference_mover


def test_a_drag_moves_it_and_draws_nothing(mover, board, item, hand, program):
    before = now(board, item).box
    hand.drag((500, 400), (530, 440))
    x0, y0, x1, y1 = now(board, item).box
    assert (x0 - before[0], y0 - before[1]) == pytest.approx((30, 40), abs=2)
    assert (x1 - x0, y1 - y0) == pytest.approx((1024, 512))
    assert program.session.document.drawing.strokes == ()


def test_the_pen_moves_it_too(mover, board, item, hand, program):
    before = now(board, item).box
    hand.stroke((500, 400, 0.5), (560, 400, 0.5))
    assert now(board, item).box[0] - before[0] == pytest.approx(60, abs=0.01)
    assert program.session.document.drawing.strokes == ()


def test_a_corner_scales_about_the_opposite_one(mover, board, item, hand):
    # The page is 1024 x 768, the picture 2 : 1 in its middle.
    hand.stroke((1024, 640, 0.5), (512, 384, 0.5))
    assert now(board, item).box == pytest.approx((0, 128, 512, 384), abs=0.5)


def test_keys_move_scale_and_end(mover, board, item, window):
    canvas = window.canvas
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    QTest.keyClick(canvas, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert now(board, item).box == pytest.approx((1, 148, 1025, 660))
    QTest.keyClick(canvas, Qt.Key.Key_Minus)
    x0, _, x1, _ = now(board, item).box
    assert x1 - x0 == pytest.approx(1024 / 1.05)
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert not mover.on
    assert not window.references_panel.move_button.isChecked()


def test_the_frame_is_seen_while_it_moves(mover, board, item, hand, window):
    board.scale(now(board, item), 0.5, (512, 384))
    frame = hand.colour((512, 256))
    assert frame.blue() > frame.red()
    mover.stop()
    assert hand.colour((512, 256)).red() > 150


def test_a_locked_one_stays(mover, board, item, panel, hand):
    panel.lock_button.click()
    assert not mover.on
    assert not panel.move_button.isEnabled()
    box = now(board, item).box
    board.move(now(board, item), 10, 10)
    board.scale(now(board, item), 2, (0, 0))
    assert now(board, item).box == box


def test_it_cannot_be_made_too_small_to_find(board, item):
    for _ in range(50):
        board.scale(now(board, item), 0.5, (0, 0))
    x0, y0, x1, y1 = now(board, item).box
    assert min(x1 - x0, y1 - y0) >= 8


# --- Crop, remove, models ----------------------------------------------------------------------


def drag_view(view, start: QPointF, end: QPointF) -> None:
    places = [view._to_view(QRectF(p, p)).topLeft().toPoint() for p in (start, end)]
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=places[0])
    QTest.mouseMove(view, places[1])
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=places[1])


def test_a_frame_crops_it_and_it_can_be_whole_again(board, item, panel, hand):
    put(board, item, Place.UNDER)
    panel.crop_button.click()
    drag_view(panel.view, QPointF(80, 30), QPointF(120, 70))
    cropped = now(board, item)
    assert cropped.crop == pytest.approx((0.4, 0.3, 0.6, 0.7), abs=0.02)
    assert not panel.crop_button.isChecked()
    assert hand.is_blank(CORNER)
    assert hand.colour(MIDDLE) == QColor("#2020cc")
    panel.whole_button.click()
    assert hand.colour(CORNER) == QColor("#cc2020")


def test_escape_leaves_the_crop_as_it_was(board, item, panel):
    panel.crop_button.click()
    QTest.keyClick(panel.view, Qt.Key.Key_Escape)
    assert not panel.view.cropping
    assert not panel.crop_button.isChecked()
    assert now(board, item).crop == (0, 0, 1, 1)
    board.set_crop(now(board, item), (0.5, 0.5, 0.5, 0.9))
    assert now(board, item).crop == (0, 0, 1, 1)


def test_removing_selects_a_neighbour(board, photo, panel, qtbot):
    board.add_paths([photo, photo, photo])
    qtbot.waitUntil(lambda: len(board.items) == 3)
    first, second, third = board.items
    board.select(second.id)
    panel.remove_button.click()
    assert board.selected is third
    panel.remove_button.click()
    assert board.selected is first
    panel.remove_button.click()
    assert board.items == ()
    assert panel.explanation.isVisible()


def test_the_models_can_be_given_any_of_them(board, item, program, panel, qtbot):
    panel.models_button.click()
    qtbot.waitUntil(lambda: program.reference.photo is not None)
    assert program.reference.photo.size_px == (200, 100)
    first = board.items[0]
    assert first.is_models
    assert program.abstraction.can_start  # nothing is sketched before it is asked for
    board.select(first.id)
    assert panel.models_button.text() == "The Models Look at It"
    assert not panel.models_button.isEnabled()


def test_a_cropped_one_is_given_cropped(board, item, program, qtbot):
    board.set_crop(now(board, item), (0.4, 0.3, 0.6, 0.7))
    board.use_for_models(now(board, item))
    qtbot.waitUntil(lambda: program.reference.photo is not None)
    assert program.reference.photo.size_px == (40, 40)
    assert (program.reference.photo.photo.rgb == (32, 32, 204)).all()


def test_the_photo_of_the_models_is_faded_and_removed_here_too(
    board, program, photo, panel, hand, qtbot
):
    program.reference.load(photo)
    qtbot.waitUntil(lambda: len(board.items) == 1)
    (item,) = board.items
    assert board.selected is item
    assert item.opacity == pytest.approx(0.3)
    panel.opacity.setValue(100)
    assert hand.colour(CORNER) == QColor("#cc2020")
    board.set_shown(False)
    assert hand.is_blank(CORNER)
    board.set_shown(True)
    panel.remove_button.click()
    assert program.reference.photo is None
    assert board.items == ()


# --- The panel ---------------------------------------------------------------------------------


def test_pictures_are_asked_for_and_dropped(board, panel, user, photo, qtbot):
    user.path = photo
    panel.add_button.click()
    assert user.asked == ["open photos"]
    qtbot.waitUntil(lambda: len(board.items) == 1)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(photo))] * 2)
    assert drop(panel, mime)
    qtbot.waitUntil(lambda: len(board.items) == 3)
    mime = QMimeData()
    mime.setImageData(QImage(str(photo)))
    assert drop(panel, mime)
    qtbot.waitUntil(lambda: len(board.items) == 4)
    assert board.items[-1].name == "Pasted picture"
    assert panel.strip.count() == 4
    assert panel.strip.currentRow() == 3
    panel.strip.setCurrentRow(1)
    assert board.selected is board.items[1]


def test_the_view_zooms_pans_and_fits(board, item, panel):
    view = panel.view
    fitted = view.scale
    QTest.keyClick(view, Qt.Key.Key_Plus)
    assert view.scale == pytest.approx(1.25 * fitted)
    before = view._viewport.shift_x
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(50, 50))
    QTest.mouseMove(view, QPoint(60, 50))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(60, 50))
    assert view._viewport.shift_x == pytest.approx(before + 10)
    QTest.keyClick(view, Qt.Key.Key_Left)
    QTest.keyClick(view, Qt.Key.Key_0)
    assert view.scale == pytest.approx(fitted)
    picture = view.grab().toImage()
    assert picture.pixelColor(picture.rect().center()) == QColor("#2020cc")


def test_a_picture_cannot_be_lost_out_of_sight(board, item, panel):
    for _ in range(100):
        QTest.keyClick(panel.view, Qt.Key.Key_Right)
        QTest.keyClick(panel.view, Qt.Key.Key_Down)
    seen = panel.view._to_view(panel.view._seen())
    assert QRectF(panel.view.rect()).intersects(seen)
