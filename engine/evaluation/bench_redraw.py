"""How fast the model looks, draws and goes on on this machine."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from statistics import median

import numpy as np
import torch

from engine.context import Context
from engine.evaluation.components import circle, square
from engine.evaluation.run import finish
from engine.sketchembed.canvas import SIDE_PX
from engine.sketchembed.drawing import Chance, draw
from engine.sketchembed.jobs import finish as go_on
from engine.sketchembed.jobs import redraw
from engine.sketchembed.loading import model_of
from engine.sketchembed.messages import (
    FinishPayload,
    RecognisePayload,
    RedrawPayload,
    Sampling,
    StrokeSource,
)
from engine.sketchembed.symbol_book import SymbolBook
from engine.sketchembed.symbols import recognise

SYMBOLS = 20


def bench_redraw(report: Callable[[float, str], None], *, repeats: int = 15) -> dict[str, object]:
    """Medians over `repeats` runs.

    Returns:
        "embed_ms" of one picture; "decode_64_ms" of one drawing of 64 points, and of 8 at once;
        "redraw_ms", the nearest of 8 drawings of a face, from request to answer; "ghost_ms", three
        ways to go on from two strokes; "recognise_ms" among `SYMBOLS` symbols.
    """
    context = Context()
    model = model_of(context)
    random = np.random.default_rng(0)
    face = (
        circle(200, 200, 100, random),
        circle(160, 170, 12, random),
        circle(240, 170, 12, random),
        square(200, 240, 20, random),
    )
    image = torch.rand(1, 1, SIDE_PX, SIDE_PX)
    z = model.embed(image)
    book = SymbolBook()
    for i in range(SYMBOLS):
        book = book.taught(f"symbol {i}", (random.random((8, 2)),))

    def decode(count: int) -> object:
        # The pen never ends the drawing where chance is 0: it is 64 points long.
        chance = Chance.seeded(0, count)
        endless = replace(chance, pen=torch.zeros_like(chance.pen))
        return draw(model.net.decoder, z.expand(count, -1), endless, 0.5)

    source = StrokeSource(face)
    rows: dict[str, Callable[[], object]] = {
        "embed_ms": lambda: model.embed(image),
        "decode_64_ms": lambda: decode(1),
        "decode_64_of_8_ms": lambda: decode(8),
        "redraw_ms": lambda: finish(redraw(RedrawPayload(source, 1, Sampling(best_of=8)), context)),
        "ghost_ms": lambda: finish(go_on(FinishPayload(face[:2], variants=3), context)),
        "recognise_ms": lambda: finish(recognise(RecognisePayload(face, book), context)),
    }
    answer: dict[str, object] = {}
    for i, (name, run) in enumerate(rows.items()):
        report(i / len(rows), name.removesuffix("_ms").replace("_", " "))
        run()
        times = []
        for _ in range(repeats):
            began_s = time.perf_counter()
            run()
            times.append(time.perf_counter() - began_s)
        answer[name] = 1e3 * median(times)
    return answer
