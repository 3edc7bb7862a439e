"""Files as other programs write them."""

from __future__ import annotations

import numpy as np
import pytest
from drawing_strategies import opened_or_refused

from app.document.drawing import Drawing
from app.document.raster_png import drawing_to_image
from app.document.stroke import Stroke
from app.document.svg_read import parse_svg

LINE = '<path d="M1 2L3 4" stroke="#ff0000" stroke-width="2" fill="none"/>'

STANDARD_DOCTYPE = (
    '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" '
    '"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
)


def read(body: str, root: str = 'width="100" height="80"') -> Drawing:
    text = (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f"{root}>{body}</svg>"
    )
    opened = parse_svg(text.encode(), "other.svg")
    assert not opened.is_own
    return opened.drawing


def only(body: str, root: str = 'width="100" height="80"') -> Stroke:
    (stroke,) = read(body, root).strokes
    return stroke


class TestShapes:
    @pytest.mark.parametrize(
        ("shape", "xy"),
        [
            ('<line x1="1" y1="2" x2="3" y2="4" {}/>', [[1, 2], [3, 4]]),
            ('<polyline points="1,2 3,4 5,0" {}/>', [[1, 2], [3, 4], [5, 0]]),
            ('<polygon points="1 2 3 4 5 0" {}/>', [[1, 2], [3, 4], [5, 0], [1, 2]]),
            (
                '<rect x="1" y="2" width="10" height="5" {}/>',
                [[1, 2], [11, 2], [11, 7], [1, 7], [1, 2]],
            ),
            ('<path d="M1 2l2 2h4v-4H1z" {}/>', [[1, 2], [3, 4], [7, 4], [7, 0], [1, 0], [1, 2]]),
            ('<path d="M1,2L3,4,5,6z" {}/>', [[1, 2], [3, 4], [5, 6], [1, 2]]),
            ('<path d="M1 2L3 4L1 2Z" {}/>', [[1, 2], [3, 4], [1, 2]]),
        ],
    )
    def test_straight_ones_are_polylines(self, shape: str, xy: list[list[float]]) -> None:
        stroke = only(shape.format('stroke="black" fill="none"'))
        assert stroke.beziers is None
        assert stroke.xy.tolist() == xy
        assert (stroke.pressure == 0.5).all()

    @pytest.mark.parametrize(
        ("shape", "centre", "radii"),
        [
            ('<circle cx="30" cy="20" r="10" {}/>', (30, 20), (10, 10)),
            ('<ellipse cx="30" cy="20" rx="10" ry="5" {}/>', (30, 20), (10, 5)),
            ('<path d="M20 20A10 10 0 0 1 40 20A10 10 0 1 1 20 20" {}/>', (30, 20), (10, 10)),
        ],
    )
    def test_round_ones_are_beziers_on_the_ellipse(
        self, shape: str, centre: tuple, radii: tuple
    ) -> None:
        stroke = only(shape.format('stroke="black"'))
        assert stroke.beziers is not None
        from_centre = (stroke.xy - centre) / radii
        np.testing.assert_allclose(np.hypot(*from_centre.T), 1, atol=2e-3)
        np.testing.assert_allclose(stroke.xy[0], stroke.xy[-1], atol=2e-3)

    def test_a_cubic_stays_the_same_cubic(self) -> None:
        stroke = only('<path d="M1 2C3 4 5 6 7 8" stroke="black"/>')
        expected = Stroke.from_beziers([[1, 2], [3, 4], [5, 6], [7, 8]], 1.0)
        # SVG fills with black where nothing is said.
        assert stroke == expected.with_fill("#000000")

    def test_a_quadratic_becomes_the_cubic_of_the_same_curve(self) -> None:
        stroke = only('<path d="M0 0Q30 60 60 0" stroke="black"/>')
        assert stroke.beziers is not None
        assert stroke.beziers.tolist() == [[[0, 0], [20, 40], [40, 40], [60, 0]]]

    def test_lines_among_curves_become_straight_cubics(self) -> None:
        stroke = only('<path d="M0 0L3 6C3 7 4 8 9 9" stroke="black"/>')
        assert stroke.beziers is not None
        assert stroke.beziers[0].tolist() == [[0, 0], [1, 2], [2, 4], [3, 6]]

    def test_smooth_commands_reflect_the_handle(self) -> None:
        stroke = only('<path d="M0 0C0 9 9 9 9 0S18 -9 18 0" stroke="black"/>')
        assert stroke.beziers is not None
        assert stroke.beziers[1].tolist() == [[9, 0], [9, -9], [18, -9], [18, 0]]

    def test_a_rectangle_with_round_corners(self) -> None:
        stroke = only('<rect x="10" y="10" width="30" height="20" rx="5" stroke="black"/>')
        assert stroke.beziers is not None
        assert stroke.bounds() == pytest.approx((9.5, 9.5, 40.5, 30.5), abs=0.01)

    def test_every_subpath_is_a_stroke(self) -> None:
        data = "M1 1L2 2M3 3C4 4 5 5 6 6zM7 7l1 1zl0 2"
        drawing = read(f'<path d="{data}" stroke="black" fill="none"/>')
        assert [stroke.beziers is None for stroke in drawing.strokes] == [True, False, True, True]
        assert drawing.strokes[3].xy.tolist() == [[7, 7], [7, 9]]

    def test_a_move_alone_draws_nothing(self) -> None:
        assert read('<path d="M1 1M2 2" stroke="black"/><path stroke="black"/>').strokes == ()

    def test_a_dot_is_a_dot(self) -> None:
        assert only('<path d="M7 8L7 8" stroke="black"/>').xy.tolist() == [[7, 8], [7, 8]]

    def test_path_data_counts_up_to_its_first_error(self) -> None:
        assert only('<path d="M1 2L3 4L5 oops" stroke="black"/>').xy.tolist() == [[1, 2], [3, 4]]

    def test_minified_numbers_may_run_into_each_other(self) -> None:
        data = "m.5.5" + "l.5.5-.5.5" * 30
        xy = only(f'<path d="{data.replace("l", "", 29)}" stroke="black"/>').xy
        assert xy.shape == (61, 2)
        assert xy[-1].tolist() == [0.5, 30.5]

    def test_drawing_order(self) -> None:
        body = "".join(f'<g><path d="M{x} 0v9" stroke="black"/></g>' for x in range(20))
        assert [stroke.points[0, 0] for stroke in read(body).strokes] == list(range(20))


