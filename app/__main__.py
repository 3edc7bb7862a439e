"""The program's entry point: the window, or a subcommand without one."""

from __future__ import annotations

import gc
import os
import sys
import threading

from app.cli import common


def main(arguments: list[str] | None = None) -> int:
    """Run the program; returns the exit status."""
    if arguments is None:
        arguments = sys.argv[1:]
    if common.opens_window(arguments):
        status = common.guarded(lambda: _open_window(arguments))
        _leave_daemons_behind(status)
        return status
    return common.main(arguments)


def _open_window(arguments: list[str]) -> int:
    path = common.file_for_window(arguments)
    # Nothing of what a start makes is garbage; `application` lets it be collected again.
    gc.disable()
    from app.languages import settle_language

    language = settle_language()
    # Imported only now, as its tables hold texts.
    from app import application

    return application.run(path, language)


def _leave_daemons_behind(status: int) -> None:
    """End the process here and now if the engine is still at a step that nothing can interrupt.

    When the interpreter is taken down around a thread in native code, in the middle of
    `import torch` say, the process crashes. By now everything is saved, and nobody waits.
    """
    if any(thread.daemon for thread in threading.enumerate()):
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


if __name__ == "__main__":
    sys.exit(main())
