from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from drawing_strategies import drawings, layered_drawings, strokes
from hypothesis import given, settings
from hypothesis import strategies as st

from app.document import journal_file, recovery
from app.document.document import Document
from app.document.drawing import Drawing
from app.document.journal import Journal
from app.document.journal_file import JournalFile, is_in_use
from app.document.journal_records import change_line, changed, checkpoint_line
from app.document.layer import Layer
from app.document.layering import with_strokes_on
from app.document.native_format import Photo
from app.document.recovery import list_recoverable, recover
from app.document.stroke import Stroke
from engine.errors import InputError


def line(x: float) -> Stroke:
    return Stroke.from_polyline([[x, 0], [x + 1, 5]])


A, B, C = (line(x) for x in (1, 2, 3))
FUTURE_HEADER = (
    b'{"format":"strokewise-journal","version":3,"document":null,"name":"a","unsaved":true}\n'
)
CURVE = Stroke.from_beziers([[0, 0], [9, 0], [9, 9], [0, 9]], 2, "#00ff00", 0.5)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "state" / "journals"


@pytest.fixture
def document() -> Document:
    return Document()


@pytest.fixture
def troubles() -> list[str]:
    return []


@pytest.fixture
def journal(folder: Path, document: Document, troubles: list[str]) -> Iterator[Journal]:
    journal = Journal(folder, troubles.append)
    journal.follow(document)
    yield journal
    journal.close()


def file_of(journal: Journal) -> Path:
    assert journal.path is not None
    return journal.path


def left_behind(journal: Journal) -> Path:
    """The journal's file, as after a kill: nobody has it open."""
    path = file_of(journal)
    journal.close(discard=False)
    return path


class TestRecords:
    @given(drawings())
    def test_a_checkpoint_is_exact(self, drawing: Drawing) -> None:
        assert changed(Drawing(), checkpoint_line(drawing)) == drawing

    @given(st.data())
    def test_any_change_is_exact(self, data: st.DataObject) -> None:
        pool = data.draw(st.lists(strokes, min_size=1, max_size=5))
        some = st.lists(st.sampled_from(pool), max_size=8)
        old, new = Drawing(tuple(data.draw(some))), Drawing(tuple(data.draw(some)), 30, 40)
        assert changed(old, change_line(old, new)) == new

    @given(st.data())
    def test_any_change_of_layers_is_exact(self, data: st.DataObject) -> None:
        old = data.draw(layered_drawings())
        new = data.draw(layered_drawings())
        ids = [layer.id for layer in new.layers]
        shared = [each.on_layer(data.draw(st.sampled_from(ids))) for each in old.strokes]
        new = replace(new, strokes=(*shared, *new.strokes))
        assert changed(Drawing(), checkpoint_line(new)) == new
        assert changed(old, change_line(old, new)) == new
        assert changed(new, change_line(new, old)) == old

    def test_strokes_on_another_layer_cost_one_run(self) -> None:
        many = replace(Drawing(tuple(map(line, range(500)))), layers=(Layer(0), Layer(7, "b")))
        moved = with_strokes_on(many, range(100, 400), 7)
        assert b'"parts":[[0,100],[100,400,7],[400,500]]' in change_line(many, moved)
        assert len(change_line(moved, many)) < 150
        assert b"layers" not in change_line(many, moved)

    def test_a_stroke_added_or_erased_costs_no_more_than_itself(self) -> None:
        many = Drawing(tuple(map(line, range(500))))
        added = change_line(many, many.adding(A))
        assert len(added) < 150
        assert b'"parts":[[0,500],{' in added
        assert b'"parts":[[0,7],[8,500]]' in change_line(many, many.without([7]))
        assert b'"parts":[[0,500]]' in change_line(many.adding(A), many)

    def test_a_record_of_version_1(self) -> None:
        text = (
            b'{"page":[300500,200000],"parts":[{"points":[1000,0,500,0,2000,5000,500,0],'
            b'"style":[3000,1000,"#000000"]}]}\n'
        )
        assert changed(Drawing(), text) == Drawing((A,), 300.5, 200)

    def test_a_record_is_one_line(self) -> None:
        text = change_line(Drawing(), Drawing((A, CURVE)))
        assert text.count(b"\n") == 1
        assert text.endswith(b"\n")

    @pytest.mark.parametrize(
        "text",
        [
            b"",
            b"{",
            b"[]",
            b"3",
            b"{}",
            b'{"page":[1000,1000]}',
            b'{"page":[1000,1000],"parts":[[0,3]]}',
            b'{"page":[1000,1000],"parts":[[1,0]]}',
            b'{"page":[1000,1000],"parts":[[-1,1]]}',
            b'{"page":[1000,1000],"parts":["a"]}',
            b'{"page":[1000,1000],"parts":[{"points":[1,2,3],"style":[1,1,"#000000"]}]}',
            b'{"page":[1000,1000],"parts":[{"points":[1,2,3,4],"style":[1,1]}]}',
            b'{"page":[1000,1000],"parts":[{"points":[1,2,3,4],"style":[1,1,"blue"]}]}',
            b'{"page":[1' + b"0" * 400 + b',1],"parts":[]}',
            b'{"page":[0,0],"parts":[]}',
            b'{"page":[9,9],"parts":[],"layers":[[0,"a",1,0]]}',
            b'{"page":[9,9],"parts":[],"layers":[[0,"a",1,0,1000],[0,"b",1,0,1000]]}',
            b'{"page":[9,9],"parts":[],"layers":[[0,7,1,0,"x"]]}',
            b'{"page":[9,9],"parts":[],"active":4}',
            b'{"page":[9,9],"parts":[[0,1,2,3]]}',
            b"[" * 100_000,
            b"\xff\xfe",
        ],
    )
    def test_what_is_no_record(self, text: bytes) -> None:
        with pytest.raises(ValueError):
            changed(Drawing((A,)), text)


