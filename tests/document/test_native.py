from __future__ import annotations

import io
import json
import tracemalloc
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from drawing_strategies import drawings, layered_drawings
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from test_svg_layers import LAYERED

from app.document import native_read
from app.document.document import Document
from app.document.drawing import Drawing
from app.document.files import open_drawing, parse_drawing, read_drawing
from app.document.native_format import MAX_MEMBERS, PLACES, WHOLE, NativeContent, Photo, migrated
from app.document.native_read import parse_native
from app.document.native_write import native_bytes, write_native
from app.document.stroke import Stroke
from engine.errors import InputError

GOLDEN = Path(__file__).parent / "golden" / "v1.strokewise"
EMBEDDED = Photo(
    "cat.JPG",
    b"\xff\xd8 a cat",
    "/pictures/cat.JPG",
    "under",
    (1.5, 2, 30, 40),
    (0, 0, 0.5, 1),
    0.25,
)
REFERRED = Photo("dog.png", None, "photos/dog.png", "on top", locked=True)
EVERYTHING = NativeContent(LAYERED, (EMBEDDED, REFERRED), {"view": {"zoom": 2.5}, "grid": True})
A = Stroke.from_polyline([[1, 1], [5, 9]])

texts = st.text(st.characters(codec="utf-8"), max_size=10)
boxes = st.one_of(st.none(), st.just((0.0, 1.5, 2.5, 3.0)))
photos = st.builds(
    Photo,
    name=texts,
    content=st.one_of(st.none(), st.binary(max_size=50)),
    path=texts,
    place=st.sampled_from(PLACES),
    box=boxes,
    crop=st.sampled_from([WHOLE, (0.25, 0.0, 0.5, 0.75)]),
    opacity=st.floats(0, 1),
    locked=st.booleans(),
)


@given(st.one_of(drawings(), layered_drawings()), st.lists(photos, max_size=3))
@settings(max_examples=50)
def test_everything_comes_back(drawing: Drawing, some: list[Photo]) -> None:
    content = NativeContent(drawing, tuple(some), {"a": [1, None, "ü"]})
    assert parse_native(native_bytes(content), "a.strokewise") == content


def test_the_same_document_gives_the_same_file() -> None:
    assert native_bytes(EVERYTHING) == native_bytes(EVERYTHING)


class TestGoldenFile:
    """A file as version 1 wrote it. It must open the same for ever: add files, change none."""

    def test_opens_as_it_was_saved(self) -> None:
        opened = open_drawing(GOLDEN)
        assert opened.is_own
        content = NativeContent(opened.drawing, opened.photos, opened.settings)
        assert content == EVERYTHING

    def test_this_version_still_writes_it(self) -> None:
        written = zipfile.ZipFile(io.BytesIO(native_bytes(EVERYTHING)))
        with zipfile.ZipFile(GOLDEN) as golden, written:
            assert written.namelist() == golden.namelist()
            # The bytes of a PNG depend on the library that packed it.
            for name in set(golden.namelist()) - {"thumbnail.png"}:
                assert written.read(name) == golden.read(name)

    def test_other_programs_can_look_inside(self) -> None:
        with zipfile.ZipFile(GOLDEN) as archive:
            first = archive.infolist()[0]
            assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
            assert archive.read("mimetype") == b"application/x-strokewise+zip"
            assert archive.testzip() is None
            with Image.open(archive.open("thumbnail.png")) as picture:
                assert picture.size == (256, 192)
                assert picture.convert("L").getextrema()[0] < 128
            assert archive.read("drawing.svg").startswith(b"<?xml")


