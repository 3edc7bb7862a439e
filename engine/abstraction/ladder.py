"""The job behind "abstract.ladder": one photo with fewer and more strokes, from one start.

The sketch in the middle is worked out as any other. A rung below begins with the strokes of the
one above that matter most, a rung above with those of the one below and new ones where the sketch
is most unlike the photo; both need a part of the iterations.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Generator
from dataclasses import replace

import torch

from engine.abstraction.curves import keep_drawable, lowered
from engine.abstraction.importances import error_map, fewer
from engine.abstraction.job import (
    effort_of,
    finished,
    prepared_photos,
    shown,
    silently,
    starting_strokes,
)
from engine.abstraction.messages import (
    Abstraction,
    AbstractPayload,
    Ladder,
    LadderPayload,
    check_payload,
)
from engine.abstraction.placing import Placing
from engine.abstraction.prepared import PreparedPhoto
from engine.abstraction.reporter import Reporter
from engine.abstraction.search import Effort, search
from engine.abstraction.surroundings import Surroundings, surroundings
from engine.context import Context
from engine.encoders.base import Encoder
from engine.errors import InputError
from engine.photo import content_hash
from engine.strokes import FloatArray
from engine.types import Job, Progress

NEIGHBOUR_SHARE = 0.4
"""Of the iterations that a rung needs whose neighbour is done."""
_NEIGHBOUR_RATES = (1.5, 1.0, 0.1)
_KEPT_LADDERS = 8


def ladder(payload: LadderPayload, context: Context) -> Job:
    """Sketches with each number of strokes; returns a `Ladder`.

    Whenever a rung is done, progress carries the `Ladder` so far as its preview. Ladders of the
    last few photos and settings are kept, and so are those that were stopped half way.

    Raises:
        InputError: as for "abstract"; rungs that do not ascend.
    """
    check_payload(payload.base)
    rungs = payload.rungs
    if not rungs or list(rungs) != sorted(set(rungs)):
        raise InputError("The rungs of a ladder must be ascending numbers of strokes.")
    for strokes in rungs:
        check_payload(replace(payload.base, strokes=strokes))
    encoder = context.encoder(payload.base.encoder)
    work = _Ladder(payload, context, encoder)
    done = work.known
    for nth, strokes in enumerate(order_of_work(rungs, payload.base.strokes)):
        share = nth / len(rungs)
        if strokes not in done:
            steps = work.rung(strokes)
            while True:
                try:
                    step = next(steps)
                except StopIteration as end:
                    done[strokes] = end.value
                    break
                text = f"Sketching with {strokes} strokes"
                yield Progress(share + step.fraction / len(rungs), text)
        sketches = {n: done[n] for n in sorted(done) if n in rungs}
        yield Progress((nth + 1) / len(rungs), "", Ladder(sketches))
    return Ladder({n: done[n] for n in rungs})


def order_of_work(rungs: tuple[int, ...], begin: int) -> list[int]:
    """The rung nearest to `begin` first, then away from it on both sides in turn."""
    places = range(len(rungs))
    first = min(places, key=lambda i: abs(rungs[i] - begin))
    return [rungs[i] for i in sorted(places, key=lambda i: (abs(i - first), -i))]


class _Ladder:
    """One photo's rungs, known and in the making."""

    def __init__(self, payload: LadderPayload, context: Context, encoder: Encoder) -> None:
        base = payload.base
        self._encoder = encoder
        self._context = context
        self._base = base
        self._photo = prepared_photos(context, encoder).get(
            base.photo_rgb, encoder, base.mask, whole_scene=base.whole_scene
        )
        self._around = surroundings(base.leave, self._photo.framing, None, base.strokes)
        self.known = _known_rungs(context, encoder, base)

    def rung(self, strokes: int) -> Generator[Progress, None, Abstraction]:
        """The sketch of so many strokes, from its neighbour if that is known."""
        encoder, photo, around = self._encoder, self._photo, self._around
        report = Reporter(photo.framing, encoder.name, time.perf_counter())
        generator = torch.Generator().manual_seed(self._base.seed)
        base = replace(self._base, strokes=strokes)
        if base.start is not None and len(base.start) != strokes:
            base = replace(base, start=None)
        effort = effort_of(base, self._context)
        near = self._nearest(strokes)
        if near is None:
            starts = starting_strokes(base, photo, around, generator)
        else:
            share = max(int(base.iterations * NEIGHBOUR_SHARE), 1)
            effort = replace(effort, iterations=share, rates=_NEIGHBOUR_RATES)
            starts = yield from silently(
                _from_neighbour(encoder, photo, near, strokes, around, effort, generator), 0.0
            )
        found = yield from shown(
            search(encoder, photo, starts, around, effort, generator), report, effort.iterations
        )
        return (yield from finished(encoder, photo, found, around, effort, report))

    def _nearest(self, strokes: int) -> torch.Tensor | None:
        """(n, k, 2) of what is known with the number of strokes nearest to that."""
        beziers = {n: sketch.beziers for n, sketch in self.known.items()}
        start = self._base.start
        if start is not None and len(start) != strokes:
            beziers.setdefault(len(start), start)
        if not beziers:
            return None
        return self._controls(beziers[min(beziers, key=lambda n: abs(n - strokes))])

    def _controls(self, beziers: FloatArray) -> torch.Tensor:
        on_canvas = torch.from_numpy(self._photo.framing.to_canvas_px(beziers)).float()
        return lowered(on_canvas, self._base.control_points).to(self._encoder.device)


def _from_neighbour(
    encoder: Encoder,
    photo: PreparedPhoto,
    controls: torch.Tensor,
    strokes: int,
    around: Surroundings,
    effort: Effort,
    generator: torch.Generator,
) -> Generator[None, None, torch.Tensor]:
    """(1, strokes, k, 2) to begin with, from a sketch of fewer or more: (n, k, 2)."""
    side = encoder.coarse_canvas_size
    batch = effort.batch(encoder, side)
    target = yield from photo.target(encoder, side, batch)
    if len(controls) > strokes:
        kept = yield from fewer(encoder, target, controls, strokes, around, batch)
        return kept[None]
    error = error_map(encoder, target, controls, around)
    yield
    placing = Placing(photo, around, generator, controls.shape[1])
    added = placing.along_contours(
        strokes - len(controls), weights=error / error.mean(), beside=controls
    )
    together = torch.cat([controls, added.to(controls.device)])
    return keep_drawable(together, photo.framing.box)[None]


def _known_rungs(
    context: Context, encoder: Encoder, base: AbstractPayload
) -> dict[int, Abstraction]:
    """What is known of this photo with these settings; filled as the ladder is climbed."""
    place = ("abstraction ladders", encoder.fingerprint, str(context.device))
    ladders: OrderedDict[str, dict[int, Abstraction]] = context.cache.setdefault(
        place, OrderedDict()
    )
    leave = base.leave
    arrays = [base.photo_rgb, base.mask, base.start, *leave.lines]
    key = repr(
        (
            [None if each is None else content_hash(each) for each in arrays],
            (base.iterations, base.seed, base.restarts, base.views, base.control_points),
            (
                base.sampled_start,
                base.whole_scene,
                leave.region,
                leave.width_px,
                sorted(leave.still),
            ),
        )
    )
    rungs = ladders.setdefault(key, {})
    ladders.move_to_end(key)
    if len(ladders) > _KEPT_LADDERS:
        ladders.popitem(last=False)
    return rungs