class TestFollowing:
    def test_other_photos_are_no_reason_to_begin_anew(
        self, journal: Journal, document: Document
    ) -> None:
        document.apply(Drawing((A,)), "a")
        path, content = file_of(journal), file_of(journal).read_bytes()
        document.photos = (Photo("cat.jpg"),)
        assert file_of(journal) == path
        assert path.read_bytes() == content

    def test_every_gesture_is_in_the_file_at_once(
        self, journal: Journal, document: Document
    ) -> None:
        path = file_of(journal)
        for step in (
            lambda: document.apply(document.drawing.adding(A, CURVE), "draw"),
            lambda: document.apply(document.drawing.adding(B), "draw"),
            lambda: document.apply(document.drawing.without([0]), "erase"),
            lambda: document.apply(document.drawing.replacing({1: C}), "restyle"),
            document.undo,
            document.undo,
            document.redo,
            lambda: document.apply(Drawing((B,), 50, 60), "page"),
        ):
            assert step()
            assert recover(path) == document.drawing
        assert file_of(journal) == path

    def test_it_starts_with_what_is_there(self, folder: Path) -> None:
        journal = Journal(folder)
        journal.follow(Document(Drawing((A, B))))
        assert recover(left_behind(journal)) == Drawing((A, B))

    def test_saving_begins_a_new_file(
        self, journal: Journal, document: Document, folder: Path, tmp_path: Path
    ) -> None:
        document.apply(Drawing((A,)), "a")
        before = file_of(journal)
        document.save(tmp_path / "a.svg")
        after = file_of(journal)
        assert after != before
        assert list(folder.iterdir()) == [after]
        document.apply(Drawing((A, B)), "b")
        assert recover(after) == Drawing((A, B))

    def test_opening_another_drawing_too(
        self, journal: Journal, document: Document, folder: Path
    ) -> None:
        document.apply(Drawing((A,)), "a")
        document.new(Drawing((B,)))
        assert list(folder.iterdir()) == [file_of(journal)]
        assert recover(file_of(journal)) == Drawing((B,))

    def test_a_clean_end_leaves_nothing(
        self, journal: Journal, document: Document, folder: Path
    ) -> None:
        document.apply(Drawing((A,)), "a")
        journal.close()
        journal.close()
        assert list(folder.iterdir()) == []
        document.apply(Drawing((B,)), "b")
        assert list(folder.iterdir()) == []

    def test_following_another_document_ends_the_first(
        self, journal: Journal, document: Document, folder: Path
    ) -> None:
        other = Document(Drawing((B,)))
        journal.follow(other)
        document.apply(Drawing((A,)), "a")
        assert list(folder.iterdir()) == [file_of(journal)]
        assert recover(file_of(journal)) == Drawing((B,))

    def test_its_thread_ends_with_it(self, journal: Journal) -> None:
        assert "journal" in [thread.name for thread in threading.enumerate()]
        journal.close()
        assert "journal" not in [thread.name for thread in threading.enumerate()]


