"""`strokewise models`: JSON on stdout, progress and trouble on stderr, the exit status."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.cli.common import main
from engine.encoders.store import incoming, jobs, sources
from engine.encoders.store.names import ModelName
from engine.encoders.store.sources import Source
from engine.encoders.store.weights import WeightStore
from tests.engine.encoders.hub_server import FILE, REPOSITORY, HubServer, Publication
from tests.engine.encoders.tiny_clip import file_content

NAME = "tiny-resnet/web"


@pytest.fixture(autouse=True)
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> WeightStore:
    monkeypatch.setenv("STROKEWISE_MODELS", str(tmp_path / "models"))
    registry = {ModelName.parse(NAME): Source(REPOSITORY, (FILE,), "MIT", "tests", 1000)}
    for module in (sources, jobs, incoming):
        monkeypatch.setattr(module, "recommended", lambda: registry)
    return WeightStore()


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch) -> Iterator[HubServer]:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    with HubServer(Publication(file_content(NAME))) as server:
        monkeypatch.setattr("huggingface_hub.constants.ENDPOINT", server.url)
        yield server


class Shell:
    """Runs the command line in this process."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys
        self.progress = ""

    def models(self, *arguments: str) -> dict[str, dict[str, Any]]:
        """The models in the last line on stdout, by name."""
        status = main(["models", *arguments])
        out, self.progress = self._capsys.readouterr()
        assert status == 0, self.progress
        answer = json.loads(out.splitlines()[-1])
        assert list(answer) == ["models"]
        return {row["name"]: row for row in answer["models"]}

    def failure(self, *arguments: str) -> str:
        """The one line on stderr, after the progress."""
        assert main(["models", *arguments]) == 2
        out, err = self._capsys.readouterr()
        assert out == ""
        *self.progress, line = err.splitlines()
        return line


@pytest.fixture
def shell(capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(capsys)


def test_list(shell: Shell) -> None:
    models = shell.models("list")
    assert list(models) == ["bundled", NAME]
    assert models["bundled"]["in_use"] is True
    assert models["bundled"]["installed"] is True
    assert len(models["bundled"]["sha256"]) == 64
    assert models[NAME] == {
        "name": NAME,
        "installed": False,
        "size_bytes": 4000,
        "licence": "MIT",
        "sha256": None,
        "in_use": False,
        "ms_per_image": None,
        "purpose": "tests",
        "origin": "",
    }


def test_list_measures(shell: Shell) -> None:
    assert shell.models("list", "--measure")["bundled"]["ms_per_image"] > 0


def test_fetch_says_size_and_licence_first_then_progress(
    shell: Shell, hub: HubServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.cli.progress._PLAIN_INTERVAL_S", 0.0)
    hub.faults.cut_after, hub.faults.cuts, hub.faults.hold = 1_000_000, 1, threading.Event()
    release = threading.Timer(0.3, hub.faults.hold.set)
    release.start()
    row = shell.models("fetch", NAME)[NAME]
    assert row["installed"] is True
    assert row["sha256"] == hub.publication.sha256
    assert row["size_bytes"] == len(hub.publication.content)
    assert row["ms_per_image"] > 0
    lines = shell.progress.splitlines()
    offer = f"{NAME} is {row['size_bytes'] / 1e6:.1f} MB from {REPOSITORY}; licence: mit. SHA-256:"
    (said,) = [number for number, line in enumerate(lines) if line.startswith(offer)]
    assert any(f" {NAME}: 1.0 of " in line for line in lines[said:])
    assert not any("MB" in line for line in lines[:said])


def test_fetch_from_a_file(shell: Shell, tmp_path: Path) -> None:
    path = tmp_path / "weights.safetensors"
    path.write_bytes(file_content(NAME))
    models = shell.models("fetch", "tiny-resnet/mine", "--file", str(path))
    assert models["tiny-resnet/mine"]["origin"] == "weights.safetensors"


def test_use_verify_and_remove(shell: Shell, hub: HubServer, store: WeightStore) -> None:
    shell.models("fetch", NAME)
    assert shell.models("use", NAME)[NAME]["in_use"] is True
    assert all(row["sound"] for row in shell.models("verify").values() if row["installed"])
    path = store.weights_path(ModelName.parse(NAME))
    path.write_bytes(path.read_bytes()[:-9])
    assert shell.failure("verify") == (
        f"strokewise: The file of {NAME} is damaged; fetch it again."
    )
    models = shell.models("remove", NAME)
    assert not models[NAME]["installed"]
    assert models["bundled"]["in_use"] is True


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("fetch", "RN101"), "write MODEL/TAG"),
        (("fetch", "No-such/thing"), 'knows no model "No-such"'),
        (("fetch", NAME, "--file", "nowhere.safetensors"), "There is no file nowhere.safetensors"),
        (("use", NAME), "not installed"),
        (("fetch",), "required: name"),
        ((), "required: ACTION"),
        (("dance",), "dance"),
    ],
)
def test_trouble_is_one_line(arguments: tuple[str, ...], words: str, shell: Shell) -> None:
    assert words in shell.failure(*arguments)


def test_no_network(shell: Shell, monkeypatch: pytest.MonkeyPatch, store: WeightStore) -> None:
    monkeypatch.setattr("huggingface_hub.constants.ENDPOINT", "http://127.0.0.1:9")
    assert "The hub cannot be reached" in shell.failure("fetch", NAME)
    assert not store.installed()
