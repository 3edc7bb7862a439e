"""An engine that scores strokes without looking at them."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

import numpy as np

from engine.attribution.messages import (
    AttributePayload,
    Attribution,
    CategoryTarget,
    Cleaning,
    CleanPayload,
    Estimator,
    FragilePayload,
    Fragility,
    Label,
    Method,
    PhotoTarget,
)
from engine.context import Context
from engine.errors import InputError
from engine.types import Job, Progress


class FakeAssist:
    """Scores a stroke by where it begins: (x - 300) / 100, so the right half helps.

    With `hold` set, "attribute" waits after its preview until released or cancelled.

    Attributes:
        asked: kind and payload of every request that got to its first step.
        fault: what "attribute" answers instead, if anything.
        kept: of "clean", given the payload; by default every other stroke goes.
    """

    def __init__(self) -> None:
        self.asked: list[tuple[str, Any]] = []
        self.hold = False
        self.released = threading.Event()
        self.fault = ""
        self.kept: tuple[tuple[tuple[int, int], ...], ...] | None = None
        self.fragile = Fragility(Label("cat", 0.9))

    def payloads(self, kind: str) -> list[Any]:
        """Of one kind, in the order in which they came."""
        return [payload for each, payload in self.asked if each == kind]

    @property
    def handlers(self) -> dict[str, Any]:
        return {
            "guess": self.guess,
            "attribute": self.attribute,
            "score": self.score,
            "clean": self.clean,
            "fragile": self.find_fragile,
            "categories": self.categories,
        }

    def guess(self, payload: Any, context: Context) -> Job:
        self.asked.append(("guess", payload))
        yield Progress(0.0)
        return (Label("cat", 0.7), Label("dog", 0.2), Label("bus", 0.001))[: payload.count]

    def attribute(self, payload: AttributePayload, context: Context) -> Job:
        self.asked.append(("attribute", payload))
        if self.fault:
            raise InputError(self.fault)
        scores = np.array([(line[0, 0] - 300) / 100 for line in payload.strokes])
        yield Progress(0.1, "", self._answer(payload, Estimator.VIEWS, -scores))
        while self.hold and not self.released.wait(0.002):
            yield Progress(0.2)
        return self._answer(payload, payload.estimator, scores)

    def score(self, payload: Any, context: Context) -> Job:
        self.asked.append(("score", payload))
        yield Progress(0.0)
        return np.log(len(payload.strokes) / 10)

    def clean(self, payload: CleanPayload, context: Context) -> Job:
        self.asked.append(("clean", payload))
        yield from self._wait()
        kept = self.kept
        if kept is None:
            kept = tuple(
                ((0, len(line) - 1),) if i % 2 == 0 else ()
                for i, line in enumerate(payload.strokes)
            )
        is_photo = isinstance(payload.target, PhotoTarget)
        return Cleaning(
            kept, np.log(0.4), np.log(0.8), np.zeros(len(kept)), "the photo" if is_photo else "cat"
        )

    def find_fragile(self, payload: FragilePayload, context: Context) -> Job:
        self.asked.append(("fragile", payload))
        yield from self._wait()
        return self.fragile

    def categories(self, payload: object, context: Context) -> Job:
        self.asked.append(("categories", payload))
        yield Progress(0.0)
        return ("bus", "cat", "dog")

    def _wait(self) -> Iterator[Progress]:
        yield Progress(0.0)
        while self.hold and not self.released.wait(0.002):
            yield Progress(0.2)

    def _answer(
        self, payload: AttributePayload, estimator: Estimator, scores: np.ndarray
    ) -> Attribution:
        points = ()
        if payload.method is Method.PSLA:
            points = tuple((line[:, 0] - 300) / 1000 for line in payload.strokes)
        target = payload.target
        name = (target.name or "cat") if isinstance(target, CategoryTarget) else "the photo"
        return Attribution(payload.method, estimator, name, -1.0, scores, points)