class TestKilled:
    def test_at_every_byte_the_drawings_before_are_safe(
        self, journal: Journal, document: Document, tmp_path: Path
    ) -> None:
        states, ends = [document.drawing], [file_of(journal).stat().st_size]
        for drawing in (Drawing((A,)), Drawing((A, CURVE)), Drawing((CURVE,)), Drawing((CURVE, B))):
            document.apply(drawing, "")
            states.append(drawing)
            ends.append(file_of(journal).stat().st_size)
        content = left_behind(journal).read_bytes()
        assert len(content) == ends[-1]
        cut = tmp_path / "cut.journal"
        for length in range(len(content) + 1):
            cut.write_bytes(content[:length])
            # A record counts from its last brace on, even if the newline is missing.
            whole = sum(end - 1 <= length for end in ends)
            if whole == 0:
                with pytest.raises(InputError):
                    recover(cut)
            else:
                assert recover(cut) == states[whole - 1]

    def test_rubbish_after_a_cut_is_left_out(self, journal: Journal, document: Document) -> None:
        document.apply(Drawing((A,)), "a")
        path = left_behind(journal)
        for rubbish in (b"\x00" * 4096, b'{"parts":[[0,9', b"\n\n", b"\xff\n" + b"{}\n"):
            content = path.read_bytes()
            path.write_bytes(content + rubbish)
            assert recover(path) == Drawing((A,))
            path.write_bytes(content)

    @pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL")
    def test_a_process_that_is_killed_loses_nothing(self, folder: Path) -> None:
        program = (
            "import sys, time\n"
            "from app.document.document import Document\n"
            "from app.document.journal import Journal\n"
            "from app.document.stroke import Stroke\n"
            "document = Document()\n"
            "Journal(sys.argv[1]).follow(document)\n"
            "for x in range(50):\n"
            "    stroke = Stroke.from_polyline([[x, 0], [x + 1, 5]])\n"
            "    document.apply(document.drawing.adding(stroke), 'draw')\n"
            "print('drawn', flush=True)\n"
            "time.sleep(600)\n"
        )
        with subprocess.Popen(
            [sys.executable, "-c", program, str(folder)], stdout=subprocess.PIPE
        ) as process:
            assert process.stdout is not None
            assert process.stdout.readline().strip() == b"drawn"
            assert list_recoverable(folder) == []
            process.kill()
        (found,) = list_recoverable(folder)
        assert found.drawing() == Drawing(tuple(map(line, range(50))))