def packed(members: dict[str, bytes], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", how) as file:
        for name, content in members.items():
            file.writestr(name, content)
    return archive.getvalue()


def members_of(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


MEMBERS = members_of(native_bytes(EVERYTHING))


def document_json(**fields: Any) -> bytes:
    return json.dumps({**json.loads(MEMBERS["document.json"]), **fields}).encode()


def refused(content: bytes) -> str:
    with pytest.raises(InputError, match=r"^odd\.strokewise ") as caught:
        parse_drawing(content, "odd.strokewise")
    sentence = str(caught.value)
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return sentence


class TestOddFiles:
    def test_more_than_is_known_is_passed_over(self) -> None:
        more = MEMBERS | {"future.bin": b"x", "document.json": document_json(future=1)}
        assert parse_native(packed(more), "a").drawing == LAYERED

    @pytest.mark.parametrize(
        ("fields", "words"),
        [
            ({"version": 2}, "newer Strokewise"),
            ({"version": 0}, "not a drawing"),
            ({"version": True}, "not a drawing"),
            ({"version": "1"}, "not a drawing"),
            ({"format": "other"}, "not a drawing"),
            ({"photos": {}}, "not a drawing"),
            ({"settings": []}, "not a drawing"),
            ({"photos": [3]}, "photo that is none"),
            ({"photos": [{"opacity": 7}]}, "photo that is none"),
            ({"photos": [{"box": [1, 2, 3]}]}, "photo that is none"),
            ({"photos": [{"box": [5, 5, 5, 5]}]}, "photo that is none"),
            ({"photos": [{"box": ["nan", 5, 5, 5]}]}, "photo that is none"),
            ({"photos": [{"file": "../../etc/passwd"}]}, "no ../../etc/passwd"),
            ({"photos": [{}] * 201}, "200 photos"),
        ],
    )
    def test_descriptions(self, fields: dict[str, Any], words: str) -> None:
        assert words in refused(packed(MEMBERS | {"document.json": document_json(**fields)}))

    @pytest.mark.parametrize("text", [b"", b"[]", b"3", b"\xff", b"[" * 100_000, b"{}"])
    def test_descriptions_that_are_none(self, text: bytes) -> None:
        assert "not a drawing" in refused(packed(MEMBERS | {"document.json": text}))

    @pytest.mark.parametrize("name", ["document.json", "drawing.svg", "photos/0.jpg"])
    def test_missing_parts(self, name: str) -> None:
        some = {key: value for key, value in MEMBERS.items() if key != name}
        assert f"no {name}" in refused(packed(some))

    def test_a_drawing_that_is_none(self) -> None:
        assert "not an SVG" in refused(packed(MEMBERS | {"drawing.svg": b"hello"}))

    @pytest.mark.parametrize("how", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
    def test_other_packing_is_refused(self, how: int) -> None:
        assert "not accepted" in refused(packed(MEMBERS, how))

    def test_encryption_is_refused(self) -> None:
        content = bytearray(packed(MEMBERS, zipfile.ZIP_STORED))
        at = content.index(b"PK\x01\x02")
        while at >= 0:
            content[at + 8] |= 1
            at = content.find(b"PK\x01\x02", at + 4)
        assert "not accepted" in refused(bytes(content))

    @given(st.data())
    def test_damage_is_one_sentence(self, data: st.DataObject) -> None:
        content = bytearray(native_bytes(EVERYTHING))
        for _ in range(data.draw(st.integers(1, 4))):
            place = data.draw(st.integers(4, len(content) - 1))
            content[place] = data.draw(st.integers(0, 255))
        cut = data.draw(st.one_of(st.none(), st.integers(4, len(content))))
        sentence = "It opened."
        try:
            parse_drawing(bytes(content[:cut]), "odd.strokewise")
        except InputError as error:
            sentence = str(error)
        assert sentence.endswith(".")
        assert "\n" not in sentence


class TestBombs:
    def test_a_part_that_unpacks_to_more_than_it_may(self) -> None:
        bomb = packed(MEMBERS | {"document.json": b" " * (5 * 2**20)})
        assert len(bomb) < 20_000
        tracemalloc.start()
        assert "larger than 4 MB" in refused(bomb)
        peak_bytes = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert peak_bytes < 2**20

    def test_a_part_that_lies_about_its_size(self) -> None:
        bomb = bytearray(packed(MEMBERS | {"document.json": b" " * (40 * 2**20)}))
        size = (40 * 2**20).to_bytes(4, "little")
        assert bomb.count(size) == 2
        lie = bytes(bomb).replace(size, (1000).to_bytes(4, "little"))
        tracemalloc.start()
        assert "damaged" in refused(lie) or "not a drawing" in refused(lie)
        peak_bytes = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert peak_bytes < 12 * 2**20

    def test_very_many_parts(self) -> None:
        many = {f"n{i}": b"" for i in range(MAX_MEMBERS + 1)}
        assert "more than 1000 parts" in refused(packed(many))

    def test_photos_together(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(native_read, "MAX_PHOTOS_BYTES", 2**20)
        photo = replace(EMBEDDED, content=bytes(600_000))
        one = NativeContent(LAYERED, (photo,))
        assert parse_native(native_bytes(one), "a") == one
        two = native_bytes(NativeContent(LAYERED, (photo, photo)))
        assert "part larger than" in refused(two)


class TestMigrations:
    def test_step_by_step(self) -> None:
        steps = {
            1: lambda old: {**old, "photos": old["pictures"]},
            2: lambda old: {**old, "settings": {"from": old["photos"]}},
        }
        old = {"format": "strokewise-document", "version": 1, "pictures": ["p"]}
        new = migrated(old, steps, 3)
        assert (new["version"], new["settings"]) == (3, {"from": ["p"]})
        assert old == {"format": "strokewise-document", "version": 1, "pictures": ["p"]}


class TestDocument:
    def test_the_name_decides_the_kind(self, tmp_path: Path) -> None:
        document = Document(LAYERED)
        document.photos = (EMBEDDED,)
        document.settings = {"grid": True}
        for name in ("a.strokewise", "B.STROKEWISE"):
            document.save(tmp_path / name)
            again = Document()
            again.open(tmp_path / name)
            assert again.content == document.content
            assert not again.dirty
            assert again.path == tmp_path / name
        document.save(tmp_path / "a.svg")
        assert (tmp_path / "a.svg").read_bytes().startswith(b"<?xml")
        assert read_drawing(tmp_path / "a.svg") == LAYERED

    def test_the_content_decides_how_it_is_read(self, tmp_path: Path) -> None:
        write_native(tmp_path / "a.svg", EVERYTHING)
        assert open_drawing(tmp_path / "a.svg").photos == (EMBEDDED, REFERRED)

    def test_photos_make_a_native_document_dirty(self, tmp_path: Path) -> None:
        document = Document()
        document.photos = (REFERRED,)
        assert not document.dirty
        document.save(tmp_path / "a.strokewise")
        document.photos = ()
        assert document.dirty
        document.save()
        assert not document.dirty
        document.settings = {"zoom": 1}
        assert not document.dirty

    def test_what_was_drawn_while_it_was_written_is_unsaved(self, tmp_path: Path) -> None:
        document = Document()
        content = document.content
        document.apply(document.drawing.adding(A), "Draw")
        document.mark_saved(tmp_path / "a.svg", content)
        assert document.dirty
        document.undo()
        assert not document.dirty

    def test_another_document_has_other_photos(self, tmp_path: Path) -> None:
        document = Document()
        document.photos, document.settings = (EMBEDDED,), {"zoom": 1}
        document.new()
        assert (document.photos, document.settings) == ((), {})

    def test_a_broken_file_changes_nothing(self, tmp_path: Path) -> None:
        (tmp_path / "bad.strokewise").write_bytes(b"PK\x03\x04 nonsense")
        document = Document(LAYERED)
        with pytest.raises(InputError, match=r"bad\.strokewise is damaged"):
            document.open(tmp_path / "bad.strokewise")
        assert document.drawing is LAYERED
