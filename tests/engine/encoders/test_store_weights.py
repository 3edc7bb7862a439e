"""The store's folder: records, choice, damage."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from engine.encoders.store import weights
from engine.encoders.store.names import ModelName
from engine.encoders.store.weights import BUNDLED, Installed, WeightStore
from engine.errors import InputError

NAME = ModelName("RN101", "openai")


def _install(store: WeightStore, name: ModelName = NAME, content: bytes = b"weights") -> Installed:
    store.prepare()
    part = store.part_path(name, "0" * 64)
    part.write_bytes(content)
    sha256 = hashlib.sha256(content).hexdigest()
    record = Installed(str(name), len(content), sha256, "MIT", "people/thing@0123")
    store.install(name, part, record)
    return record


def _record(name: str) -> bytes:
    """A sound record, for the wrong model."""
    entry = {"format": 1, "name": name, "size_bytes": 7, "sha256": "", "licence": "", "origin": ""}
    return json.dumps(entry).encode()


def _listing(store: WeightStore) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in store.folder.iterdir()}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "RN101",
        "RN101/",
        "/openai",
        "a/b/c",
        "../x/y",
        "a/..",
        ".a/b",
        "a b/c",
        "a/b\n",
        "a\\b/c",
    ],
)
def test_names_are_model_and_tag_and_nothing_else(text: str) -> None:
    with pytest.raises(InputError, match="MODEL/TAG"):
        ModelName.parse(text)


def test_names_go_to_and_fro() -> None:
    name = ModelName.parse("ViT-B-32/laion2b_s34b_b79k")
    assert (name.model, name.tag) == ("ViT-B-32", "laion2b_s34b_b79k")
    assert str(name) == "ViT-B-32/laion2b_s34b_b79k"


def test_folder_comes_from_the_argument_the_environment_or_the_user(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(weights.FOLDER_VARIABLE, raising=False)
    assert WeightStore().folder.parts[-2:] == ("strokewise", "models")
    monkeypatch.setenv(weights.FOLDER_VARIABLE, str(tmp_path / "there"))
    assert WeightStore().folder == tmp_path / "there"
    assert WeightStore(tmp_path / "here").folder == tmp_path / "here"


def test_a_store_that_is_not_there_is_empty(tmp_path: Path) -> None:
    store = WeightStore(tmp_path / "none")
    assert store.installed() == {}
    assert store.in_use == BUNDLED
    assert store.ms_per_image(BUNDLED, "cpu") is None
    assert not store.folder.exists()


def test_installed_models_are_found_again(tmp_path: Path) -> None:
    record = _install(WeightStore(tmp_path))
    store = WeightStore(tmp_path)
    assert store.installed() == {NAME: record}
    path, found = store.checked_weights(NAME)
    assert (path.read_bytes(), found) == (b"weights", record)
    assert sorted(_listing(store)) == ["RN101--openai.json", "RN101--openai.safetensors"]


def test_every_use_checks_the_hash(tmp_path: Path) -> None:
    store = WeightStore(tmp_path)
    _install(store)
    store.weights_path(NAME).write_bytes(b"weightz")
    with pytest.raises(InputError, match="RN101/openai is damaged; fetch it again"):
        store.checked_weights(NAME)


@pytest.mark.parametrize(
    "record",
    [
        b"",
        b"[1]",
        b"\xff\xfe",
        b'{"format": 99}',
        b'{"format": 1, "name": "RN101/openai"}',
        b"[" * 100_000,
        _record("../x"),
        _record("RN50/openai"),
    ],
)
def test_a_spoilt_record_is_no_record(record: bytes, tmp_path: Path) -> None:
    store = WeightStore(tmp_path)
    _install(store)
    (tmp_path / "RN101--openai.json").write_bytes(record)
    assert store.installed() == {}
    with pytest.raises(InputError, match="not installed"):
        store.checked_weights(NAME)


def test_a_new_file_replaces_the_old_one(tmp_path: Path) -> None:
    store = WeightStore(tmp_path)
    _install(store, content=b"old")
    record = _install(store, content=b"newer")
    path, found = store.checked_weights(NAME)
    assert (path.read_bytes(), found) == (b"newer", record)


def test_a_full_disk_at_the_end_leaves_the_store_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = WeightStore(tmp_path)
    _install(store, content=b"old")
    before = _listing(store)

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(json, "dumps", full)
    with pytest.raises(InputError, match="cannot be stored \\(No space left on device\\)"):
        _install(store, content=b"new")
    after = _listing(store)
    assert after.pop("RN101--openai.0000000000000000.part") == b"new"
    assert after == before


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(InputError, match="cannot be made"):
        WeightStore(tmp_path / "file" / "models").prepare()


def test_the_choice_is_remembered_while_the_model_is_there(tmp_path: Path) -> None:
    store = WeightStore(tmp_path)
    with pytest.raises(InputError, match="not installed"):
        store.use(str(NAME))
    _install(store)
    store.use(str(NAME))
    assert WeightStore(tmp_path).in_use == "RN101/openai"
    store.weights_path(NAME).with_suffix(".json").unlink()
    assert store.in_use == BUNDLED
    _install(store)
    assert store.in_use == "RN101/openai"
    store.use(BUNDLED)
    assert store.in_use == BUNDLED


@pytest.mark.parametrize(
    "state", ["", "[]", '{"in_use": 7}', '{"in_use": "a"}', '{"ms_per_image": {"cpu": 3}}']
)
def test_a_spoilt_state_counts_as_none(state: str, tmp_path: Path) -> None:
    store = WeightStore(tmp_path)
    (tmp_path / "state.json").write_text(state)
    assert store.in_use == BUNDLED
    assert store.ms_per_image(BUNDLED, "cpu") is None
    store.note_speed(BUNDLED, "cpu", 12.5)
    assert store.ms_per_image(BUNDLED, "cpu") == 12.5


def test_speeds_are_kept_by_device(tmp_path: Path) -> None:
    store = WeightStore(tmp_path)
    store.note_speed("RN101/openai", "cpu", 200.0)
    store.note_speed("RN101/openai", "card", 4.0)
    store.note_speed(BUNDLED, "cpu", 20.0)
    again = WeightStore(tmp_path)
    assert again.ms_per_image("RN101/openai", "cpu") == 200.0
    assert again.ms_per_image("RN101/openai", "card") == 4.0
    assert again.ms_per_image(BUNDLED, "cpu") == 20.0
    assert again.ms_per_image(BUNDLED, "card") is None


def test_removing_takes_everything_of_that_model_and_nothing_else(tmp_path: Path) -> None:
    store = WeightStore(tmp_path)
    other = ModelName("RN101", "open")
    _install(store, other)
    before = _listing(store)
    _install(store)
    store.use(str(NAME))
    store.part_path(NAME, "1" * 64).write_bytes(b"half")
    store.remove(NAME)
    after = _listing(store)
    after.pop("state.json")
    assert after == before
    assert store.in_use == BUNDLED
    store.remove(NAME)  # twice is harmless
