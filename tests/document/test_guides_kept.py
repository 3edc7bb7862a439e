"""Guides in the drawing: edits, undo, files and the journal; never in an export."""

from __future__ import annotations

import io
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.document.document import Document
from app.document.drawing import Drawing
from app.document.export import export_drawing
from app.document.files import read_drawing
from app.document.guides import (
    MAX_GUIDES,
    Guide,
    with_guide,
    with_guide_at,
    without_guide,
    without_guides,
)
from app.document.journal_records import change_line, changed, checkpoint_line
from app.document.layer import Layer
from app.document.stroke import Stroke
from app.document.svg_read import parse_svg
from app.document.svg_write import drawing_to_svg
from engine.errors import InputError

LEVEL, UPRIGHT = Guide(True, 120.0), Guide(False, 40.5)
LINE = Stroke.from_polyline([(0, 0), (90, 50)])
GUIDED = Drawing((LINE,), 300, 200, guides=(LEVEL, UPRIGHT))

guides = st.lists(st.builds(Guide, st.booleans(), st.floats(-500, 100_000)), max_size=5).map(tuple)


def test_edits() -> None:
    drawing = with_guide(with_guide(Drawing(width_px=300, height_px=200), LEVEL), UPRIGHT)
    assert drawing.guides == (LEVEL, UPRIGHT)
    assert with_guide_at(drawing, 0, 7.0004).guides == (Guide(True, 7.0), UPRIGHT)
    assert with_guide_at(drawing, 0, 120.0) is drawing
    assert without_guide(drawing, 0).guides == (UPRIGHT,)
    assert without_guides(drawing).guides == ()
    assert without_guides(Drawing()).guides == ()


@pytest.mark.parametrize(("number", "inside", "beyond"), [(0, 200.0, 200.1), (1, 300.0, -0.1)])
def test_beyond_the_page_is_gone(number: int, inside: float, beyond: float) -> None:
    assert len(with_guide_at(GUIDED, number, inside).guides) == 2
    assert with_guide_at(GUIDED, number, beyond).guides == (GUIDED.guides[1 - number],)


def test_too_many_are_refused() -> None:
    full = Drawing(guides=(LEVEL,) * MAX_GUIDES)
    with pytest.raises(InputError, match="200 guides"):
        with_guide(full, UPRIGHT)
    with pytest.raises(ValueError, match="place"):
        Drawing(guides=(Guide(True, float("nan")),))


def test_edits_of_strokes_leave_them() -> None:
    drawing = GUIDED.adding(LINE).without([0]).replacing({0: LINE.on_layer(0)})
    assert drawing.guides == GUIDED.guides


def test_undo() -> None:
    document = Document(GUIDED)
    document.apply(with_guide_at(GUIDED, 0, 9.0), "Move guide")
    document.apply(without_guides(document.drawing), "Remove all guides")
    document.undo()
    assert document.drawing.guides == (Guide(True, 9.0), UPRIGHT)
    document.undo()
    assert document.drawing is GUIDED
    document.redo()
    assert document.drawing.guides[0] == Guide(True, 9.0)


class TestFiles:
    @given(guides, st.booleans())
    def test_our_svg_keeps_them(self, guides: tuple[Guide, ...], layered: bool) -> None:
        layers = (Layer(3, "below"), Layer(7, "above")) if layered else (Layer(),)
        drawing = Drawing((LINE,), 300, 200, layers, layers[0].id, guides)
        assert parse_svg(drawing_to_svg(drawing).encode(), "a.svg").drawing == drawing

    @pytest.mark.parametrize("suffix", [".strokewise", ".svg"])
    def test_saved_and_opened(self, suffix: str, tmp_path: Path) -> None:
        document = Document()
        document.apply(GUIDED, "draw")
        document.save(tmp_path / f"a{suffix}")
        again = Document()
        again.open(tmp_path / f"a{suffix}")
        assert again.drawing == GUIDED
        assert not again.dirty

    @pytest.mark.parametrize(
        ("text", "kept"),
        [
            ("", ()),
            ("y 120 z 4", (LEVEL,)),
            ("y 120 x", (LEVEL,)),
            ("y 120 x nan y 3", (LEVEL,)),
            ("y 1e99", ()),
            ("y 120 " * 5000, (LEVEL,) * MAX_GUIDES),
        ],
    )
    def test_malformed_ones_harm_nothing(self, text: str, kept: tuple[Guide, ...]) -> None:
        plain = drawing_to_svg(Drawing((LINE,), 300, 200))
        odd = plain.replace(' width="300"', f' sw:guides="{text}" width="300"')
        opened = parse_svg(odd.encode(), "odd.svg")
        assert opened.is_own
        assert opened.drawing.strokes == (LINE,)
        assert opened.drawing.guides == kept

    def test_an_exported_svg_has_none(self, tmp_path: Path) -> None:
        export_drawing(tmp_path / "out.svg", GUIDED)
        assert read_drawing(tmp_path / "out.svg") == without_guides(GUIDED)
        assert "guide" not in (tmp_path / "out.svg").read_text()

    @pytest.mark.parametrize("name", ["out.png", "out.pdf"])
    def test_no_picture_shows_them(self, name: str, tmp_path: Path) -> None:
        export_drawing(tmp_path / name, GUIDED)
        with_them = (tmp_path / name).read_bytes()
        export_drawing(tmp_path / name, without_guides(GUIDED))
        assert (tmp_path / name).read_bytes() == with_them

    def test_other_programs_see_the_strokes_only(self) -> None:
        root = ET.parse(io.StringIO(drawing_to_svg(GUIDED))).getroot()
        assert [each.tag.rpartition("}")[2] for each in root.iter()] == ["svg", "g", "path"]


class TestJournal:
    @given(guides, guides)
    def test_any_change_is_exact(self, old: tuple[Guide, ...], new: tuple[Guide, ...]) -> None:
        before, after = Drawing((LINE,), guides=old), Drawing((LINE,), guides=new)
        assert changed(before, change_line(before, after)) == after
        assert changed(Drawing(), checkpoint_line(after)) == after

    def test_they_cost_nothing_while_they_stay(self) -> None:
        line = change_line(GUIDED, GUIDED.adding(LINE))
        assert b"guides" not in line
        assert changed(GUIDED, line).guides == GUIDED.guides

    @pytest.mark.parametrize("guides", ["3", "[3]", "[[1]]", '[[1,"x"]]', f"[[1,1{'0' * 400}]]"])
    def test_what_is_none(self, guides: str) -> None:
        text = f'{{"page":[9000,9000],"parts":[],"guides":{guides}}}'.encode()
        with pytest.raises(ValueError):
            changed(Drawing(), text)
