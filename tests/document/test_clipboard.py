from __future__ import annotations

import pytest
from drawing_strategies import strokes
from hypothesis import given
from hypothesis import strategies as st

from app.document.clipboard import strokes_from_svg_text, strokes_to_svg_text
from app.document.stroke import Stroke
from engine.errors import InputError


@given(st.lists(strokes, min_size=1, max_size=4))
def test_strokes_come_back_where_they_were(some: list[Stroke]) -> None:
    assert strokes_from_svg_text(strokes_to_svg_text(some)) == tuple(some)


def test_another_programs_text() -> None:
    text = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M1 2L3 4" stroke="red"/></svg>'
    for content in (text, text.encode(), text.encode("utf-8") + b"\0"):
        (stroke,) = strokes_from_svg_text(content)
        assert stroke.xy.tolist() == [[1, 2], [3, 4]]
        assert stroke.colour == "#ff0000"


@pytest.mark.parametrize(
    "text", ["", "hello", '<svg xmlns="http://www.w3.org/2000/svg"><text>a</text></svg>']
)
def test_text_without_lines_is_one_sentence(text: str) -> None:
    with pytest.raises(InputError, match="clipboard") as caught:
        strokes_from_svg_text(text)
    assert str(caught.value).endswith(".")
