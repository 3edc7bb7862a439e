"""The ladder, the subject, strokes that stay, single strokes anew: real bridge, quick handlers."""

from __future__ import annotations

import numpy as np
import pytest

from app.document.stroke import Stroke
from app.panels import abstraction as session_module
from app.panels import sketching as module
from app.panels.abstraction import AbstractionSession, Around, Phase
from app.panels.known_sketches import inside, nearest
from app.settings import ABSTRACT_COLOUR, ABSTRACT_HAND_DRAWN, ABSTRACT_WIDTH_PERCENT
from engine.abstraction.messages import DEFAULT_ITERATIONS, RUNGS
from tests.panels.fakes import lines

SCALE = 5.12
"""Document px per px of the photo: 200 x 100 px on a page of 1024 x 768."""


@pytest.fixture
def abstraction(program, monkeypatch) -> AbstractionSession:
    for each in (module, session_module):
        monkeypatch.setattr(each, "RESTART_AFTER_MS", 20)
    return program.abstraction


@pytest.fixture
def sketched(abstraction, photo, qtbot) -> AbstractionSession:
    """A sketch of 16 strokes is done, the ladder waits."""
    abstraction.open_photo(photo)
    qtbot.waitUntil(lambda: abstraction.can_reroll)
    return abstraction


@pytest.fixture
def document(program):
    return program.session.document


def climbed(abstraction) -> bool:
    return abstraction.sketching.rungs == RUNGS


def first_y(abstraction) -> float:
    """Of the sketch's first stroke, px of the photo."""
    return abstraction.sketch.in_photo[0, 0, 1]


class TestLadder:
    def test_it_begins_with_the_sketch_that_is_done(self, sketched, engine, qtbot):
        qtbot.waitUntil(lambda: bool(engine.ladders))
        (payload,) = engine.ladders
        assert payload.base.strokes == 16
        np.testing.assert_array_equal(payload.base.start, sketched.sketch.in_photo)
        assert payload.rungs == (4, 8, 32, 64)
        assert sketched.phase is Phase.IDLE

    def test_a_rung_is_there_at_once_and_costs_nothing(self, sketched, engine, qtbot):
        engine.climbs = True
        qtbot.waitUntil(lambda: climbed(sketched))
        sketched.set_strokes(32)
        assert len(sketched.sketch.beziers) == 32
        assert first_y(sketched) == 30.0
        assert sketched.phase is Phase.IDLE
        assert sketched.text == "32 strokes."
        sketched.set_strokes(16)
        assert first_y(sketched) == 20.0
        qtbot.wait(40)
        assert len(engine.payloads) == 1

    def test_between_rungs_the_nearest_is_there_at_once_and_refined(self, sketched, engine, qtbot):
        engine.climbs = True
        qtbot.waitUntil(lambda: climbed(sketched))
        engine.hold = True
        sketched.set_strokes(29)
        # The most important 29 of the rung of 32, before the engine has even begun.
        assert len(engine.payloads) == 1
        assert len(sketched.sketch.beziers) == 29
        assert first_y(sketched) == 30.0
        assert not sketched.on_page.overlay.is_stale
        assert sketched.phase is Phase.RUNNING
        engine.released.set()
        qtbot.waitUntil(lambda: sketched.phase is Phase.IDLE)
        payload = engine.payloads[-1]
        assert payload.strokes == 29
        assert len(payload.start) == 29
        assert payload.iterations < DEFAULT_ITERATIONS
        assert first_y(sketched) == 20.0
        # Now it is known as well.
        sketched.set_strokes(16)
        sketched.set_strokes(29)
        assert sketched.phase is Phase.IDLE
        assert len(engine.payloads) == 2

    def test_nearest_prefers_the_richer_of_two(self):
        sketches = {n: lines(n, float(n), 100.0) for n in (4, 8, 16)}
        assert nearest(sketches, 6).beziers[0, 0, 1] == 8.0
        assert len(nearest(sketches, 6).beziers) == 6
        assert len(nearest(sketches, 5).beziers) == 4
        assert len(nearest(sketches, 40).beziers) == 16
        assert nearest({}, 8) is None

    def test_another_photo_ends_it(self, sketched, program, engine, photo, qtbot):
        qtbot.waitUntil(lambda: sketched.sketching.ladder.climbing)
        program.reference.load(photo)
        assert not sketched.sketching.ladder.climbing
        qtbot.waitUntil(lambda: sketched.phase is Phase.IDLE)
        assert sketched.sketching.rungs == ()

    def test_the_same_photo_again_is_known(self, sketched, engine, photo, qtbot):
        engine.climbs = True
        qtbot.waitUntil(lambda: climbed(sketched))
        sketched.open_photo(photo)
        qtbot.waitUntil(lambda: len(engine.payloads) == 2 and sketched.phase is Phase.IDLE)
        assert climbed(sketched)
        qtbot.wait(30)
        assert len(engine.ladders) == 1

    def test_it_is_listed_and_cancelled_as_a_job_and_stays_so(
        self, sketched, program, engine, qtbot
    ):
        qtbot.waitUntil(lambda: sketched.sketching.ladder.climbing)
        (job,) = program.engine.jobs
        assert job.kind == "abstract.ladder"
        program.engine.cancel("abstract.ladder")
        assert not sketched.sketching.ladder.climbing
        sketched.reroll(0)
        qtbot.waitUntil(lambda: len(engine.payloads) == 2 and sketched.phase is Phase.IDLE)
        qtbot.wait(30)
        assert not sketched.sketching.ladder.climbing

    def test_keep_ends_it(self, sketched, qtbot):
        qtbot.waitUntil(lambda: sketched.sketching.ladder.climbing)
        sketched.keep()
        assert not sketched.sketching.ladder.climbing


