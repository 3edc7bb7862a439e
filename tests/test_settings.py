from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from app.settings import (
    ABSTRACT_STROKES,
    KEYS_CHANGED,
    OPTIONS,
    PEN_COLOUR,
    PEN_SMOOTHING,
    PEN_WIDTH_PX,
    VERSION,
    Settings,
    migrated,
)
from app.settings_file import settings_path
from engine.errors import InputError


@pytest.fixture
def path(tmp_path):
    return tmp_path / "config" / "settings.json"


def test_defaults_fit_their_own_declaration():
    assert all(option.accepts(option.default) for option in OPTIONS)
    assert len({option.key for option in OPTIONS}) == len(OPTIONS)
    assert all(option.text for option in OPTIONS)


def test_what_is_set_is_there_after_a_restart(path):
    settings = Settings(path)
    settings.set(PEN_WIDTH_PX, 7.5)
    settings.set(PEN_COLOUR, "#123456")
    settings.save()
    again = Settings(path)
    assert again.get(PEN_WIDTH_PX) == 7.5
    assert again.get(PEN_COLOUR) == "#123456"
    assert again.get(ABSTRACT_STROKES) == ABSTRACT_STROKES.default


def test_only_what_differs_is_written(path):
    settings = Settings(path)
    settings.set(PEN_WIDTH_PX, PEN_WIDTH_PX.default)
    settings.set(ABSTRACT_STROKES, 32)
    settings.save()
    assert json.loads(path.read_text()) == {
        "version": VERSION,
        "values": {"abstract.strokes": 32},
    }


def test_nothing_is_written_while_nothing_changed(path):
    Settings(path).save()
    assert not path.exists()


def test_reset_brings_the_default_back(path):
    settings = Settings(path)
    settings.set(PEN_WIDTH_PX, 9.0)
    settings.save()
    settings.reset(PEN_WIDTH_PX)
    settings.save()
    assert Settings(path).get(PEN_WIDTH_PX) == PEN_WIDTH_PX.default


@pytest.mark.parametrize(
    ("option", "value"),
    [
        (PEN_WIDTH_PX, 0.0),
        (PEN_WIDTH_PX, float("nan")),
        (PEN_WIDTH_PX, "3"),
        (PEN_WIDTH_PX, True),
        (PEN_COLOUR, "red"),
        (PEN_COLOUR, "#ABCDEF0"),
        (PEN_SMOOTHING, "heavy"),
        (ABSTRACT_STROKES, 3),
        (ABSTRACT_STROKES, 16.5),
    ],
)
def test_values_that_do_not_fit_are_refused(path, option, value):
    settings = Settings(path)
    with pytest.raises(ValueError, match=option.key):
        settings.set(option, value)
    assert settings.get(option) == option.default


def test_values_in_the_file_that_do_not_fit_count_as_unset(path):
    path.parent.mkdir()
    values = {"pen.width_px": "wide", "pen.colour": "#ff0000", "gone.option": 1}
    path.write_text(json.dumps({"version": VERSION, "values": values}))
    settings = Settings(path)
    assert settings.get(PEN_WIDTH_PX) == PEN_WIDTH_PX.default
    assert settings.get(PEN_COLOUR) == "#ff0000"


def test_a_whole_number_may_stand_for_a_float(path):
    path.parent.mkdir()
    path.write_text(json.dumps({"version": VERSION, "values": {"pen.width_px": 4}}))
    width = Settings(path).get(PEN_WIDTH_PX)
    assert width == 4.0
    assert type(width) is float


@pytest.mark.parametrize(
    "content", [b"{", b"[]", b"\xff\xfe", b'{"version": 99, "values": {}}', b'{"values": {}}']
)
def test_a_file_that_cannot_be_used_is_put_aside(path, content):
    path.parent.mkdir()
    path.write_bytes(content)
    settings = Settings(path)
    assert settings.get(PEN_WIDTH_PX) == PEN_WIDTH_PX.default
    settings.set(PEN_WIDTH_PX, 5.0)
    settings.save()
    assert Settings(path).get(PEN_WIDTH_PX) == 5.0
    assert path.with_suffix(".unreadable.json").read_bytes() == content


def test_a_failing_save_says_why_and_leaves_the_old_file(path, monkeypatch):
    settings = Settings(path)
    settings.set(PEN_WIDTH_PX, 5.0)
    settings.save()
    before = path.read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    settings.set(PEN_WIDTH_PX, 6.0)
    with pytest.raises(InputError, match="No space left on device"):
        settings.save()
    assert path.read_bytes() == before


def test_old_versions_are_migrated_step_by_step():
    steps = {
        1: lambda values: {**values, "b": values.pop("a") * 10},
        2: lambda values: {"c": values["b"] + 1},
    }
    assert migrated({"version": 1, "values": {"a": 4}}, steps, 3) == {"c": 41}
    assert migrated({"version": 2, "values": {"b": 7}}, steps, 3) == {"c": 8}
    with pytest.raises(ValueError, match="version 4"):
        migrated({"version": 4, "values": {}}, steps, 3)


def test_the_file_is_in_the_users_configuration_folder():
    folder = os.environ.get("XDG_CONFIG_HOME") if os.name == "posix" else None
    assert settings_path().name == "settings.json"
    if folder:
        assert settings_path().is_relative_to(folder)


def test_whoever_watches_is_told_of_new_values_only(path):
    settings = Settings(path)
    told: list[float] = []
    end = settings.watch(PEN_WIDTH_PX, told.append)
    settings.set(PEN_WIDTH_PX, 4.0)
    settings.set(PEN_WIDTH_PX, 4.0)
    settings.set(PEN_COLOUR, "#ffffff")
    settings.reset(PEN_WIDTH_PX)
    settings.reset(PEN_WIDTH_PX)
    end()
    settings.set(PEN_WIDTH_PX, 5.0)
    assert told == [4.0, PEN_WIDTH_PX.default]


def test_lists_of_texts_are_kept(path):
    settings = Settings(path)
    settings.set(KEYS_CHANGED, ("tool.pen=D", "edit.undo="))
    settings.save()
    again = Settings(path)
    assert again.get(KEYS_CHANGED) == ("tool.pen=D", "edit.undo=")
    before = path.stat().st_mtime_ns
    again.save()
    assert path.stat().st_mtime_ns == before
    with pytest.raises(ValueError, match=r"keys\.changed"):
        settings.set(KEYS_CHANGED, ("a", 1))


def test_an_old_file_is_migrated_when_it_is_read(path, monkeypatch):
    monkeypatch.setattr("app.settings.VERSION", 3)
    monkeypatch.setattr(
        "app.settings.MIGRATIONS",
        {
            1: lambda values: {"pen.width_px": values["line.width"]},
            2: lambda values: {"pen.width_px": values["pen.width_px"] * 2},
        },
    )
    path.parent.mkdir()
    path.write_text(json.dumps({"version": 1, "values": {"line.width": 4}}))
    settings = Settings(path)
    assert settings.get(PEN_WIDTH_PX) == 8.0
    settings.save()
    assert json.loads(path.read_text()) == {"version": 3, "values": {"pen.width_px": 8.0}}


def test_files_of_every_version_are_read_for_ever():
    golden = Path(__file__).parent / "golden"
    files = sorted(golden.glob("settings_v*.json"))
    assert len(files) == VERSION
    for file in files:
        values = migrated(json.loads(file.read_text()))
        options = {option.key: option for option in OPTIONS}
        assert {key for key in values if key in options and options[key].accepts(values[key])} >= {
            "pen.width_px",
            "pen.colour",
            "abstract.strokes",
        }
