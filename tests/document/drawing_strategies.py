"""Hypothesis strategies for strokes and drawings, odd ones included, and what files may do."""

from __future__ import annotations

import numpy as np
from hypothesis import strategies as st

from app.document.drawing import Drawing
from app.document.layer import Layer
from app.document.stroke import Stroke
from app.document.svg_read import parse_svg
from engine.errors import InputError

coordinates = st.one_of(
    st.floats(-1e6, 1e6),
    st.floats(0, 1000),
    st.integers(-5, 5).map(float),
    st.sampled_from([0.0, -0.0, 0.001, -0.001, 0.0004999, 999999.999, 1e-300]),
)
unit = st.one_of(st.floats(0, 1), st.sampled_from([0.0, 0.5, 1.0, 0.001, 0.999]))
times = st.one_of(st.just(0.0), st.floats(-10, 1e6))
colours = st.integers(0, 0xFFFFFF).map("#{:06x}".format)
widths = st.one_of(st.floats(0.001, 100), st.sampled_from([0.001, 1.0, 3.0, 9999.5]))


@st.composite
def hand_strokes(draw: st.DrawFn) -> Stroke:
    rows = st.tuples(coordinates, coordinates, unit, times)
    plain = st.tuples(coordinates, coordinates, st.just(0.5), st.just(0.0))
    points = draw(
        st.one_of(
            st.lists(rows, min_size=1, max_size=12),
            st.lists(plain, min_size=1, max_size=12),
            # Twice the same place, which is not a dot.
            plain.map(lambda row: [row, row]),
        )
    )
    return Stroke(np.array(points), draw(widths), draw(colours), draw(unit))


@st.composite
def bezier_strokes(draw: st.DrawFn) -> Stroke:
    # Bounded, for a stroke holds samples 1 px apart.
    places = st.tuples(st.floats(-500, 500), st.floats(-500, 500))
    count = draw(st.integers(1, 4))
    chain = np.array(draw(st.lists(places, min_size=3 * count + 1, max_size=3 * count + 1)))
    beziers = np.stack([chain[3 * k : 3 * k + 4] for k in range(count)])
    return Stroke.from_beziers(beziers, draw(widths), draw(colours), draw(unit))


strokes = st.builds(
    Stroke.in_group,
    st.builds(
        Stroke.with_fill,
        st.one_of(hand_strokes(), bezier_strokes()),
        st.one_of(st.none(), st.none(), colours),
    ),
    st.one_of(st.just(0), st.integers(0, 3)),
)


@st.composite
def drawings(draw: st.DrawFn) -> Drawing:
    side = st.one_of(st.integers(1, 5000).map(float), st.floats(0.001, 100_000))
    return Drawing(tuple(draw(st.lists(strokes, max_size=6))), draw(side), draw(side))


layer_names = st.one_of(
    st.text(max_size=12), st.sampled_from(['a "b" <c> & d', "Слой 1", "line\nbreak", "\ud800"])
)


@st.composite
def layered_drawings(draw: st.DrawFn, min_layers: int = 1) -> Drawing:
    ids = draw(st.lists(st.integers(0, 50), min_size=min_layers, max_size=4, unique=True))
    layers = tuple(
        Layer(i, draw(layer_names), draw(st.booleans()), draw(st.booleans()), draw(unit))
        for i in ids
    )
    placed = [
        stroke.on_layer(draw(st.sampled_from(ids)))
        for stroke in draw(st.lists(strokes, max_size=6))
    ]
    return Drawing(tuple(placed), 300, 200, layers, draw(st.sampled_from(ids)))


def opened_or_refused(content: bytes) -> Drawing | str:
    """The drawing in an SVG text or why it is refused, in one sentence; anything else escapes."""
    try:
        drawing = parse_svg(content, "odd.svg").drawing
    except InputError as error:
        sentence = str(error)
    else:
        assert all(np.isfinite(stroke.points).all() for stroke in drawing.strokes)
        return drawing
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return sentence