class TestPaint:
    @pytest.mark.parametrize(
        ("attributes", "colour", "width_px", "opacity"),
        [
            ('stroke="red"', "#ff0000", 1, 1),
            ('stroke="#0F0" stroke-width="4"', "#00ff00", 4, 1),
            ('stroke="rgb(1, 2, 255)" stroke-opacity=".25"', "#0102ff", 1, 64 / 255),
            ('stroke="black" opacity="50%"', "#000000", 1, 0.5),
            ('style="stroke:#123456;stroke-width:2px;fill:none"', "#123456", 2, 1),
            ('style=" stroke : blue !important ; opacity:.5"', "#0000ff", 1, 0.5),
            ('stroke="currentColor" color="#00ff00"', "#00ff00", 1, 1),
            ('stroke="url(#gradient)"', "#000000", 1, 1),
            ('stroke="url(#gradient) red"', "#ff0000", 1, 1),
            ('fill="none" stroke="none" style="stroke:red"', "#ff0000", 1, 1),
        ],
    )
    def test_line(self, attributes: str, colour: str, width_px: float, opacity: float) -> None:
        stroke = only(f'<path d="M1 2L3 4" {attributes}/>')
        assert (stroke.colour, stroke.width_px) == (colour, width_px)
        assert stroke.opacity == pytest.approx(opacity, abs=2e-3)

    @pytest.mark.parametrize(
        ("attributes", "colour", "opacity"),
        [
            ('fill="#00aa00"', "#00aa00", 1),
            ("", "#000000", 1),
            ('fill="lime" fill-opacity="0.2" stroke="none"', "#00ff00", 0.2),
            ('fill="blue" stroke="red" stroke-width="0"', "#0000ff", 1),
        ],
    )
    def test_a_fill_gives_the_outline_its_colour(
        self, attributes: str, colour: str, opacity: float
    ) -> None:
        stroke = only(f'<path d="M10 10h9v9z" {attributes}/>')
        assert stroke.colour == colour
        assert stroke.opacity == pytest.approx(opacity, abs=2e-3)
        assert stroke.xy.tolist() == [[10, 10], [19, 10], [19, 19], [10, 10]]

    def test_what_is_only_filled_has_a_line_that_is_not_seen(self) -> None:
        stroke = only('<circle r="5" fill="#0000ff" transform="scale(2)"/>')
        assert (stroke.width_px, stroke.colour, stroke.fill) == (0.001, "#0000ff", "#0000ff")

    def test_line_and_fill_are_one_stroke_where_they_can_be(self) -> None:
        stroke = only('<circle r="5" fill="#0000ff" stroke="#ff0000" stroke-width="2"/>')
        assert (stroke.width_px, stroke.colour, stroke.fill) == (2, "#ff0000", "#0000ff")

    def test_line_and_fill_of_other_opacities_are_two(self) -> None:
        shape = '<circle r="5" fill="#0000ff" fill-opacity="0.5" stroke="#ff0000"/>'
        area, line = read(shape).strokes
        assert (area.fill, area.opacity) == ("#0000ff", pytest.approx(0.5, abs=3e-3))
        assert (line.fill, line.opacity) == (None, 1)

    @pytest.mark.parametrize("turned", ["M3 3V7H7V3z", "M3 3H7V7H3z"])
    def test_holes_by_the_even_odd_rule_are_holes(self, turned: str) -> None:
        data = f"M0 0H10V10H0z{turned}M4 4H6V6H4z"
        drawing = read(
            f'<path d="{data}" fill="red" fill-rule="evenodd"/>', 'width="16" height="16"'
        )
        assert len(drawing.strokes) == 1
        image = drawing_to_image(drawing)
        seen = {place: image.getpixel(place) for place in ((1, 1), (3, 5), (5, 5), (12, 12))}
        red, white = (255, 0, 0), (255, 255, 255)
        assert list(seen.values()) == [red, white, red, white]

    def test_a_gradient_becomes_the_mean_of_its_colours(self) -> None:
        stops = '<stop stop-color="#200000"/><stop style="stop-color:#400020"/>'
        gradient = (
            f'<linearGradient id="a">{stops}</linearGradient>'
            '<radialGradient id="b" href="#a"/><linearGradient id="loop" href="#loop"/>'
        )
        for paint in ('fill="url(#b)"', "style=\"fill: url('#a')\""):
            assert only(f'{gradient}<circle r="5" {paint}/>').fill == "#300010"
        assert only(f'{gradient}<circle r="5" fill="url(#loop)"/>').fill == "#000000"

    @pytest.mark.parametrize(
        "body",
        [
            f"<g display='none'>{LINE}</g>",
            f"<g style='display:none'><g>{LINE}</g></g>",
            f"<g visibility='hidden'>{LINE}</g>",
            LINE.replace("/>", " opacity='0'/>"),
            f"<g opacity='0'>{LINE}</g>",
            f"<style>.off{{display:none}}</style><g class='off'>{LINE}</g>",
            '<path d="M1 2L3 4" fill="none"/>',
            '<path d="M1 2L3 4" fill="none" stroke="transparent"/>',
        ],
    )
    def test_what_is_hidden_is_left_out(self, body: str) -> None:
        assert read(body).strokes == ()

    def test_opacities_of_groups_multiply(self) -> None:
        stroke = only(f'<g opacity="0.5"><g style="opacity:0.5">{LINE}</g></g>')
        assert stroke.opacity == 0.25

    def test_paint_is_inherited(self) -> None:
        stroke = only('<g stroke="#00f" stroke-width="5"><path d="M1 2L3 4" fill="none"/></g>')
        assert (stroke.colour, stroke.width_px) == ("#0000ff", 5)
        stroke = only('<path d="M1 2L3 4"/>', 'width="9" height="9" stroke="#00f" fill="none"')
        assert stroke.colour == "#0000ff"

    def test_a_background_is_paper(self) -> None:
        background = '<rect width="100%" height="100%" fill="white"/>'
        assert len(read(background + LINE).strokes) == 1
        assert len(read(background.replace("100%", "50") + LINE).strokes) == 2


