from __future__ import annotations

from pathlib import Path

import pytest

from app.document.drawing import Drawing
from app.document.svg_write import write_svg
from app.recent import RecentFiles, short_names
from app.settings import FILES_RECENT_COUNT


@pytest.fixture
def recent(settings):
    return RecentFiles(settings)


def test_the_newest_comes_first_and_only_once(recent, tmp_path):
    for name in ("a", "b", "a", "c"):
        recent.add(tmp_path / name)
    assert recent.paths == (tmp_path / "c", tmp_path / "a", tmp_path / "b")


def test_there_are_as_many_as_the_user_wants(recent, settings, tmp_path):
    for number in range(20):
        recent.add(tmp_path / str(number))
    assert len(recent.paths) == FILES_RECENT_COUNT.default
    settings.set(FILES_RECENT_COUNT, 2)
    assert recent.paths == (tmp_path / "19", tmp_path / "18")
    settings.set(FILES_RECENT_COUNT, 0)
    recent.add(tmp_path / "x")
    assert recent.paths == ()


def test_names_are_as_long_as_tells_them_apart():
    paths = tuple(map(Path, ("/a/x/horse.svg", "/b/x/horse.svg", "/b/cat.svg")))
    assert short_names(paths) == [
        str(Path("a/x/horse.svg")),
        str(Path("b/x/horse.svg")),
        "cat.svg",
    ]
    assert short_names((Path("/a/b"), Path("/a/b"))) == ["b", "b"]


# --- The menu ----------------------------------------------------------------------------------


def entries(window) -> dict[str, bool]:
    window.recent_menu.aboutToShow.emit()
    return {
        action.text().split("  ")[-1]: action.isEnabled()
        for action in window.recent_menu.actions()
        if not action.isSeparator()
    }


def test_opened_and_saved_drawings_are_listed_missing_ones_grey(window, program, line, tmp_path):
    assert entries(window) == {"No drawing yet": False, "&Clear List": False}
    first, second = tmp_path / "first.svg", tmp_path / "second.svg"
    write_svg(first, Drawing((line,)))
    program.open_path(first)
    program.session.document.save(second)
    first.unlink()
    assert entries(window) == {"second.svg": True, "first.svg": False, "&Clear List": True}
    assert window.recent_menu.actions()[1].toolTip().endswith("is no longer there")


def test_a_choice_opens_the_drawing(window, program, line, tmp_path):
    paths = [tmp_path / "a&b.svg", tmp_path / "c.svg"]
    for path in paths:
        write_svg(path, Drawing((line,)))
        program.open_path(path)
    window.recent_menu.refresh()
    window.recent_menu.actions()[1].trigger()
    assert program.session.document.path == paths[0]
    assert entries(window) == {"a&&b.svg": True, "c.svg": True, "&Clear List": True}


def test_the_list_can_be_cleared(window, program, tmp_path, line):
    write_svg(tmp_path / "a.svg", Drawing((line,)))
    program.open_path(tmp_path / "a.svg")
    window.recent_menu.refresh()
    window.recent_menu.actions()[-1].trigger()
    assert entries(window) == {"No drawing yet": False, "&Clear List": False}


def test_the_menu_is_behind_open(window):
    texts = [action.text() for action in window.actions_by_id.menu("&File").actions()]
    assert texts[texts.index("&Open…") + 1] == "Open &Recent"