class TestRecoverable:
    def test_work_of_a_living_program_is_not_offered(
        self, journal: Journal, document: Document, folder: Path
    ) -> None:
        document.apply(Drawing((A,)), "a")
        assert is_in_use(file_of(journal))
        assert list_recoverable(folder) == []
        path = left_behind(journal)
        assert not is_in_use(path)
        assert [found.path for found in list_recoverable(folder)] == [path]

    def test_what_is_told_about_it(
        self, journal: Journal, document: Document, folder: Path, tmp_path: Path
    ) -> None:
        document.save(tmp_path / "cat.svg")
        document.apply(Drawing((A,)), "a")
        path = left_behind(journal)
        os.utime(path, (1000, 2000))
        (found,) = list_recoverable(folder)
        assert (found.document, found.name) == (tmp_path / "cat.svg", "cat.svg")
        assert found.modified_s == 2000
        assert found.drawing() == Drawing((A,))
        found.discard()
        found.discard()
        assert list_recoverable(folder) == []

    def test_newest_first(self, folder: Path) -> None:
        for number in range(3):
            document = Document()
            journal = Journal(folder)
            journal.follow(document)
            document.apply(Drawing((line(number),)), "")
            os.utime(left_behind(journal), (0, 100 + number))
        assert [found.drawing() for found in list_recoverable(folder)] == [
            Drawing((line(number),)) for number in (2, 1, 0)
        ]

    def test_a_journal_without_changes_is_swept_away(self, journal: Journal, folder: Path) -> None:
        left_behind(journal)
        assert list_recoverable(folder) == []
        assert list(folder.iterdir()) == []

    def test_restored_work_is_offered_again_until_it_is_saved(
        self, journal: Journal, document: Document, folder: Path
    ) -> None:
        document.restore(Drawing((A,)), None)
        left_behind(journal)
        (found,) = list_recoverable(folder)
        assert found.drawing() == Drawing((A,))

    @pytest.mark.parametrize(
        "content",
        [
            b"",
            b"{}\n{}\n{}\n",
            b"hello\nworld\n",
            FUTURE_HEADER + b"of the future\nmore\n",
            b'{"format":"strokewise-journal","version":1,"docu',
        ],
    )
    def test_files_that_are_not_understood_are_left_alone(
        self, folder: Path, content: bytes
    ) -> None:
        folder.mkdir(parents=True)
        path = folder / "a.journal"
        path.write_bytes(content)
        assert list_recoverable(folder) == []
        assert path.read_bytes() == content
        with pytest.raises(InputError):
            recover(path)

    def test_fragments_go_after_a_day(self, folder: Path) -> None:
        folder.mkdir(parents=True)
        (folder / "a.journal").write_bytes(b"{")
        os.utime(folder / "a.journal", (0, 0))
        assert list_recoverable(folder) == []
        assert list(folder.iterdir()) == []

    def test_no_folder_no_work(self, folder: Path) -> None:
        assert list_recoverable(folder) == []
        with pytest.raises(InputError, match="could not be read"):
            recover(folder / "a.journal")