class TestFewest:
    def test_the_program_chooses_when_the_ladder_is_done(self, sketched, engine, qtbot):
        assert sketched.can_choose_fewest
        sketched.choose_fewest()
        assert sketched.waits_for_fewest
        assert sketched.strokes == 16
        engine.climbs = True
        # The fake's likeness: 8 strokes keep nine tenths of what 64 have. That of 16 is the
        # sketch's own, 0.
        qtbot.waitUntil(lambda: sketched.strokes == 8)
        assert len(sketched.sketch.beziers) == 8
        assert not sketched.waits_for_fewest

    def test_at_once_if_it_is_done(self, sketched, engine, qtbot):
        engine.climbs = True
        qtbot.waitUntil(lambda: climbed(sketched))
        sketched.choose_fewest()
        assert sketched.strokes == 8

    def test_it_climbs_what_was_given_up(self, sketched, program, engine, qtbot):
        qtbot.waitUntil(lambda: sketched.sketching.ladder.climbing)
        program.engine.cancel("abstract.ladder")
        engine.climbs = True
        sketched.choose_fewest()
        qtbot.waitUntil(lambda: sketched.strokes == 8)

    def test_another_wish_comes_first(self, sketched, engine, qtbot):
        sketched.choose_fewest()
        sketched.set_strokes(20)
        assert not sketched.waits_for_fewest
        engine.climbs = True
        qtbot.waitUntil(lambda: climbed(sketched) and sketched.phase is Phase.IDLE)
        assert sketched.strokes == 20


