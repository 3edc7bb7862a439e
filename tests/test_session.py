from __future__ import annotations

import pytest

from app.document.recovery import list_recoverable
from app.document.svg_read import read_svg
from app.document.svg_write import write_svg
from app.panels.dialogs import UnsavedAnswer
from app.session import JOURNAL_FOLDER, Session


@pytest.fixture
def session(program) -> Session:
    return program.session


@pytest.fixture
def said(session) -> list[str]:
    sentences: list[str] = []
    session.trouble.connect(sentences.append)
    return sentences


def draw(session: Session, line) -> None:
    session.document.apply(session.document.drawing.adding(line), "Draw stroke")


def test_saving_an_untitled_drawing_asks_where(session, user, line, tmp_path):
    draw(session, line)
    user.path = tmp_path / "horse.svg"
    assert session.save()
    assert user.asked == ["save Untitled.svg"]
    assert read_svg(user.path).strokes == (line,)
    assert not session.document.dirty
    assert session.document.name == "horse.svg"


def test_saving_again_asks_nothing(session, user, line, tmp_path):
    user.path = tmp_path / "horse.svg"
    session.save()
    user.asked.clear()
    draw(session, line)
    assert session.save()
    assert user.asked == []
    assert read_svg(user.path).strokes == (line,)


def test_a_failing_save_says_so_and_the_drawing_stays(session, user, line, said, tmp_path):
    draw(session, line)
    user.path = tmp_path / "no such folder" / "horse.svg"
    assert not session.save()
    assert len(said) == 1
    assert "horse.svg" in said[0]
    assert session.document.drawing.strokes == (line,)
    assert session.document.dirty


@pytest.mark.parametrize("answer", UnsavedAnswer)
def test_new_asks_about_unsaved_changes(session, user, line, tmp_path, answer):
    draw(session, line)
    user.unsaved, user.path = answer, tmp_path / "horse.svg"
    went = session.new()
    assert user.asked[0] == "unsaved Untitled"
    assert went == (answer is not UnsavedAnswer.CANCEL)
    assert (session.document.drawing.strokes == ()) == went
    assert user.path.exists() == (answer is UnsavedAnswer.SAVE)


def test_changing_ones_mind_while_saving_keeps_the_drawing(session, user, line):
    draw(session, line)
    user.unsaved, user.path = UnsavedAnswer.SAVE, None
    assert not session.new()
    assert session.document.drawing.strokes == (line,)


def test_a_saved_drawing_is_left_without_a_question(session, user):
    assert session.new()
    assert user.asked == []


def test_opening_replaces_the_drawing(session, user, line, tmp_path):
    path = tmp_path / "line.svg"
    draw(session, line)
    write_svg(path, session.document.drawing)
    user.unsaved = UnsavedAnswer.DISCARD
    session.new()
    user.path = path
    assert session.open()
    assert session.document.drawing.strokes == (line,)
    assert not session.document.dirty


def test_a_broken_file_changes_nothing(session, line, said, tmp_path):
    path = tmp_path / "broken.svg"
    path.write_text("<svg")
    draw(session, line)
    session.document.save(tmp_path / "mine.svg")
    assert not session.open_path(path)
    assert len(said) == 1
    assert session.document.drawing.strokes == (line,)
    assert session.document.name == "mine.svg"


def test_export_writes_a_picture_of_the_page(session, user, line, tmp_path):
    from PIL import Image

    draw(session, line)
    user.path = tmp_path / "out.png"
    assert session.export()
    session.export_worker.finish()
    assert user.asked == ["export Untitled.png"]
    with Image.open(user.path) as image:
        assert image.size == (1024, 768)
        assert image.convert("L").getpixel((200, 100)) == 0
        assert image.convert("L").getpixel((200, 120)) == 255
    assert session.document.dirty


def test_the_last_folder_is_suggested_again(session, user, line, tmp_path, monkeypatch):
    folder = tmp_path / "drawings"
    folder.mkdir()
    user.path = folder / "a.svg"
    session.save()
    asked = []
    monkeypatch.setattr(user, "ask_drawing_to_open", lambda folder: asked.append(folder))
    session.open()
    assert asked == [folder]


def test_every_gesture_is_journalled_and_gone_after_closing(session, line, state_folder, user):
    journals = state_folder / JOURNAL_FOLDER
    draw(session, line)
    (journal,) = journals.glob("*.journal")
    assert len(journal.read_bytes().splitlines()) >= 3
    user.unsaved = UnsavedAnswer.DISCARD
    assert session.close()
    assert list(journals.glob("*.journal")) == []


def test_work_of_a_killed_program_can_be_restored(session, line, state_folder, tmp_path):
    journals = state_folder / JOURNAL_FOLDER
    left = journal_of_a_killed_program(line, journals)
    (work,) = session.recoverable()
    assert work.path == left
    assert session.restore(work)
    assert session.document.drawing.strokes == (line,)
    assert session.document.dirty
    assert not left.exists()
    # It is in the journal of this program now, which nobody else is offered.
    assert list_recoverable(journals) == []


def journal_of_a_killed_program(line, folder):
    from app.document.document import Document
    from app.document.journal import Journal

    document, journal = Document(), Journal(folder)
    journal.follow(document)
    document.apply(document.drawing.adding(line), "Draw stroke")
    path = journal.path
    journal.close(discard=False)
    return path
