"""Dispatch, exit statuses, the JSON line and progress of the command line."""

from __future__ import annotations

import argparse
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from app import __main__ as entry
from app.cli import common, progress
from engine import registry
from engine.context import Context
from engine.errors import InputError
from engine.types import Job, Progress


@pytest.fixture
def add_command(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Put a subcommand "fake PHOTO [-n N]" into the table; the test says what it does."""

    def add(run: Callable[[argparse.Namespace], Any]) -> None:
        def add_arguments(parser: argparse.ArgumentParser) -> None:
            parser.add_argument("photo", metavar="PHOTO")
            parser.add_argument("-n", type=int, default=16)

        module = SimpleNamespace(
            NAME="fake", HELP="Do nothing, well.", add_arguments=add_arguments, run=run
        )
        monkeypatch.setitem(sys.modules, "fake_command", module)
        monkeypatch.setitem(common.COMMANDS, "fake", ("fake_command", "do nothing"))

    return add


def raising(error: BaseException) -> Callable[[argparse.Namespace], Any]:
    def run(args: argparse.Namespace) -> Any:
        raise error

    return run


def test_the_answer_is_one_json_object_on_the_last_line(add_command, capsys):
    def run(args: argparse.Namespace) -> dict[str, object]:
        sys.stdout.write("a line of talk\n")
        return {
            "n": args.n,
            "loss": np.float32(0.5),
            "ids": np.arange(3),
            "path": Path("out.svg"),
        }

    add_command(run)
    assert entry.main(["fake", "cat.jpg", "-n", "4"]) == 0
    out, err = capsys.readouterr()
    answer = {"n": 4, "loss": 0.5, "ids": [0, 1, 2], "path": "out.svg"}
    assert json.loads(out.splitlines()[-1]) == answer
    assert err == ""


def test_bad_input_is_one_line_and_status_2(add_command, capsys):
    add_command(raising(InputError("The photo\nis all white.")))
    assert entry.main(["fake", "white.png"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err == "strokewise: The photo is all white.\n"


def test_files_that_the_system_refuses_are_bad_input(add_command, capsys, tmp_path):
    add_command(lambda args: Path(args.photo).read_bytes())
    assert entry.main(["fake", str(tmp_path / "missing.png")]) == 2
    assert capsys.readouterr().err.endswith("missing.png: No such file or directory\n")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["fake"], "the following arguments are required: PHOTO"),
        (["fake", "x.png", "-n", "many"], "argument -n: invalid int value: 'many'"),
        (["fake", "x.png", "--strokes", "4"], "unrecognized arguments: --strokes 4"),
        (["--colour"], "unrecognized arguments: --colour"),
        (["abstarct", "x.png"], 'is neither a command nor a file; did you mean "abstract"?'),
        (["zzz"], '"zzz" is neither a command nor a file; see "strokewise --help".'),
        (["missing.svg"], "There is no file missing.svg."),
        (["a.svg", "b.svg"], "one file at a time"),
    ],
)
def test_wrong_arguments_are_one_line_and_status_2(add_command, capsys, arguments, sentence):
    add_command(lambda args: {})
    assert entry.main(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert sentence in err
    assert err.count("\n") == 1


def test_a_bug_leaves_a_crash_log_and_status_1(add_command, capsys, tmp_path, monkeypatch):
    monkeypatch.setattr("app.errors.state_folder", lambda: tmp_path)
    add_command(raising(ZeroDivisionError("oops")))
    assert entry.main(["fake", "x.png"]) == 1
    _, err = capsys.readouterr()
    assert err.count("\n") == 1
    assert "Something went wrong inside Strokewise" in err
    assert "ZeroDivisionError: oops" in err
    assert "ZeroDivisionError: oops" in (tmp_path / "crash.log").read_text()


def test_not_a_number_in_an_answer_is_a_bug(add_command, capsys, tmp_path, monkeypatch):
    """JSON has no NaN; readers in other languages would choke on it."""
    monkeypatch.setattr("app.errors.state_folder", lambda: tmp_path)
    add_command(lambda args: {"loss": float("nan")})
    assert entry.main(["fake", "x.png"]) == 1
    assert capsys.readouterr().out == ""


def test_an_interrupt_is_status_130(add_command, capsys):
    add_command(raising(KeyboardInterrupt()))
    assert entry.main(["fake", "x.png"]) == 130
    assert capsys.readouterr().err == "strokewise: interrupted\n"


def test_a_reader_who_left_is_no_error():
    """`strokewise ... | head -0`: no traceback, not even when Python flushes at its end."""
    code = (
        "import sys; from types import SimpleNamespace; from app.cli import common\n"
        "sys.modules['fake'] = SimpleNamespace("
        "HELP='', add_arguments=lambda parser: None, run=lambda args: {'text': 'x' * 100_000})\n"
        "common.COMMANDS['fake'] = ('fake', '')\n"
        "sys.exit(common.main(['fake']))"
    )
    read_end, write_end = os.pipe()
    os.close(read_end)
    try:
        done = subprocess.run(
            [sys.executable, "-c", code], stdout=write_end, stderr=subprocess.PIPE, check=False
        )
    finally:
        os.close(write_end)
    assert (done.returncode, done.stderr) == (common.BROKEN_PIPE, b"")


@pytest.mark.parametrize("argument", ["--help", "-h"])
def test_help_lists_the_commands(capsys, argument):
    assert entry.main([argument]) == 0
    out, err = capsys.readouterr()
    assert all(name in out and summary in out for name, (_, summary) in common.COMMANDS.items())
    assert err == ""


def test_each_command_has_its_own_help(add_command, capsys):
    add_command(lambda args: {})
    assert entry.main(["fake", "--help"]) == 0
    assert "strokewise fake" in (out := capsys.readouterr().out)
    assert "Do nothing, well." in out


def test_version(capsys):
    assert entry.main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("strokewise ")


def test_commands_load_one_at_a_time(add_command, monkeypatch):
    for module, _ in common.COMMANDS.values():
        monkeypatch.delitem(sys.modules, module, raising=False)
    add_command(lambda args: {})
    entry.main(["fake", "x.png"])
    entry.main(["--help"])
    others = {module for module, _ in common.COMMANDS.values()} - {"fake_command"}
    assert others.isdisjoint(sys.modules)


@pytest.mark.parametrize(
    ("arguments", "opens", "file"),
    [
        ([], True, None),
        (["--gui"], True, None),
        (["drawing.svg"], True, "drawing.svg"),
        (["--gui", "drawing.svg"], True, "drawing.svg"),
        (["bare"], True, "bare"),
        (["abstract"], False, None),
        (["--help"], False, None),
        (["unknown"], False, None),
    ],
)
def test_window_or_command(tmp_path, monkeypatch, arguments, opens, file):
    monkeypatch.chdir(tmp_path)
    for name in ("drawing.svg", "bare", "abstract"):
        Path(name).touch()
    assert common.opens_window(arguments) is opens
    if opens:
        assert common.file_for_window(arguments) == (Path(file) if file else None)


def test_the_window_gets_the_file(tmp_path, monkeypatch):
    opened: list[Path | None] = []
    application = SimpleNamespace(run=lambda path, _language: opened.append(path) or 0)
    monkeypatch.setattr("gc.disable", lambda: None)
    monkeypatch.setitem(sys.modules, "app.application", application)
    monkeypatch.setattr("app.application", application, raising=False)
    drawing = tmp_path / "drawing.svg"
    drawing.touch()
    assert entry.main([]) == 0
    assert entry.main([str(drawing)]) == 0
    assert opened == [None, drawing]


def test_an_engine_that_cannot_be_interrupted_does_not_crash_the_exit():
    """A daemon thread would be killed in native code; its destructors must not run."""
    code = (
        "import atexit, sys, threading; from types import SimpleNamespace; import app\n"
        "from app.__main__ import main\n"
        "def run(path, language):\n"
        "    threading.Thread(target=threading.Event().wait, daemon=True).start()\n"
        "    print('saved')\n"
        "    return 7\n"
        "app.application = sys.modules['app.application'] = SimpleNamespace(run=run)\n"
        "atexit.register(print, 'the interpreter was taken down')\n"
        "sys.exit(main([]))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (7, "saved\n", "")


def stepwise(payload: int, context: Context) -> Job:
    for step in range(payload):
        yield Progress((step + 1) / payload, "thinking")
    context.notice("Working on the processor.")
    return payload * 2


def test_engine_jobs_run_here_with_progress_and_notices(monkeypatch, capsys):
    monkeypatch.setitem(registry.HANDLERS, "think", f"{__name__}:stepwise")
    assert common.run_job("think", 2) == 4
    out, err = capsys.readouterr()
    assert out == ""
    assert err.splitlines()[-2:] == ["100% thinking", "Working on the processor."]


def interrupted(payload: list[str], context: Context) -> Job:
    try:
        yield Progress(0.0)
    finally:
        payload.append("tidied up")


def test_an_interrupted_job_tidies_up_first(monkeypatch):
    def interrupt(fraction: float, text: str = "") -> None:
        raise KeyboardInterrupt

    monkeypatch.setitem(registry.HANDLERS, "think", f"{__name__}:interrupted")
    monkeypatch.setattr(common, "progress", interrupt)
    trace: list[str] = []
    with pytest.raises(KeyboardInterrupt):
        common.run_job("think", trace)
    assert trace == ["tidied up"]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Clock:
    def __init__(self) -> None:
        self.now_s = 100.0

    def __call__(self) -> float:
        return self.now_s


@pytest.fixture
def clock() -> Clock:
    return Clock()


def test_a_terminal_gets_one_line_that_rewrites_itself(monkeypatch, clock):
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    monkeypatch.setattr(progress.shutil, "get_terminal_size", lambda: os.terminal_size((40, 24)))
    line = progress.ProgressLine(clock)
    line.show(0.0, "a rather long text")
    clock.now_s += 0.2
    line.show(0.5, "short")
    clock.now_s += 0.01
    line.show(0.6, "too soon")
    line.show(1.0, "x" * 60)
    line.finish()
    first, *rewrites = terminal.getvalue().split("\r")
    assert first == ""
    assert rewrites == [
        "  0% a rather long text",
        " 50% short             ",
        ("100% " + "x" * 60)[:39] + "\n",
    ]


def test_a_file_gets_a_few_plain_lines_a_second(capsys, clock):
    line = progress.ProgressLine(clock)
    for percent in range(0, 101, 10):
        line.show(percent / 100, "drawing")
        clock.now_s += 0.125
    line.finish()
    assert capsys.readouterr().err.splitlines() == [
        "  0% drawing",
        " 40% drawing",
        " 80% drawing",
        "100% drawing",
    ]


def test_notices_stand_on_their_own_line(monkeypatch, clock):
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    line = progress.ProgressLine(clock)
    line.show(0.5)
    line.say("Memory ran out;\ntrying again.")
    assert terminal.getvalue() == "\r 50%\nMemory ran out; trying again.\n"


def test_progress_does_not_mind_a_closed_stderr(monkeypatch, clock):
    stream = io.StringIO()
    line = progress.ProgressLine(clock)
    monkeypatch.setattr(sys, "stderr", stream)
    line.show(0.1)
    monkeypatch.setattr(sys.stderr, "write", raise_broken_pipe, raising=False)
    line.show(1.0)
    line.finish()
    assert stream.getvalue() == " 10%\n"


def raise_broken_pipe(text: str) -> int:
    raise BrokenPipeError


def test_fractions_out_of_range_are_shown_as_the_nearest(capsys, clock):
    line = progress.ProgressLine(clock)
    line.show(-1.0)
    clock.now_s += 1
    line.show(7.0)
    assert capsys.readouterr().err == "  0%\n100%\n"