class TestSubject:
    def test_what_stands_out_is_asked_first_and_sketched(self, abstraction, engine, photo, qtbot):
        engine.looks = False
        abstraction.open_photo(photo)
        qtbot.waitUntil(lambda: abstraction.phase is Phase.RUNNING)
        assert abstraction.text == "Looking for what stands out"
        qtbot.wait(20)
        assert engine.payloads == []
        engine.looks = True
        qtbot.waitUntil(lambda: abstraction.can_reroll)
        mask = engine.payloads[0].mask
        assert mask.shape == (100, 200)
        assert mask.dtype == np.float32
        assert (mask[:, :100] == 1).all()
        assert (mask[:, 100:] == 0).all()
        assert not engine.payloads[0].whole_scene

    def test_cancelled_while_looking_nothing_is_sketched(self, abstraction, engine, photo, qtbot):
        engine.looks = False
        abstraction.open_photo(photo)
        qtbot.waitUntil(lambda: abstraction.phase is Phase.RUNNING)
        abstraction.cancel()
        engine.looks = True
        qtbot.waitUntil(lambda: abstraction.subject.is_settled)
        qtbot.wait(20)
        assert abstraction.phase is Phase.IDLE
        assert engine.payloads == []

    def test_where_nothing_stands_out_the_encoder_decides(self, abstraction, engine, photo, qtbot):
        engine.nothing_stands_out = True
        abstraction.open_photo(photo)
        qtbot.waitUntil(lambda: abstraction.can_reroll)
        assert engine.payloads[0].mask is None
        assert abstraction.subject.empty_mask().shape == (100, 200)

    def test_the_whole_scene_is_another_sketch(self, sketched, engine, qtbot):
        sketched.subject.set_whole_scene(True)
        qtbot.waitUntil(lambda: len(engine.payloads) == 2 and sketched.phase is Phase.IDLE)
        assert engine.payloads[1].whole_scene
        assert engine.payloads[1].mask is None
        sketched.subject.set_whole_scene(False)
        qtbot.waitUntil(lambda: len(engine.payloads) == 3)
        assert engine.payloads[2].mask is not None

    def test_a_corrected_mask_is_sketched(self, sketched, engine, qtbot):
        mask = np.zeros((100, 200), np.uint8)
        mask[:20] = 255
        sketched.subject.edit(mask)
        qtbot.waitUntil(lambda: len(engine.payloads) == 2 and sketched.phase is Phase.IDLE)
        np.testing.assert_array_equal(engine.payloads[1].mask, mask / 255)
        assert sketched.subject.is_edited
        sketched.subject.edit(None)
        assert not sketched.subject.is_edited

    def test_masks_of_large_photos_are_small(self, program, abstraction, tmp_path, qtbot):
        from PIL import Image

        path = tmp_path / "large.png"
        Image.new("RGB", (1501, 1000), "#808080").save(path)
        program.reference.load(path)
        qtbot.waitUntil(lambda: abstraction.subject.found_mask is not None)
        assert abstraction.subject.found_mask.shape == (334, 501)


class TestStrokesThatStay:
    def test_around_the_drawing(self, sketched, document, engine, qtbot):
        line = Stroke.from_polyline([(100, 228), (612, 228)], width_px=2 * SCALE)
        document.apply(document.drawing.adding(line), "Draw stroke")
        sketched.set_around(Around.DRAWING)
        sketched.start()
        qtbot.waitUntil(lambda: len(engine.payloads) == 2)
        leave = engine.payloads[1].leave
        np.testing.assert_allclose(leave.lines[0], (line.xy - [0, 128]) / SCALE)
        assert leave.width_px == pytest.approx(2.0)
        qtbot.waitUntil(lambda: sketched.phase is Phase.IDLE)
        sketched.keep()
        assert document.drawing.strokes[0] is line
        assert len(document.drawing.strokes) == 17

    def test_around_what_is_selected(self, sketched, program, document, engine, qtbot):
        two = [Stroke.from_polyline([(100, y), (300, y)], width_px=3) for y in (200, 300)]
        document.apply(document.drawing.adding(*two), "Draw strokes")
        program.selection.select([1])
        sketched.set_around(Around.SELECTION)
        sketched.start()
        qtbot.waitUntil(lambda: len(engine.payloads) == 2)
        (line,) = engine.payloads[1].leave.lines
        np.testing.assert_allclose(line, (two[1].xy - [0, 128]) / SCALE)

    def test_hidden_strokes_do_not_count(self, sketched, program, document, engine, qtbot):
        document.apply(
            document.drawing.adding(Stroke.from_polyline([(100, 200), (300, 200)])), "Draw"
        )
        program.layers.set_visible(document.drawing.active, False)
        sketched.set_around(Around.DRAWING)
        sketched.start()
        qtbot.waitUntil(lambda: len(engine.payloads) == 2)
        assert engine.payloads[1].leave.lines == ()

    def test_a_locked_region_keeps_its_strokes(self, sketched, engine, qtbot):
        # The fake's strokes are lines across the photo at y = 20, 30, 40 and so on.
        before = sketched.sketch.in_photo
        sketched.set_region((0.0, 25.0, 200.0, 45.0))
        assert len(engine.payloads) == 1
        sketched.start()
        qtbot.waitUntil(lambda: len(engine.payloads) == 2)
        payload = engine.payloads[1]
        np.testing.assert_array_equal(payload.start, before[[1, 2]])
        assert payload.leave.region == (0.0, 25.0, 200.0, 45.0)
        assert payload.strokes == 16
        qtbot.waitUntil(lambda: sketched.phase is Phase.IDLE)
        # The rungs would not have the locked strokes.
        assert not sketched.sketching.ladder.climbing
        assert not sketched.can_choose_fewest

    def test_strokes_count_as_inside_for_the_most_part(self):
        (line,) = lines(1, 10.0, 100.0).beziers
        for right, is_inside in ((49.0, False), (52.0, True)):
            assert bool(inside(line[None], (0.0, 0.0, right, 20.0))) is is_inside


