from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from app.document.change import Change, ChangeKind
from app.document.document import UNTITLED, Document
from app.document.drawing import Drawing
from app.document.stroke import Stroke
from app.document.svg_read import read_svg
from engine.errors import InputError

A = Stroke.from_polyline([[1, 1], [5, 9]])
B = Stroke.from_beziers([[0, 0], [9, 0], [9, 9], [0, 9]])

FOREIGN = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10">'
    '<text>hello</text><path d="M1 1L2 2" stroke="red"/></svg>'
)


@pytest.fixture
def document() -> Document:
    return Document()


@pytest.fixture
def changes(document: Document) -> list[Change]:
    seen: list[Change] = []
    document.subscribe(seen.append)
    return seen


class TestEditing:
    def test_a_gesture_is_one_step(self, document: Document, changes: list[Change]) -> None:
        before = document.drawing
        after = before.adding(A, B)
        assert document.apply(after, "Keep")
        assert document.drawing is after
        assert changes == [Change(before, after)]
        assert (changes[0].removed, changes[0].added) == ((), (A, B))
        assert document.history.undo_text == "Keep"

    def test_listeners_see_the_change_done(self, document: Document) -> None:
        seen: list[tuple[Drawing, int, bool]] = []
        document.subscribe(
            lambda change: seen.append((document.drawing, document.revision, document.dirty))
        )
        document.apply(Drawing((A,)), "a")
        document.undo()
        assert seen == [(Drawing((A,)), 1, True), (Drawing(), 2, False)]

    def test_no_effect_no_news(self, document: Document, changes: list[Change]) -> None:
        assert not document.apply(document.drawing, "nothing")
        assert not document.undo()
        assert not document.redo()
        assert changes == []
        assert document.revision == 0

    def test_undo_and_redo_tell_what_to_paint(
        self, document: Document, changes: list[Change]
    ) -> None:
        document.apply(Drawing((A,)), "a")
        document.undo()
        document.redo()
        assert [(change.removed, change.added) for change in changes] == [
            ((), (A,)),
            ((A,), ()),
            ((), (A,)),
        ]
        assert document.revision == 3

    def test_the_end_of_a_subscription(self, document: Document) -> None:
        first: list[Change] = []
        second: list[Change] = []
        stop = document.subscribe(first.append)
        document.subscribe(second.append)
        stop()
        stop()
        document.apply(Drawing((A,)), "a")
        assert (len(first), len(second)) == (0, 1)

    def test_a_listener_may_leave_while_called(self, document: Document) -> None:
        seen: list[str] = []
        stops = []

        def leave(change: Change) -> None:
            seen.append("leaver")
            stops[0]()

        stops.append(document.subscribe(leave))
        document.subscribe(lambda change: seen.append("stayer"))
        document.apply(Drawing((A,)), "a")
        document.undo()
        assert seen == ["leaver", "stayer", "stayer"]

    def test_a_page_of_another_size(self, document: Document, changes: list[Change]) -> None:
        document.apply(Drawing((), 10, 10), "page")
        document.apply(Drawing((A,), 10, 10), "a")
        assert [change.page_changed for change in changes] == [True, False]


class TestFiles:
    def test_title_and_dirty_mark(self, document: Document, tmp_path: Path) -> None:
        assert (document.title, document.dirty) == (UNTITLED, False)
        document.apply(Drawing((A,)), "a")
        assert (document.title, document.dirty) == (f"{UNTITLED}*", True)
        document.save(tmp_path / "cat.svg")
        assert (document.title, document.dirty) == ("cat.svg", False)
        document.undo()
        assert document.title == "cat.svg*"
        document.redo()
        assert document.title == "cat.svg"

    def test_equal_but_edited_is_dirty(self, document: Document) -> None:
        document.apply(Drawing(), "the same again")
        assert document.dirty

    def test_save_and_open(self, document: Document, tmp_path: Path) -> None:
        path = tmp_path / "a.svg"
        document.apply(Drawing((A, B), 300, 200), "ab")
        document.save(path)
        other = Document(Drawing((B,)))
        revision = other.revision
        other.open(str(path))
        assert other.drawing == document.drawing
        assert other.path == path
        assert not other.dirty
        assert not other.history.can_undo
        assert other.revision > revision

    def test_saving_again_goes_to_the_same_file(self, document: Document, tmp_path: Path) -> None:
        document.save(tmp_path / "a.svg")
        document.apply(Drawing((A,)), "a")
        document.save()
        assert read_svg(tmp_path / "a.svg") == Drawing((A,))

    def test_listeners_are_told_the_kind(
        self, document: Document, changes: list[Change], tmp_path: Path
    ) -> None:
        document.apply(Drawing((A,)), "a")
        document.save(tmp_path / "a.svg")
        document.open(tmp_path / "a.svg")
        document.new()
        document.restore(Drawing((B,)), None)
        kinds = [change.kind for change in changes]
        assert kinds == [ChangeKind.EDIT, ChangeKind.SAVE, *[ChangeKind.LOAD] * 3]
        assert changes[1].old is changes[1].new

    def test_an_untitled_document_needs_a_path(self, document: Document) -> None:
        with pytest.raises(ValueError, match="path"):
            document.save()

    def test_new_forgets_file_and_history(self, document: Document, tmp_path: Path) -> None:
        document.apply(Drawing((A,)), "a")
        document.save(tmp_path / "a.svg")
        document.new()
        assert document.drawing == Drawing()
        assert (document.path, document.title, document.dirty) == (None, UNTITLED, False)
        assert not document.history.can_undo

    def test_restored_work_is_unsaved(self, document: Document, tmp_path: Path) -> None:
        document.restore(Drawing((A,)), tmp_path / "a.svg")
        assert (document.path, document.title) == (tmp_path / "a.svg", "a.svg*")
        assert document.drawing == Drawing((A,))
        assert not document.history.can_undo

    def test_another_programs_file_is_not_overwritten(
        self, document: Document, tmp_path: Path
    ) -> None:
        path = tmp_path / "poster.svg"
        path.write_text(FOREIGN)
        document.open(path)
        assert len(document.drawing.strokes) == 1
        assert (document.path, document.title, document.dirty) == (None, "poster", False)
        with pytest.raises(ValueError, match="path"):
            document.save()
        assert path.read_text() == FOREIGN

    @pytest.mark.parametrize("content", [None, b"hello", b""])
    def test_a_failed_open_changes_nothing(
        self, document: Document, changes: list[Change], tmp_path: Path, content: bytes | None
    ) -> None:
        document.apply(Drawing((A,)), "a")
        before = document.drawing, document.title, document.revision
        path = tmp_path / "bad.svg"
        if content is not None:
            path.write_bytes(content)
        with pytest.raises(InputError, match=r"bad\.svg"):
            document.open(path)
        assert (document.drawing, document.title, document.revision) == before
        assert document.history.can_undo
        assert len(changes) == 1

    def test_a_failed_save_leaves_all_as_it_was(
        self, document: Document, changes: list[Change], tmp_path: Path
    ) -> None:
        document.apply(Drawing((A,)), "a")
        with pytest.raises(InputError):
            document.save(tmp_path / "no such folder" / "a.svg")
        assert (document.path, document.dirty) == (None, True)
        assert len(changes) == 1


def test_nothing_heavy_is_imported_on_the_way_to_the_first_window() -> None:
    program = (
        "import sys, app.document.document, app.document.journal, app.document.recovery\n"
        "print(*({'torch', 'PIL', 'svgelements', 'PySide6'} & set(sys.modules)))"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert loaded.stdout.split() == []