class TestStyleSheets:
    @pytest.mark.parametrize(
        "sheet",
        [
            ".a{stroke:#00ff00}",
            "path{stroke:#00ff00}",
            "#i{stroke:#00ff00}",
            "path.a{stroke:#00ff00;}",
            "*{stroke:#00ff00}",
            "/* { */ circle, .a /* } */ { stroke : #00ff00 ; font-family: 'a;b' }",
            "@import url(https://example.org/x.css); .a{stroke:#00ff00}",
            "@media print{.a{stroke:#ff0000}} .a{stroke:#00ff00}",
            "<![CDATA[ .a{stroke:#00ff00} ]]>",
            ".a{stroke:#00ff00;background:url(https://example.org/x.png)}",
        ],
    )
    def test_simple_rules_apply(self, sheet: str) -> None:
        shape = '<path id="i" class="b a" d="M1 2L3 4" fill="none"/>'
        assert only(f"<style>{sheet}</style>{shape}").colour == "#00ff00"
        assert only(f"{shape}<defs><style>{sheet}</style></defs>").colour == "#00ff00"

    @pytest.mark.parametrize(
        "sheet",
        ["", "{", "}}}}", ".a{", ".a{}", ".a{stroke", "@media{", "a>b{stroke:red}", "/*", ";;"],
    )
    def test_broken_ones_do_no_harm(self, sheet: str) -> None:
        assert only(f"<style>{sheet}</style>{LINE}").colour == "#ff0000"