class TestOneStroke:
    def test_all_others_stay(self, sketched, engine, qtbot):
        before = sketched.sketch.in_photo
        sketched.reroll(5)
        assert sketched.phase is Phase.RUNNING
        qtbot.waitUntil(lambda: len(engine.payloads) == 2 and sketched.phase is Phase.IDLE)
        payload = engine.payloads[1]
        np.testing.assert_array_equal(payload.start, np.delete(before, 5, axis=0))
        assert payload.leave.still == frozenset(range(15))
        assert payload.strokes == 16
        np.testing.assert_array_equal(sketched.sketch.in_photo[:15], np.delete(before, 5, axis=0))

    def test_each_time_another(self, sketched, engine, qtbot):
        for count in (2, 3):
            sketched.reroll(0)
            qtbot.waitUntil(lambda n=count: len(engine.payloads) == n and sketched.can_reroll)
        seeds = [payload.seed for payload in engine.payloads]
        assert len(set(seeds)) == 3

    def test_the_sketch_with_it_is_the_known_one(self, sketched, engine, qtbot):
        sketched.reroll(5)
        qtbot.waitUntil(lambda: len(engine.payloads) == 2 and sketched.can_reroll)
        anew = sketched.sketch.in_photo
        engine.climbs = True
        qtbot.waitUntil(lambda: climbed(sketched))
        sketched.set_strokes(32)
        sketched.set_strokes(16)
        np.testing.assert_array_equal(sketched.sketch.in_photo, anew)


class TestOnPage:
    def test_start_sketches_otherwise(self, sketched, engine, qtbot):
        sketched.start()
        qtbot.waitUntil(lambda: len(engine.payloads) == 2)
        assert engine.payloads[0].seed != engine.payloads[1].seed

    def test_kept_strokes_look_as_chosen(self, sketched, document, settings):
        plain = sketched.sketch
        settings.set(ABSTRACT_WIDTH_PERCENT, 50)
        settings.set(ABSTRACT_COLOUR, "#a03050")
        settings.set(ABSTRACT_HAND_DRAWN, True)
        sketched.keep()
        for stroke, curve in zip(document.drawing.strokes, plain.beziers, strict=True):
            assert stroke.width_px == pytest.approx(0.5 * plain.width_px, abs=1e-3)
            assert stroke.colour == "#a03050"
            np.testing.assert_allclose(stroke.xy[[0, -1]], curve[[0, 3]], atol=1e-3)
            assert np.ptp(stroke.pressure) > 0.1

    def test_it_is_played_in_its_order_while_one_draws(self, sketched, document, line):
        on_page = sketched.on_page
        on_page.step(1)
        assert (on_page.playback.stroke, on_page.playback.strokes) == (1, 16)
        on_page.play()
        assert on_page.playback.playing
        document.apply(document.drawing.adding(line), "Draw stroke")
        assert on_page.playback.playing
        on_page.play()
        assert not on_page.playback.playing
        assert on_page.playback.is_on

    def test_keep_and_another_photo_end_the_playback(self, sketched, program):
        sketched.on_page.play()
        sketched.keep()
        assert not sketched.on_page.playback.is_on

    def test_while_it_plays_the_whole_sketch_is_not_seen(self, sketched, window, qtbot):
        canvas = window.canvas

        def dark() -> int:
            canvas.finish_painting()
            image = canvas.grab().toImage()
            columns = range(0, image.width(), 7)
            rows = range(0, image.height(), 3)
            return sum(image.pixelColor(x, y).lightness() < 20 for x in columns for y in rows)

        whole = dark()
        sketched.on_page.step(1)
        one = dark()
        assert 0 < one < whole / 4
        sketched.on_page.playback.stop()
        assert dark() == whole
