"""Files made to harm: each is refused in one sentence, at little cost."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
from drawing_strategies import opened_or_refused
from hypothesis import given
from hypothesis import strategies as st

from app.document import svg_flatten, svg_guard
from app.document.drawing import Drawing
from app.document.stroke import Stroke
from app.document.svg_read import parse_svg, read_svg
from app.document.svg_write import drawing_to_svg
from engine.errors import InputError

LINE = '<path d="M1 2L3 4" stroke="#ff0000"/>'

SYNTAX = "0123456789.eE-%#()MLCAz \"'<>/"
FOREIGN = (
    b'<svg width="100" height="80" viewBox="0 0 50 40"><style>.a{stroke:red}</style>'
    b'<g transform="rotate(30) scale(2,3)"><path class="a" d="M1 2C3 4 5 6 7 8A9 9 0 0 1 2 3z"/>'
    b'<use href="#b"/><rect id="b" width="5" height="50%" fill="rgb(1,2,3)"/></g></svg>'
)


def refusal(text: str | bytes) -> str:
    content = text.encode() if isinstance(text, str) else text
    with pytest.raises(InputError) as caught:
        parse_svg(content, "bad.svg")
    sentence = str(caught.value)
    assert sentence.endswith(".")
    assert "bad.svg" in sentence
    assert "\n" not in sentence
    return sentence


class TestXml:
    @pytest.mark.parametrize(
        "text",
        [
            "",
            "hello",
            "\x00\x01",
            "<svg>",
            "<svg></g></svg>",
            "<svg/><svg/>",
            "<html><svg/></html>",
            '<svg xmlns="urn:not:svg"/>',
            "{}",
            '<?xml version="1.0" encoding="klingon"?><svg/>',
        ],
    )
    def test_what_is_no_svg(self, text: str) -> None:
        assert "SVG" in refusal(text) or "encoding" in refusal(text)

    @pytest.mark.parametrize(
        "content", [b"\x89PNG\r\n\x1a\n\x00", b"\xff\xd8\xff\xe0", b"\xff\xfe<", bytes(range(256))]
    )
    def test_binary_files(self, content: bytes) -> None:
        refusal(content)

    def test_compressed_files(self) -> None:
        assert "compressed" in refusal(b"\x1f\x8b\x08\x00rest")

    @pytest.mark.parametrize(
        "doctype",
        [
            '<!DOCTYPE svg [<!ENTITY a "b">]>',
            '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
            '<!DOCTYPE svg [<!ENTITY % a SYSTEM "https://example.org/a.dtd"> %a;]>',
            '<!DOCTYPE svg SYSTEM "https://example.org/a.dtd">',
            '<!DOCTYPE svg SYSTEM "file:///dev/zero">',
            '<!DOCTYPE svg PUBLIC "-//Example//DTD" "https://example.org/a.dtd">',
            "<!DOCTYPE svg [<!ATTLIST svg width CDATA '9'>]>",
            '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "a.dtd" [<!ENTITY a "b">]>',
        ],
    )
    def test_document_types(self, doctype: str) -> None:
        assert "document type" in refusal(f"{doctype}<svg>{LINE}</svg>")

    def test_a_billion_laughs(self) -> None:
        laughs = [f"&l{n};" * 10 for n in range(9)]
        entities = '<!ENTITY l0 "ha">' + "".join(
            f'<!ENTITY l{n + 1} "{laugh}">' for n, laugh in enumerate(laughs)
        )
        refusal(f"<!DOCTYPE svg [{entities}]><svg><text>&l9;</text></svg>")

    def test_an_entity_that_was_never_declared(self) -> None:
        refusal("<svg><text>&nothing;</text></svg>")

    def test_nothing_is_fetched(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def refuse(*args: object, **kwargs: object) -> None:
            raise AssertionError("a file made the program look something up")

        monkeypatch.setattr(socket, "socket", refuse)
        monkeypatch.setattr(socket, "getaddrinfo", refuse)
        content = (
            '<?xml-stylesheet href="https://example.org/a.css"?>'
            '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "https://example.org/a.dtd">'
            '<svg xmlns:xlink="http://www.w3.org/1999/xlink">'
            "<style>@import 'https://example.org/a.css';</style>"
            '<image href="https://example.org/a.png" width="5" height="5"/>'
            '<use xlink:href="https://example.org/a.svg#a"/>'
            f'<g filter="url(https://example.org/a.svg#f)">{LINE}</g></svg>'
        )
        assert len(parse_svg(content.encode(), "a.svg").drawing.strokes) == 1


class TestBounds:
    def test_bytes(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(svg_guard, "MAX_BYTES", 1000)
        parse_svg(f"<svg>{LINE}{' ' * 900}</svg>".encode(), "a.svg")
        assert "larger" in refusal(f"<svg>{LINE}{' ' * 1000}</svg>")

    def test_our_own_files_may_be_larger(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(svg_guard, "MAX_BYTES", 100)
        drawing = Drawing((Stroke.from_polyline([[0, 0], [1, 1]]),))
        assert parse_svg(drawing_to_svg(drawing).encode(), "own.svg").drawing == drawing
        monkeypatch.setattr(svg_guard, "MAX_OWN_BYTES", 200)
        assert "larger" in refusal(drawing_to_svg(drawing))

    def test_files_that_never_end(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        monkeypatch.setattr(svg_guard, "MAX_OWN_BYTES", 1000)
        path = tmp_path / "endless.svg"
        path.write_bytes(b"<svg>" + b" " * 2000)
        with pytest.raises(InputError, match=r"endless\.svg is larger"):
            read_svg(path)

    def test_elements(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(svg_guard, "MAX_NODES", 50)
        parse_svg(f"<svg>{LINE * 49}</svg>".encode(), "a.svg")
        assert "elements" in refusal(f"<svg>{LINE * 50}</svg>")

    def test_nesting(self) -> None:
        depth = svg_guard.MAX_DEPTH - 2
        deep = f"<svg>{'<g>' * depth}{LINE}{'</g>' * depth}</svg>"
        assert len(parse_svg(deep.encode(), "a.svg").drawing.strokes) == 1
        assert "nests" in refusal(f"<svg>{'<g>' * 10_000}{'</g>' * 10_000}</svg>")

    def test_nesting_through_use(self) -> None:
        links = "".join(f'<g id="u{n}"><use href="#u{n + 1}"/></g>' for n in range(200))
        assert "nests" in refusal(f'<svg><defs>{links}<g id="u200"/></defs><use href="#u0"/></svg>')

    def test_repetition_through_use(self) -> None:
        uses = [f'<use href="#u{n}"/>' * 10 for n in range(13)]
        groups = "".join(f'<g id="u{n}">{uses[n + 1]}</g>' for n in range(12))
        bomb = f'<svg><defs>{groups}<g id="u12">{LINE}</g></defs><use href="#u0"/></svg>'
        assert "elements" in refusal(bomb)

    def test_numbers_repeated_through_use(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(svg_flatten, "MAX_NUMBERS", 100)
        shape = '<polyline id="p" points="1 2 3 4 5 6 7 8 9 10" stroke="black"/>'
        use = '<use href="#p"/>'
        parse_svg(f"<svg>{shape}{use * 9}</svg>".encode(), "a.svg")
        assert "numbers" in refusal(f"<svg>{shape}{use * 10}</svg>")

    def test_points_along_curves(self, monkeypatch: pytest.MonkeyPatch) -> None:
        curve = '<path d="M0 0C9e5 0 0 9e5 9 9" stroke="black"/>'
        monkeypatch.setattr(svg_guard, "MAX_POINTS", 10_000)
        parse_svg(f"<svg>{curve * 2}</svg>".encode(), "a.svg")
        assert "points" in refusal(f"<svg>{curve * 3}</svg>")

    def test_points_along_curves_in_our_own_form(self, monkeypatch: pytest.MonkeyPatch) -> None:
        curve = Stroke.from_beziers([[0, 0], [9e5, 0], [0, 9e5], [9, 9]])
        text = drawing_to_svg(Drawing((curve,) * 3))
        monkeypatch.setattr(svg_guard, "MAX_POINTS", 10_000)
        assert "points" in refusal(text)


class TestStalls:
    """Texts on which a careless regular expression would take hours; the time-out is the test."""

    @pytest.mark.parametrize(
        "body",
        [
            f'<path d="M{"1" * 100_000} 2L3 4" stroke="black"/>',
            f'<polyline points="{"1" * 100_000}" stroke="black"/>',
            f'<polyline points="{".5" * 100_000}" stroke="black"/>',
            f'<path d="M{".5" * 100_000}" stroke="black"/>',
            f'<polyline points="1,2 {" " * 100_000} 3" stroke="black"/>',
            f'<g transform="translate({"1" * 100_000}">{LINE}</g>',
            f'<g transform="{"translate(" * 2000}">{LINE}</g>',
            f'<g transform="translate( {" " * 100_000}x">{LINE}</g>',
            f'<path d="M1 2L3 4" stroke="rgb({" " * 100_000}"/>',
            f'<path d="M1 2L3 4" style="stroke:rgb({"1" * 100_000}"/>',
            f'<rect width="{"1" * 100_000}" height="4"/>',
            # What the parser repeats for every shape, times very many shapes.
            f'<g transform="{"scale(1) " * 450}">' * 90 + LINE * 2000 + "</g>" * 90,
            f"<style>{'*{stroke:red}' * 20_000}</style>{LINE * 2000}",
            f"<style>*{{{'stroke:red;' * 20_000}}}</style>{LINE * 2000}",
            f'<style>.a{{stroke:red}}</style><g class="{"a " * 20_000}"/>' + LINE,
            f"<style>{' ' * 100_000}</style>{LINE}",
            f"<style>{'a ' * 100_000}</style>{LINE}",
            f"<style>{'/*' * 100_000}</style>{LINE}",
            f"<style>{'//' * 100_000}</style>{LINE}",
            f"<style>{'a{' * 50_000}</style>{LINE}",
            f"<style>{'.a{}' * 50_000}</style>{LINE}",
            f"<style>{'a' * 100_000}{{stroke:red}}</style>{LINE}",
            f"<style>.a{{stroke:{'a' * 100_000}}}</style>{LINE}",
        ],
    )
    @pytest.mark.timeout(60)
    def test_ends(self, body: str) -> None:
        assert opened_or_refused(f"<svg>{body}</svg>".encode())


class TestAnything:
    @given(st.binary(max_size=300))
    def test_bytes_open_or_are_refused(self, content: bytes) -> None:
        assert opened_or_refused(content)

    @given(st.data())
    def test_spoilt_own_files_open_or_are_refused(self, data: st.DataObject) -> None:
        text = drawing_to_svg(
            Drawing((Stroke.from_polyline([[1, 2], [3, 4]]), Stroke.from_beziers([[0, 0]] * 4)))
        ).encode()
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(len(text), start + 20)))
        middle = data.draw(st.one_of(st.binary(max_size=8), st.text(SYNTAX).map(str.encode)))
        assert opened_or_refused(text[:start] + middle + text[end:])

    @given(st.data())
    def test_spoilt_foreign_files_open_or_are_refused(self, data: st.DataObject) -> None:
        start = data.draw(st.integers(0, len(FOREIGN)))
        end = data.draw(st.integers(start, min(len(FOREIGN), start + 9)))
        middle = data.draw(st.text(SYNTAX, max_size=6)).encode()
        assert opened_or_refused(FOREIGN[:start] + middle + FOREIGN[end:])


def test_unreadable_files(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"missing\.svg could not be read: No such file"):
        read_svg(tmp_path / "missing.svg")
    with pytest.raises(InputError, match="could not be read: Is a directory"):
        read_svg(tmp_path)
