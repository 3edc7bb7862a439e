from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.document.drawing import Drawing
from app.document.stroke import Stroke
from app.document.svg_numbers import decimals
from app.document.svg_read import parse_svg
from app.document.svg_write import drawing_to_svg

short = st.decimals(-99_999, 99_999, places=3).map(lambda number: format(number.normalize(), "f"))
words = short | st.sampled_from(["0", "-0", "5.", ".5", "-.25", "000.100", "123456789012345"])

NO_SHORT_DECIMALS = "1,2 - . -. 1.2.3 1-2 --1 +1 1e3 nan inf 0x1 1_0 ٣ 1234567890123456"


class TestDecimals:
    @given(st.lists(st.lists(words, min_size=1, max_size=7), min_size=1, max_size=700))
    def test_as_float_reads_them(self, lists: list[list[str]]) -> None:
        read = decimals([" ".join(each) for each in lists])
        assert read is not None
        values, counts = read
        expected = [float(word) for each in lists for word in each]
        assert values.tolist() == expected
        assert [math.copysign(1, v) for v in values] == [math.copysign(1, v) for v in expected]
        assert counts.tolist() == [len(each) for each in lists]

    @pytest.mark.parametrize(
        "text",
        ["", " ", "1 ", " 1", "1  2", "1\t2", "1\0", "1 2 x 3", *NO_SHORT_DECIMALS.split()],
    )
    def test_all_else_is_left_to_others(self, text: str) -> None:
        assert decimals([text]) is None
        assert decimals(["1 2", text, "3"]) is None

    def test_nothing(self) -> None:
        assert decimals([]) is None


class TestManyStrokes:
    def test_as_one_by_one(self) -> None:
        random = np.random.default_rng(0)
        lengths = [1, 2, 7, 30]
        points = [random.uniform(-2, 2, (n, 4)) for n in lengths]
        styles = [
            (float(n), "#AB01ff", 0.12345, n, "#00ff00" if n % 2 else None, n % 3) for n in lengths
        ]
        together = Stroke.many(np.vstack(points), lengths, styles)
        singly = [
            Stroke(each, *style[:3], None, *style[3:])
            for each, style in zip(points, styles, strict=True)
        ]
        assert together == singly
        assert not any(stroke.points.flags.writeable for stroke in together)
        assert all(stroke.points.base is None for stroke in together)

    def test_a_number_written_otherwise_reads_the_same(self) -> None:
        """One "+" makes the whole group go the slow way."""
        strokes = [Stroke.from_polyline([(i, 0), (10, i), (20, 2)]) for i in range(5)]
        text = drawing_to_svg(Drawing(tuple(strokes)))
        other = text.replace("M 3 0 L", "M +3 0 L")
        assert other != text
        assert parse_svg(other.encode(), "a.svg").drawing.strokes == tuple(strokes)
