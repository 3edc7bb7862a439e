from __future__ import annotations

import pytest

from app.document.stroke import Stroke
from app.panels.show_as_photo import NO_PHOTOS, NOTHING_DRAWN
from engine.retrieval.messages import Description


@pytest.fixture
def library(program, tmp_path):
    """A library of one photo."""
    program.photos._now = Description((tmp_path,), (), 1, 1, (), {})
    return program.photos


@pytest.fixture
def drawn(document, line):
    document.apply(document.drawing.adding(line), "Draw")
    return line


@pytest.fixture
def said(program):
    texts = []
    program.message.connect(lambda message: texts.append(message.text))
    return texts


@pytest.fixture
def answered(panel, library, drawn, fake, photo, qtbot):
    fake.hit = photo
    panel.show_button.click()
    qtbot.waitUntil(lambda: panel.match.shown.picture is not None)
    return panel.match.shown


def test_the_librarys_best_photo_is_shown_warped_to_the_drawing(answered, panel, fake, library):
    (payload,) = fake.payloads("correspond.show")
    assert payload.library == library.folder
    assert len(payload.strokes) == 1
    picture = answered.picture
    side = picture.width()
    assert side == payload.side_px
    # The photo's blue square lies a tenth further left; beyond the photo there is white.
    middle = picture.pixelColor(round(0.35 * side), side // 2)
    assert middle.blue() > middle.red()
    assert picture.pixelColor(side // 2, 2).name() == "#ffffff"
    assert panel.picture.isVisibleTo(panel)


def test_it_is_used_as_the_reference_photo(answered, panel, program, qtbot, photo):
    panel.use_button.click()
    qtbot.waitUntil(lambda: program.reference.photo is not None)
    assert program.reference.photo.name == photo.name
    assert not panel.picture.isVisibleTo(panel)


def test_it_is_put_away(answered, panel, program):
    panel.away_button.click()
    assert answered.picture is None
    assert not panel.picture.isVisibleTo(panel)
    assert program.reference.photo is None


def test_it_is_a_job_that_can_be_cancelled(panel, library, drawn, fake, photo, program, qtbot):
    fake.hit, fake.hold = photo, True
    panel.show_button.click()
    qtbot.waitUntil(lambda: len(fake.asked) == 1)
    assert not panel.show_button.isEnabled()
    assert [job.name for job in program.engine.jobs] == ["Showing the drawing as a photo"]
    program.engine.cancel("correspond.show")
    assert panel.show_button.isEnabled()
    assert panel.match.shown.picture is None


def test_one_may_draw_on_meanwhile(panel, library, drawn, fake, photo, document, qtbot):
    fake.hit, fake.hold = photo, True
    panel.show_button.click()
    qtbot.waitUntil(lambda: len(fake.asked) == 1)
    document.apply(document.drawing.adding(Stroke.from_polyline([(1, 1), (9, 9)])), "Draw")
    fake.released.set()
    qtbot.waitUntil(lambda: panel.match.shown.picture is not None)


def test_without_a_drawing_or_photos_it_says_what_to_do(panel, said, document, line, library, fake):
    panel.show_button.click()
    document.apply(document.drawing.adding(line), "Draw")
    library._now = Description((), (), 0, 0, (), {})
    panel.show_button.click()
    assert said == [NOTHING_DRAWN, NO_PHOTOS]
    assert fake.asked == []


def test_what_is_wrong_is_one_sentence(panel, library, drawn, fake, said, qtbot):
    fake.fault = "None of the photos fits the drawing."
    panel.show_button.click()
    qtbot.waitUntil(lambda: said == [fake.fault])


def test_the_command_brings_the_dock_up_and_begins(
    window, program, fake, photo, document, line, qtbot
):
    program.photos._now = Description((photo.parent,), (), 1, 1, (), {})
    document = program.session.document
    document.apply(document.drawing.adding(line), "Draw")
    fake.hit = photo
    window.actions_by_id["match.show"].trigger()
    qtbot.waitUntil(lambda: window.match.panel.match.shown.picture is not None)
    assert window.match.panel.isVisible()


def test_it_is_scrolled_to(answered, panel, window, qtbot):
    window.resize(900, 600)
    panel.away_button.click()
    panel.show_button.click()
    qtbot.waitUntil(lambda: answered.picture is not None)
    view = panel.viewport()
    button = panel.use_button

    def is_seen() -> bool:
        top = button.mapTo(view, button.rect().topLeft()).y()
        return panel.picture.isVisible() and 0 <= top < view.height()

    qtbot.waitUntil(is_seen)