class TestPlace:
    @pytest.mark.parametrize(
        ("transform", "start"),
        [
            ("translate(10 20)", [11, 22]),
            ("translate(10,20) scale(2)", [12, 24]),
            ("matrix(0 1 -1 0 5 5)", [3, 6]),
            ("rotate(90)", [-2, 1]),
            ("scale(-1,1)", [-1, 2]),
            ("skewX(45)", [3, 2]),
        ],
    )
    def test_transforms(self, transform: str, start: list[float]) -> None:
        assert only(f'<g transform="{transform}">{LINE}</g>').xy[0].tolist() == start

    @pytest.mark.parametrize(
        ("shape", "bounds"),
        [
            (
                '<rect x="1" y="2" width="10" height="5" transform="rotate(90)" {}/>',
                (-7, 1, -2, 11),
            ),
            ('<rect width="10" height="10" transform="skewX(45)" {}/>', (0, 0, 20, 10)),
            ('<circle r="10" transform="scale(1 2)" {}/>', (-10, -20, 10, 20)),
            ('<ellipse rx="10" ry="5" transform="rotate(90)" {}/>', (-5, -10, 5, 10)),
            ('<line x2="10" transform="rotate(90)" {}/>', (0, 0, 0, 10)),
            ('<polygon points="0,0 9,0 9,5" transform="rotate(90)" {}/>', (-5, 0, 0, 9)),
        ],
    )
    def test_transforms_of_every_shape(self, shape: str, bounds: tuple[float, ...]) -> None:
        stroke = only(shape.format('stroke="black"'))
        low, high = stroke.xy.min(axis=0), stroke.xy.max(axis=0)
        np.testing.assert_allclose([*low, *high], bounds, atol=0.03)

    def test_width_is_scaled_by_the_root_of_the_area(self) -> None:
        circle = '<circle r="10" transform="rotate(30) scale(4 1)" stroke="black"/>'
        assert only(circle).width_px == 2

    def test_transforms_nest_and_scale_widths(self) -> None:
        stroke = only(f'<g transform="scale(3)"><g transform="translate(1,1)">{LINE}</g></g>')
        assert stroke.xy.tolist() == [[6, 9], [12, 15]]
        assert stroke.width_px == 6

    def test_a_non_scaling_stroke_keeps_its_width(self) -> None:
        line = LINE.replace("/>", ' vector-effect="non-scaling-stroke"/>')
        assert only(f'<g transform="scale(3)">{line}</g>').width_px == 2

    @pytest.mark.parametrize(
        ("root", "page", "start"),
        [
            ('width="100" height="80"', (100, 80), [1, 2]),
            ('width="100" height="80" viewBox="0 0 50 40"', (100, 80), [2, 4]),
            ('viewBox="0 0 300 200"', (300, 200), [1, 2]),
            ('viewBox="-10,-20,300,200"', (300, 200), [11, 22]),
            ('width="100%" height="100%" viewBox="0 0 300 200"', (300, 200), [1, 2]),
            ('width="600" viewBox="0 0 300 200"', (600, 400), [2, 4]),
            ('height="100" viewBox="0 0 300 200"', (150, 100), [0.5, 1]),
            ('width="1in" height="2.54cm" viewBox="0 0 96 96"', (96, 96), [1, 2]),
            ('width="25.4mm" height="72pt"', (96, 96), [1, 2]),
            ('width="6pc" height="96px"', (96, 96), [1, 2]),
            # Centred, as preserveAspectRatio has it unless told otherwise.
            ('width="100" height="60" viewBox="0 0 50 50"', (100, 60), [21.2, 2.4]),
            (
                'width="100" height="60" viewBox="0 0 50 50" preserveAspectRatio="xMinYMin"',
                (100, 60),
                [1.2, 2.4],
            ),
            (
                'width="100" height="60" viewBox="0 0 50 50" preserveAspectRatio="none"',
                (100, 60),
                [2, 2.4],
            ),
            # Broken sizes count as missing.
            ('width="-5" height="wide" viewBox="0 0 300 200"', (300, 200), [1, 2]),
            ('width="1e999" height="9" viewBox="0 0 300 200"', (13.5, 9), [0.045 + 0, 0.09]),
            ('width="100" height="80" viewBox="0 0 0 40"', (100, 80), [1, 2]),
            ('width="100" height="80" viewBox="0 0 nan inf"', (100, 80), [1, 2]),
        ],
    )
    def test_pages(self, root: str, page: tuple[float, float], start: list[float]) -> None:
        drawing = read(LINE, root)
        if root.startswith('width="1e999"'):
            # 13.5 x 9 px is too small a page for the grid; it is scaled to a usable one.
            scale = drawing.width_px / page[0]
            assert drawing.width_px == 1024
            page, start = (1024, 9 * scale), [value * scale for value in start]
        assert (drawing.width_px, drawing.height_px) == pytest.approx(page, abs=1e-3)
        np.testing.assert_allclose(drawing.strokes[0].xy[0], start, atol=2e-3)

    def test_a_tiny_page_is_scaled_to_keep_its_details(self) -> None:
        body = '<path d="M.1 .2L.3 .4" stroke="black" stroke-width=".01"/>'
        drawing = read(body, 'viewBox="0 0 1 .5"')
        assert (drawing.width_px, drawing.height_px) == (1024, 512)
        assert drawing.strokes[0].xy.tolist() == [[102.4, 204.8], [307.2, 409.6]]
        assert drawing.strokes[0].width_px == 10.24

    def test_a_huge_page_is_scaled_to_fit(self) -> None:
        drawing = read(LINE, 'viewBox="0 0 1e9 5e8"')
        assert (drawing.width_px, drawing.height_px) == (1024, 512)

    def test_without_any_size_the_page_holds_the_strokes(self) -> None:
        assert read(LINE, "").width_px == 1024
        far = read('<path d="M0 0L3000.5 99" stroke="black" stroke-width="2"/>', "")
        assert (far.width_px, far.height_px) == (3002, 768)
        assert read("", "") == Drawing()

    def test_a_nested_svg_has_its_own_view(self) -> None:
        body = f'<svg x="10" y="20" width="40" height="40" viewBox="0 0 20 20">{LINE}</svg>'
        assert only(body).xy.tolist() == [[12, 24], [16, 28]]


