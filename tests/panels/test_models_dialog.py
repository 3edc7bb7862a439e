"""The Models dialog: what it shows in each phase, and one fetch through everything."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.bridge.engine_bridge import EngineBridge
from app.errors import Reporter
from app.panels.models import Models, Phase
from app.panels.models_dialog import COLUMNS, ModelsDialog
from engine.context import Context, Handler
from engine.encoders.store import incoming, jobs, sources
from engine.encoders.store.messages import (
    DescribeModel,
    FetchModel,
    ImportModel,
    ListModels,
    ModelRow,
    RemoveModel,
    UseModel,
    Verdict,
)
from engine.encoders.store.names import ModelName
from engine.encoders.store.offer import Offer
from engine.encoders.store.sources import Source
from engine.encoders.store.weights import Installed, WeightStore
from engine.errors import InputError
from engine.registry import HANDLERS
from engine.types import Job, Progress
from tests.engine.encoders.hub_server import FILE, REPOSITORY, HubServer, Publication
from tests.engine.encoders.tiny_clip import file_content

RN101, OTHER = "RN101/openai", "ViT-B-16/openai"


class FakeStore:
    """Handlers that act on a set of names. `gate` holds the fetch at half."""

    def __init__(self) -> None:
        self.installed = {"bundled"}
        self.in_use = "bundled"
        self.asked: list[object] = []
        self.gate = threading.Event()
        self.failure = ""
        self.verdicts: tuple[Verdict, ...] = ()

    @property
    def handlers(self) -> Mapping[str, Handler]:
        return {
            "models.list": self._list,
            "models.names": self._names,
            "models.describe": self._describe,
            "models.fetch": self._fetch,
            "models.import": self._import,
            "models.verify": self._verify,
            "models.use": self._use,
            "models.remove": self._remove,
        }

    def _row(self, name: str) -> ModelRow:
        installed = name in self.installed
        size, licence = (7_000_000, "Apache-2.0") if name == "bundled" else (479_000_000, "MIT")
        speed = 21.4 if installed else None
        return ModelRow(name, installed, size, licence, None, name == self.in_use, speed, "seeing")

    def _list(self, payload: ListModels, context: Context) -> Job:
        yield Progress(0.0)
        return tuple(self._row(name) for name in dict.fromkeys(("bundled", RN101)))

    def _names(self, payload: object, context: Context) -> Job:
        yield Progress(0.0)
        return (RN101, OTHER)

    def _describe(self, payload: DescribeModel, context: Context) -> Job:
        self.asked.append(payload)
        yield Progress(0.0, "Asking the hub")
        if self.failure:
            raise InputError(self.failure)
        name = ModelName.parse(payload.name)
        return Offer(name, "http://x", 479_000_000, "0" * 64, "MIT", "timm/thing", "1" * 40)

    def _fetch(self, payload: FetchModel, context: Context) -> Job:
        self.asked.append(payload)
        while not self.gate.wait(0.005):
            yield Progress(0.5, "half of it")
        if self.failure:
            raise InputError(self.failure)
        return self._install(str(payload.offer.name))

    def _import(self, payload: ImportModel, context: Context) -> Job:
        self.asked.append(payload)
        yield Progress(0.0)
        return self._install(payload.name)

    def _install(self, name: str) -> Installed:
        self.installed.add(name)
        return Installed(name, 1, "0" * 64, "MIT", "x")

    def _verify(self, payload: object, context: Context) -> Job:
        yield Progress(0.0)
        return self.verdicts

    def _use(self, payload: UseModel, context: Context) -> Job:
        yield Progress(0.0)
        self.in_use = payload.name
        return payload.name

    def _remove(self, payload: RemoveModel, context: Context) -> Job:
        yield Progress(0.0)
        self.installed.discard(payload.name)
        return payload.name


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STROKEWISE_MODELS", str(tmp_path / "models"))


@pytest.fixture
def fake() -> FakeStore:
    return FakeStore()


def _dialog(qtbot: QtBot, bridge: EngineBridge) -> ModelsDialog:
    bridge.start()
    dialog = ModelsDialog(Models(bridge, bridge), choose_file=lambda: Path("mine.safetensors"))
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.table.rowCount() == 2)
    return dialog


@pytest.fixture
def dialog(qtbot: QtBot, fake: FakeStore) -> Iterator[ModelsDialog]:
    bridge = EngineBridge(Reporter(), fake.handlers)
    yield _dialog(qtbot, bridge)
    fake.gate.set()
    bridge.shutdown()


def _click(qtbot: QtBot, button) -> None:
    assert button.isVisible()
    assert button.isEnabled()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def _cells(dialog: ModelsDialog, row: int) -> dict[str, str]:
    return {title: dialog.table.item(row, column).text() for column, title in enumerate(COLUMNS)}


def _phase(dialog: ModelsDialog, phase: Phase) -> bool:
    return dialog._models.phase is phase


def test_shows_what_there_is(dialog: ModelsDialog) -> None:
    assert _cells(dialog, 0) == {
        "Model": "bundled",
        "State": "in use",
        "Size": "7 MB",
        "Speed here": "21 ms",
        "Licence": "Apache-2.0",
        "Good for": "seeing",
    }
    assert _cells(dialog, 1)["State"] == "not fetched"
    assert _cells(dialog, 1)["Size"] == "about 479 MB"
    assert _cells(dialog, 1)["Speed here"] == ""
    assert dialog.selected is not None
    assert dialog.selected.name == "bundled"


def test_buttons_fit_the_selected_model(dialog: ModelsDialog) -> None:
    def enabled() -> list[bool]:
        buttons = (dialog.use_button, dialog.fetch_button, dialog.remove_button)
        return [button.isEnabled() for button in buttons]

    assert enabled() == [False, False, False]
    dialog.select(RN101)
    assert enabled() == [False, True, False]
    assert not dialog.progress.isVisible()
    assert not dialog.cancel_button.isVisible()


def test_nothing_is_downloaded_before_the_user_said_yes(
    qtbot: QtBot, dialog: ModelsDialog, fake: FakeStore
) -> None:
    dialog.select(RN101)
    _click(qtbot, dialog.fetch_button)
    qtbot.waitUntil(lambda: _phase(dialog, Phase.OFFERED))
    assert fake.asked == [DescribeModel(RN101)]
    assert dialog.state.text() == (
        f"{RN101} is 479.0 MB from timm/thing; licence: MIT. Download it?"
    )
    assert not dialog.fetch_button.isEnabled()
    _click(qtbot, dialog.cancel_button)
    assert _phase(dialog, Phase.IDLE)
    assert dialog.state.text() == ""
    assert fake.asked == [DescribeModel(RN101)]


def test_closing_turns_the_offer_down(qtbot: QtBot, dialog: ModelsDialog) -> None:
    dialog.select(RN101)
    _click(qtbot, dialog.fetch_button)
    qtbot.waitUntil(lambda: _phase(dialog, Phase.OFFERED))
    dialog.reject()
    assert _phase(dialog, Phase.IDLE)


def test_fetch_shows_progress_then_the_model(
    qtbot: QtBot, dialog: ModelsDialog, fake: FakeStore
) -> None:
    dialog.select(RN101)
    _click(qtbot, dialog.fetch_button)
    qtbot.waitUntil(lambda: _phase(dialog, Phase.OFFERED))
    _click(qtbot, dialog.download_button)
    qtbot.waitUntil(lambda: dialog.progress.value() == 500)
    assert dialog.progress.isVisible()
    assert dialog.state.text() == "half of it"
    fake.gate.set()
    qtbot.waitUntil(lambda: _cells(dialog, 1)["State"] == "installed")
    assert dialog.state.text() == f"{RN101} is installed."
    assert dialog.selected is not None
    assert dialog.selected.name == RN101
    with qtbot.waitSignal(dialog._models.in_use_changed) as used:
        _click(qtbot, dialog.use_button)
    assert used.args == [RN101]
    qtbot.waitUntil(lambda: _cells(dialog, 1)["State"] == "in use")
    assert dialog.table.item(1, 0).font().bold()
    assert not dialog.table.item(0, 0).font().bold()


def test_cancel_stops_the_fetch(qtbot: QtBot, dialog: ModelsDialog, fake: FakeStore) -> None:
    dialog.select(RN101)
    _click(qtbot, dialog.fetch_button)
    qtbot.waitUntil(lambda: _phase(dialog, Phase.OFFERED))
    _click(qtbot, dialog.download_button)
    qtbot.waitUntil(lambda: dialog.progress.value() == 500)
    _click(qtbot, dialog.cancel_button)
    assert _phase(dialog, Phase.IDLE)
    assert dialog.state.text() == "Stopped; what has arrived is kept."
    assert dialog.fetch_button.isEnabled()
    assert fake.installed == {"bundled"}


@pytest.mark.parametrize("download", [False, True])
def test_trouble_is_said_in_its_sentence(
    download: bool, qtbot: QtBot, dialog: ModelsDialog, fake: FakeStore
) -> None:
    dialog.select(RN101)
    fake.gate.set()
    if not download:
        fake.failure = "The hub cannot be reached."
    _click(qtbot, dialog.fetch_button)
    if download:
        qtbot.waitUntil(lambda: _phase(dialog, Phase.OFFERED))
        fake.failure = "The connection was lost."
        _click(qtbot, dialog.download_button)
    qtbot.waitUntil(lambda: _phase(dialog, Phase.IDLE))
    assert dialog.state.text() == fake.failure
    assert dialog._models.is_trouble
    assert dialog.fetch_button.isEnabled()


def test_from_file(qtbot: QtBot, dialog: ModelsDialog, fake: FakeStore) -> None:
    dialog.select(RN101)
    _click(qtbot, dialog.file_button)
    qtbot.waitUntil(lambda: _cells(dialog, 1)["State"] == "installed")
    assert fake.asked == [ImportModel(RN101, Path("mine.safetensors"))]


def test_other_models_are_added_by_name(qtbot: QtBot, dialog: ModelsDialog) -> None:
    qtbot.waitUntil(lambda: dialog.other_box.count() == 2)
    dialog.other_box.setEditText("nonsense")
    _click(qtbot, dialog.add_button)
    assert "MODEL/TAG" in dialog.state.text()
    dialog.other_box.setEditText(OTHER)
    qtbot.keyClick(dialog.other_box.lineEdit(), Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.table.rowCount() == 3
    assert _cells(dialog, 2)["Model"] == OTHER
    assert _cells(dialog, 2)["Size"] == ""
    assert dialog.selected is not None
    assert dialog.selected.name == OTHER
    assert dialog.fetch_button.isEnabled()
    assert dialog.state.text() == ""


def test_remove(qtbot: QtBot, dialog: ModelsDialog, fake: FakeStore) -> None:
    fake.installed.add(RN101)
    dialog._models.refresh()
    qtbot.waitUntil(lambda: _cells(dialog, 1)["State"] == "installed")
    dialog.select(RN101)
    _click(qtbot, dialog.remove_button)
    qtbot.waitUntil(lambda: _cells(dialog, 1)["State"] == "not fetched")
    assert dialog.state.text() == f"{RN101} is removed."


@pytest.mark.parametrize("fault", ["", "The file of RN101/openai is damaged; fetch it again."])
def test_check_files(fault: str, qtbot: QtBot, dialog: ModelsDialog, fake: FakeStore) -> None:
    fake.verdicts = (Verdict("bundled", ""), Verdict(RN101, fault))
    _click(qtbot, dialog.verify_button)
    qtbot.waitUntil(lambda: _phase(dialog, Phase.IDLE))
    assert dialog.state.text() == (fault or "All files are as they were installed.")
    assert dialog._models.is_trouble is bool(fault)


def test_a_model_from_the_hub_to_the_store(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """The real engine, the real handlers, a hub on this machine."""
    name = "tiny-vit/web"
    registry = {ModelName.parse(name): Source(REPOSITORY, (FILE,), "MIT", "tests", 1000)}
    for module in (sources, jobs, incoming):
        monkeypatch.setattr(module, "recommended", lambda: registry)
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    bridge = EngineBridge(Reporter(), HANDLERS)
    with HubServer(Publication(file_content(name))) as hub:
        monkeypatch.setattr("huggingface_hub.constants.ENDPOINT", hub.url)
        try:
            dialog = _dialog(qtbot, bridge)
            dialog.select(name)
            assert hub.pages_asked == 0
            _click(qtbot, dialog.fetch_button)
            qtbot.waitUntil(lambda: _phase(dialog, Phase.OFFERED), timeout=60_000)
            assert hub.ranges == []
            _click(qtbot, dialog.download_button)
            qtbot.waitUntil(lambda: _cells(dialog, 1)["State"] == "installed", timeout=60_000)
            _click(qtbot, dialog.use_button)
            qtbot.waitUntil(lambda: dialog._models.in_use == name, timeout=60_000)
        finally:
            bridge.shutdown()
    store = WeightStore()
    assert store.in_use == name
    path, _ = store.checked_weights(ModelName.parse(name))
    assert path.read_bytes() == file_content(name)
