"""An engine without models, and a user who answers at once."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np

from app.document.export import Export, ExportOptions
from app.document.guides import Guide
from app.panels.dialogs import UnsavedAnswer
from engine.abstraction.messages import Ladder
from engine.context import Context
from engine.encoders.store.messages import ModelRow
from engine.retrieval.messages import SharedCollection
from engine.salient.messages import SalientObject
from engine.types import Job, Progress
from engine.warmup import EngineReady
from tests.panels.assist_fakes import FakeAssist
from tests.panels.match_fakes import FakeMatch
from tests.panels.redraw_fakes import FakeRedraw


@dataclass(frozen=True, eq=False)
class FakeAbstraction:
    """As much of `engine.abstraction.messages.Abstraction` as the window looks at."""

    beziers: np.ndarray
    width_px: float = 4.0
    seconds: float = 7.0
    likeness: float = 0.0


def lines(n: int, y: float, width: float) -> FakeAbstraction:
    """n horizontal strokes below each other, from `y` on, as wide as the photo."""
    xs = np.linspace(0.0, width, 4)
    ys = y + 10.0 * np.arange(n)
    return FakeAbstraction(np.stack([np.stack([xs, np.full(4, each)], 1) for each in ys]))


LIKENESS = {4: 0.5, 8: 0.75, 16: 0.78, 32: 0.79, 64: 0.8}
"""Of the fake ladder's rungs: with 8 strokes it keeps nine tenths of what it has with 64."""


class FakeEngine:
    """Answers "abstract" in two steps: a preview at y = 10, the result at y = 20.

    Strokes that are held still stay. With `hold` set, it waits after the preview until released or
    cancelled. The ladder, lines at y = 30, is not climbed before `climbs` is set. What stands out
    is the left half of a photo, or nothing; it does not answer before `looks` is set.
    """

    def __init__(self) -> None:
        self.payloads: list[Any] = []
        self.ladders: list[Any] = []
        self.hold = False
        self.climbs = False
        self.looks = True
        self.nothing_stands_out = False
        self.released = threading.Event()
        self.assist = FakeAssist()
        self.match = FakeMatch()
        self.redraw = FakeRedraw()

    @property
    def handlers(self) -> dict[str, Any]:
        return {
            "abstract": self.abstract,
            "abstract.ladder": self.ladder,
            "salient": self.salient,
            "warm-up": warm_up,
            "models.list": bundled_model,
            "models.names": no_names,
            **self.assist.handlers,
            **self.match.handlers,
            **self.redraw.handlers,
        }

    def abstract(self, payload: Any, context: Context) -> Job:
        self.payloads.append(payload)
        yield Progress(0.5, "Iteration 10", self._answer(payload, 10.0))
        yield from self._wait()
        context.notice("Memory ran out; trying again in smaller parts.")
        return self._answer(payload, 20.0)

    def ladder(self, payload: Any, context: Context) -> Job:
        self.ladders.append(payload)
        width = payload.base.photo_rgb.shape[1]
        done = {}
        for n in payload.rungs:
            while not self.climbs:
                self.released.wait(0.002)
                yield Progress(0.0, "Sketching")
            done[n] = replace(lines(n, 30.0, width), likeness=LIKENESS[n])
            yield Progress(n / 64, "", Ladder(dict(done)))
        return Ladder(done)

    def salient(self, payload: Any, context: Context) -> Job:
        while not self.looks:
            self.released.wait(0.002)
            yield Progress(0.0)
        yield Progress(0.0)
        if self.nothing_stands_out:
            return SalientObject(None, 0.0)
        height, width, _ = payload.photo.rgb.shape
        mask = np.zeros((height, width), np.float32)
        mask[:, : width // 2] = 1
        return SalientObject(mask, 0.5)

    def _answer(self, payload: Any, y: float) -> FakeAbstraction:
        still = sorted(payload.leave.still)
        fresh = lines(payload.strokes - len(still), y, payload.photo_rgb.shape[1])
        if not still:
            return fresh
        return replace(fresh, beziers=np.concatenate([payload.start[still], fresh.beziers]))

    def _wait(self) -> Iterator[Progress]:
        while self.hold and not self.released.wait(0.002):
            yield Progress(0.5, "Iteration 10")


def warm_up(payload: object, context: Context) -> Job:
    yield Progress(0.5)
    return EngineReady("lines", "CPU", 0.0)


def bundled_model(payload: object, context: Context) -> Job:
    yield Progress(0.5)
    return (ModelRow("bundled", True, 7_000_000, "Apache-2.0", None, True, None),)


def no_names(payload: object, context: Context) -> Job:
    yield Progress(0.5)
    return ()


@dataclass
class FakeUser:
    """Answers the dialogs with what the test put here; remembers what was asked."""

    path: Path | None = None
    unsaved: UnsavedAnswer = UnsavedAnswer.CANCEL
    export_options: ExportOptions = field(default_factory=ExportOptions)
    wants_references: bool = False
    page: tuple[float, float] | None = None
    guide_px: float | None = None
    shared: SharedCollection | None = None
    asked: list[str] = field(default_factory=list)

    def ask_drawing_to_open(self, folder: Path) -> Path | None:
        return self._answer("open drawing")

    def ask_photo_to_open(self, folder: Path) -> Path | None:
        return self._answer("open photo")

    def ask_photos_to_open(self, folder: Path) -> list[Path]:
        path = self._answer("open photos")
        return [] if path is None else [path]

    def ask_drawing_to_save(self, suggestion: Path) -> Path | None:
        return self._answer(f"save {suggestion.name}")

    def ask_export(
        self, suggestion: Path, page: tuple[float, float], has_references: bool = False
    ) -> Export | None:
        path = self._answer(f"export {suggestion.name}")
        references = self.wants_references and has_references
        return None if path is None else Export(path, self.export_options, references)

    def ask_page(self, page: tuple[float, float]) -> tuple[float, float] | None:
        self.asked.append(f"page {page[0]:g} x {page[1]:g}")
        return self.page

    def ask_guide(self, guide: Guide, most_px: float) -> float | None:
        self.asked.append(f"guide {'level' if guide.is_level else 'upright'} {guide.at_px:g}")
        return self.guide_px

    def ask_folder_of_photos(self, folder: Path) -> Path | None:
        return self._answer("add folder")

    def ask_symbols_to_open(self, folder: Path) -> Path | None:
        return self._answer("import symbols")

    def ask_symbols_to_save(self, suggestion: Path) -> Path | None:
        return self._answer(f"export {suggestion.name}")

    def ask_shared_collection(self, now: SharedCollection | None) -> SharedCollection | None:
        self.asked.append(f"shared {now}")
        return self.shared

    def ask_about_unsaved(self, name: str) -> UnsavedAnswer:
        self.asked.append(f"unsaved {name}")
        return self.unsaved

    def _answer(self, question: str) -> Path | None:
        self.asked.append(question)
        return self.path