class TestUse:
    @pytest.mark.parametrize("href", ["href", "xlink:href"])
    def test_draws_what_it_refers_to_in_its_place(self, href: str) -> None:
        body = f'<defs><g id="a">{LINE}</g></defs><use {href}="#a" x="10" y="20"/>'
        assert only(body).xy.tolist() == [[11, 22], [13, 24]]

    def test_may_come_first_and_repeat(self) -> None:
        body = f'<use href="#a" transform="scale(2)"/><g id="a">{LINE}</g><use href="#a"/>'
        starts = [stroke.xy[0].tolist() for stroke in read(body).strokes]
        assert starts == [[2, 4], [1, 2], [1, 2]]

    def test_paint_comes_from_the_use(self) -> None:
        body = '<defs><path id="a" d="M1 2L3 4" fill="none"/></defs><use href="#a" stroke="#00f"/>'
        assert only(body).colour == "#0000ff"

    def test_a_symbol_is_drawn_only_when_used_and_in_its_view_box(self) -> None:
        symbol = f'<symbol id="s" viewBox="0 0 10 10">{LINE}</symbol>'
        assert read(symbol).strokes == ()
        used = only(f'{symbol}<use href="#s" x="50" width="20" height="20"/>')
        assert used.xy.tolist() == [[52, 4], [56, 8]]
        assert used.width_px == 4

    def test_a_use_of_a_use(self) -> None:
        body = (
            f'<defs><g id="a">{LINE}</g><use id="b" href="#a" x="10"/></defs><use href="#b" x="5"/>'
        )
        assert only(body).xy[0].tolist() == [16, 2]

    @pytest.mark.parametrize(
        "body",
        [
            '<use href="#missing"/>',
            '<use href="#"/>',
            "<use/>",
            '<use href="other.svg#a"/>',
            '<use href="file:///etc/passwd#a"/>',
            '<use id="a" href="#a"/>',
            '<g id="a"><use href="#a"/></g>',
            '<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>',
            '<symbol id="a"><use href="#a"/></symbol><use href="#a"/>',
            '<use id="a" href="#b"/><use id="b" href="#a"/>',
        ],
    )
    def test_references_to_nothing_or_themselves_draw_nothing(self, body: str) -> None:
        assert read(body).strokes == ()
        assert len(read(body + LINE).strokes) == 1