class TestTrouble:
    def fail(self, *args: object) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def test_a_full_disk_is_told_once_and_never_stops_the_pen(
        self,
        journal: Journal,
        document: Document,
        troubles: list[str],
        monkeypatch: pytest.MonkeyPatch,
        folder: Path,
    ) -> None:
        document.apply(Drawing((A,)), "a")
        kept = file_of(journal)
        with monkeypatch.context() as patch:
            patch.setattr(os, "write", self.fail)
            for drawing in (Drawing((A, B)), Drawing((A, B, C))):
                document.apply(drawing, "b")
        assert troubles == ["Unsaved work is not being backed up: No space left on device."]
        assert list(folder.iterdir()) == [kept]
        assert recover(kept) == Drawing((A,))
        document.apply(Drawing((C,)), "c")
        assert file_of(journal) != kept
        assert list(folder.iterdir()) == [file_of(journal)]
        assert recover(file_of(journal)) == Drawing((C,))

    def test_half_a_line_is_not_built_upon(
        self, journal: Journal, document: Document, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        write = os.write
        document.apply(Drawing((A,)), "a")

        def half(handle: int, data: bytes) -> int:
            if len(data) < 20:
                raise OSError(errno.ENOSPC, "full")
            return write(handle, bytes(data[: len(data) - 10]))

        with monkeypatch.context() as patch:
            patch.setattr(os, "write", half)
            document.apply(Drawing((A, B)), "b")
        assert recover(file_of(journal)) == Drawing((A,))
        document.apply(Drawing((A, B, C)), "c")
        assert recover(file_of(journal)) == Drawing((A, B, C))

    def test_a_sync_that_fails_counts_as_trouble(
        self,
        folder: Path,
        troubles: list[str],
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        failed = threading.Event()

        def fsync(handle: int) -> None:
            failed.set()
            raise OSError(errno.EIO, "Input/output error")

        monkeypatch.setattr(journal_file, "SYNC_INTERVAL_S", 0.0)
        monkeypatch.setattr(journal_file, "sync_folder", lambda folder: None)
        document = Document()
        with monkeypatch.context() as patch:
            patch.setattr(os, "fsync", fsync)
            journal = Journal(folder, troubles.append)
            journal.follow(document)
            assert failed.wait(10)
            # The thread notes the error right after; each gesture is one more chance to see it.
            for x in range(10_000):
                document.apply(Drawing((line(x),)), "")
                if troubles:
                    break
        assert troubles == ["Unsaved work is not being backed up: Input/output error."]
        document.apply(Drawing((A,)), "a")
        assert recover(left_behind(journal)) == Drawing((A,))

    def test_no_folder_can_be_made(self, tmp_path: Path, troubles: list[str]) -> None:
        (tmp_path / "file").touch()
        document = Document()
        journal = Journal(tmp_path / "file" / "journals", troubles.append)
        journal.follow(document)
        document.apply(Drawing((A,)), "a")
        assert len(troubles) == 1
        assert journal.path is None
        journal.close()

    def test_without_a_listener_trouble_is_silent(self, tmp_path: Path) -> None:
        (tmp_path / "file").touch()
        journal = Journal(tmp_path / "file")
        journal.follow(Document())
        assert journal.path is None
        journal.close()

    def test_a_folder_that_cannot_be_listed(
        self, folder: Path, journal: Journal, document: Document, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        document.apply(Drawing((A,)), "a")
        left_behind(journal)
        monkeypatch.setattr(recovery, "is_in_use", self.fail)
        assert list_recoverable(folder) == []


class TestSyncing:
    def test_what_is_appended_is_synced_before_long(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        synced = threading.Semaphore(0)
        fsync = os.fsync

        def counting(handle: int) -> None:
            fsync(handle)
            synced.release()

        monkeypatch.setattr(journal_file, "SYNC_INTERVAL_S", 0.0)
        monkeypatch.setattr(journal_file, "sync_folder", lambda folder: None)
        monkeypatch.setattr(os, "fsync", counting)
        file = JournalFile(tmp_path / "a.journal")
        for _ in range(3):
            file.append(b"line\n")
            assert synced.acquire(timeout=10)
        file.close(discard=False)
        assert (tmp_path / "a.journal").read_bytes() == b"line\n" * 3

    def test_the_pen_does_not_wait_for_the_disk(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        disk = threading.Event()
        reached = threading.Event()

        def slow(handle: int) -> None:
            reached.set()
            assert disk.wait(10)

        monkeypatch.setattr(os, "fsync", slow)
        monkeypatch.setattr(journal_file, "sync_folder", lambda folder: None)
        file = JournalFile(tmp_path / "a.journal")
        file.append(b"first\n")
        assert reached.wait(10)
        file.append(b"second\n")
        assert (tmp_path / "a.journal").read_bytes() == b"first\nsecond\n"
        disk.set()
        file.close(discard=True)
        assert list(tmp_path.iterdir()) == []

    def test_two_files_cannot_have_one_name(self, tmp_path: Path) -> None:
        file = JournalFile(tmp_path / "a.journal")
        with pytest.raises(FileExistsError):
            JournalFile(tmp_path / "a.journal")
        file.close(discard=True)


@given(st.lists(st.integers(0, 4), max_size=25))
@settings(max_examples=25)
def test_any_sequence_of_gestures_is_recovered(
    tmp_path_factory: pytest.TempPathFactory, steps: list[int]
) -> None:
    document = Document()
    journal = Journal(tmp_path_factory.mktemp("journals"))
    journal.follow(document)
    for number, step in enumerate(steps):
        count = len(document.drawing.strokes)
        if step == 0:
            document.undo()
        elif step == 1:
            document.redo()
        elif step == 2 and count:
            document.apply(document.drawing.without({number % count}), "erase")
        elif step == 3 and count:
            document.apply(document.drawing.replacing({number % count: line(-number)}), "restyle")
        else:
            document.apply(document.drawing.adding(line(number)), "draw")
    assert recover(left_behind(journal)) == document.drawing
