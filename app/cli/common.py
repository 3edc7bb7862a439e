"""The table of subcommands, and what they share: arguments, progress, JSON, exit status.

A subcommand's module is imported when it is called. It has `NAME`, `HELP`, `add_arguments(parser)`
and `run(args)`, which returns the JSON object for the last line on stdout.
"""

from __future__ import annotations

import argparse
import contextlib
import difflib
import importlib
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn, Protocol, cast

from app.cli.progress import ProgressLine
from engine.errors import InputError

OK = 0
BUG = 1
BAD_INPUT = 2
INTERRUPTED = 130
"""128 + SIGINT, as shells have it."""
BROKEN_PIPE = 141
"""128 + SIGPIPE: nobody read the answer."""

COMMANDS: dict[str, tuple[str, str]] = {
    "abstract": ("app.cli.abstract", "turn a photo into a sketch of n strokes"),
    "attribute": ("app.cli.attribute", "score the strokes of a drawing by what they do for it"),
    "clean": ("app.cli.clean", "remove the strokes that make a drawing less like its photo"),
    "fragile": ("app.cli.fragile", "find the stroke that what it looks like hangs on"),
    "redraw": ("app.cli.redraw", "draw a picture or drawing again, stroke by stroke"),
    "guess": ("app.cli.guess", "say what a drawing looks like"),
    "correspond": ("app.cli.correspond", "find the places of a drawing on a photo"),
    "gallery": ("app.cli.gallery", "find photos by drawings in your own folders"),
    "export": ("app.cli.export", "write a drawing in another format"),
    "models": ("app.cli.models", "list, fetch and check the models that see"),
    "eval": ("app.cli.eval", "measure on labelled data"),
    "bench": ("app.cli.bench", "measure how fast this machine is"),
}
"""Name to module and the line in `strokewise --help`."""

_USAGE = "strokewise [FILE]\n       strokewise COMMAND [ARGUMENTS]"


class Subcommand(Protocol):
    """What a subcommand's module has."""

    NAME: str
    HELP: str

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare the arguments."""

    def run(self, args: argparse.Namespace) -> dict[str, object]:
        """Do it; returns what is printed as JSON.

        Raises:
            InputError: the input is at fault.
        """


_progress = ProgressLine()


def progress(fraction: float, text: str = "") -> None:
    """Show on stderr that `fraction`, in [0, 1], is done. As often as you like."""
    _progress.show(fraction, text)


def run_job(kind: str, payload: object) -> Any:
    """Run an engine job (see `engine.registry.HANDLERS`) here and now, with progress on stderr.

    Raises:
        InputError: the input is at fault, or memory ran out for good.
    """
    from engine.context import Context
    from engine.registry import HANDLERS, start_job

    context = Context()
    with contextlib.closing(start_job(HANDLERS[kind], payload, context)) as job:
        while True:
            try:
                step = next(job)
            except StopIteration as end:
                for notice in context.notices:
                    _progress.say(notice)
                return end.value
            progress(step.fraction, step.text)


def main(arguments: list[str]) -> int:
    """Run a subcommand; returns the exit status."""
    return guarded(lambda: _dispatch(arguments))


def guarded(run: Callable[[], int]) -> int:
    """Run the program, or part of it, and turn what it raises into a line and an exit status."""
    try:
        return run()
    except SystemExit as end:  # argparse after --help and --version
        return end.code if isinstance(end.code, int) else OK
    except KeyboardInterrupt:
        _progress.say("strokewise: interrupted")
        return INTERRUPTED
    except BrokenPipeError:
        _silence_stdout()
        return BROKEN_PIPE
    except InputError as error:
        _progress.say(f"strokewise: {error}")
        return BAD_INPUT
    except OSError as error:
        if error.filename is None:
            return _report_bug(error)
        _progress.say(f"strokewise: {error.filename}: {error.strerror}")
        return BAD_INPUT
    except Exception as error:
        return _report_bug(error)
    finally:
        _progress.finish()


def _report_bug(error: Exception) -> int:
    from app.errors import Reporter

    report = Reporter().report(error)
    if report is not None:
        _progress.say(f"strokewise: {report.sentence} ({type(error).__name__}: {error})")
    return BUG


def _silence_stdout() -> None:
    """Python flushes stdout when it ends, and would complain again."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def opens_window(arguments: list[str]) -> bool:
    """Whether the arguments ask for the window: none at all, `--gui`, or a file.

    A word that is neither a command nor a file is left to the command line, which says so.
    """
    if not arguments or arguments[0] == "--gui":
        return True
    first = Path(arguments[0])
    if arguments[0] in COMMANDS or arguments[0].startswith("-"):
        return False
    return first.exists() or first.suffix != "" or len(first.parts) > 1


def file_for_window(arguments: list[str]) -> Path | None:
    """The file that the window should open, if any.

    Raises:
        InputError: it is missing, or there are several.
    """
    names = [argument for argument in arguments if argument != "--gui"]
    if not names:
        return None
    if len(names) > 1:
        raise InputError("The window opens one file at a time.")
    path = Path(names[0])
    if not path.is_file():
        raise InputError(f"There is no file {path}.")
    return path


def _dispatch(arguments: list[str]) -> int:
    name = arguments[0] if arguments else "--help"
    if name in COMMANDS:
        return _run_command(name, arguments[1:])
    if name.startswith("-"):
        _top_parser().parse_args([name])
    close = difflib.get_close_matches(name, COMMANDS, n=1)
    hint = f'did you mean "{close[0]}"?' if close else 'see "strokewise --help".'
    raise InputError(f'"{name}" is neither a command nor a file; {hint}')


def _run_command(name: str, arguments: list[str]) -> int:
    module_name, _ = COMMANDS[name]
    command = cast(Subcommand, importlib.import_module(module_name))
    parser = _Parser(prog=f"strokewise {name}", description=command.HELP, allow_abbrev=False)
    command.add_arguments(parser)
    answer = command.run(parser.parse_args(arguments))
    _progress.finish()
    print(json.dumps(answer, allow_nan=False, default=_to_json), flush=True)  # noqa: T201
    return OK


def _to_json(value: object) -> object:
    """Numpy's scalars and arrays, and paths, without importing numpy."""
    if hasattr(value, "tolist"):
        return value.tolist()
    if isinstance(value, os.PathLike):
        return os.fspath(value)
    raise TypeError(f"{type(value).__name__} cannot be written as JSON")


def _top_parser() -> argparse.ArgumentParser:
    from app.errors import version

    width = max(map(len, COMMANDS))
    lines = [f"  {name:{width}}  {summary}" for name, (_, summary) in COMMANDS.items()]
    parser = _Parser(
        prog="strokewise",
        usage=_USAGE,
        description="Draw in a window (with FILE, if given), or run a command without one.",
        epilog="commands (each has its own --help):\n" + "\n".join(lines),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"strokewise {version()}")
    return parser


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line."""

    def error(self, message: str) -> NoReturn:
        raise InputError(f'{message} (see "{self.prog} --help")')