class TestLeftOut:
    @pytest.mark.parametrize(
        "element",
        [
            "<text>words</text>",
            '<image href="https://example.org/a.png" width="9" height="9"/>',
            '<image href="data:image/png;base64,AAAA" width="9" height="9"/>',
            "<script>alert(1)</script>",
            '<foreignObject><g><path d="M0 0L9 9" stroke="black"/></g></foreignObject>',
            '<clipPath id="c"><rect width="9" height="9"/></clipPath>',
            '<mask id="m"><rect width="9" height="9"/></mask>',
            '<marker id="k"><path d="M0 0L9 9"/></marker>',
            '<pattern id="p"><path d="M0 0L9 9"/></pattern>',
            '<linearGradient id="g"><stop offset="0"/></linearGradient>',
            '<defs><path d="M0 0L9 9" stroke="black"/></defs>',
            "<metadata><path d='M0 0L9 9'/></metadata>",
            '<path xmlns="urn:something:else" d="M0 0L9 9" stroke="black"/>',
            '<circle r="0" stroke="black"/>',
            "<!-- a comment --><?php echo ?>",
        ],
    )
    def test_what_is_no_line(self, element: str) -> None:
        assert [stroke.colour for stroke in read(element + LINE).strokes] == ["#ff0000"]

    def test_links_and_switches_are_groups(self) -> None:
        body = f'<a href="https://example.org"><switch>{LINE}</switch></a>'
        assert only(body).colour == "#ff0000"


@pytest.mark.parametrize(
    "start",
    [
        "<svg>",
        '<?xml version="1.0" encoding="ISO-8859-1"?><!DOCTYPE svg><svg>',
        f"{STANDARD_DOCTYPE}<svg xmlns='http://www.w3.org/2000/svg'>",
    ],
)
def test_beginnings_of_files(start: str) -> None:
    assert len(parse_svg(f"{start}{LINE}</svg>".encode(), "a.svg").drawing.strokes) == 1


def test_utf_16() -> None:
    text = f'<?xml version="1.0" encoding="UTF-16"?><svg>{LINE}</svg>'
    assert len(parse_svg(text.encode("utf-16"), "a.svg").drawing.strokes) == 1


def test_the_names_of_others_do_not_confuse() -> None:
    text = (
        '<s:svg xmlns:s="http://www.w3.org/2000/svg" xmlns:ink="urn:ink" ink:d="M9 9L8 8">'
        '<s:g ink:label="layer"><s:path d="M1 2L3 4" stroke="red" ink:stroke="blue"/></s:g></s:svg>'
    )
    (stroke,) = parse_svg(text.encode(), "a.svg").drawing.strokes
    assert stroke.colour == "#ff0000"


@pytest.mark.parametrize(
    "body",
    [
        '<g transform="rotate(a b)"><path d="M1 2L3 4" stroke="black"/></g>',
        '<circle cx="a" r="b" stroke="black"/>',
        '<polyline points="1,a 2" stroke="black"/>',
        '<path d="&#10;;;" stroke="black"/>',
        '<path d="M1 2L3 4" stroke="rgb(1)" stroke-width="thick"/>',
        '<rect x="1" width="-4" height="5" stroke="black"/>',
        '<path d="M1 2A0 0 0 0 0 3 4A1 1 9" stroke="black"/>',
        '<path d="M1e400 2L3 4" stroke="black"/>',
        '<path d="M1e9 2L3 4" stroke="black"/>',
    ],
)
def test_malformed_values_give_strokes_or_one_sentence(body: str) -> None:
    outcome = opened_or_refused(f"<svg>{body}{LINE}</svg>".encode())
    if isinstance(outcome, Drawing):
        assert outcome.strokes[-1].xy.tolist() == [[1, 2], [3, 4]]
