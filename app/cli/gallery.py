"""`strokewise gallery`: a library of photos, and the photos most like a drawing."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from app.cli import common
from engine.encoders.store.weights import WeightStore
from engine.errors import InputError
from engine.photo import load_photo
from engine.retrieval.messages import (
    DescribeLibrary,
    Description,
    Fault,
    Found,
    Indexed,
    IndexPhotos,
    SearchPhotos,
    Shared,
    SharedCollection,
    SharePhotos,
    default_library,
)

NAME = "gallery"
HELP = (
    "Keep a library of photos and find those most like a drawing. Indexing may be interrupted at "
    "any time, and goes on where it was."
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """One action with its arguments."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    adding = actions.add_parser("add", help="index the photos in a folder and below it")
    adding.add_argument("folder", type=Path, metavar="FOLDER")
    searching = actions.add_parser("search", help="the photos most like a drawing")
    searching.add_argument(
        "sketch", type=Path, nargs="?", metavar="SKETCH", help="an SVG, or a picture of a drawing"
    )
    searching.add_argument(
        "-k", type=int, default=10, metavar="K", help="how many at most (default: 10)"
    )
    searching.add_argument(
        "--photo", action="store_true", help="SKETCH is a photo: find more like it"
    )
    searching.add_argument("--words", default="", help="narrow by words; needs a CLIP encoder")
    searching.add_argument("--within", type=Path, metavar="FOLDER", help="only below this folder")
    sharing = actions.add_parser(
        "share", help="put the library's photos into a collection on a Qdrant server too"
    )
    for action in (searching, sharing):
        action.add_argument(
            "--qdrant",
            metavar="URL",
            required=action is sharing,
            help="of a Qdrant server; its key, if it wants one, in QDRANT_API_KEY",
        )
        action.add_argument(
            "--collection",
            metavar="NAME",
            default="photos",
            help="on that server (default: %(default)s)",
        )
    actions.add_parser("update", help="look for new, changed and deleted photos")
    removing = actions.add_parser("remove", help="forget a folder; its files stay")
    removing.add_argument("folder", type=Path, metavar="FOLDER")
    actions.add_parser("status", help="what is in the library")
    for action in actions.choices.values():
        action.add_argument(
            "--library", type=Path, default=None, metavar="DIR", help="default: that of the window"
        )
        action.add_argument("--encoder", metavar="E", help="default: that in use")


def run(args: argparse.Namespace) -> dict[str, object]:
    """Do it.

    Raises:
        InputError: the folder, the sketch, the library or the encoder is at fault.
    """
    args.library = args.library or default_library()
    args.encoder = args.encoder or WeightStore().in_use
    return _ACTIONS[args.action](args)


def _add(args: argparse.Namespace) -> dict[str, object]:
    if not args.folder.is_dir():
        raise InputError(f"{args.folder} is not a folder.")
    return _index(IndexPhotos(args.library, args.encoder, add=(args.folder,)))


def _update(args: argparse.Namespace) -> dict[str, object]:
    _check_is_library(args.library)
    return _index(IndexPhotos(args.library, args.encoder))


def _remove(args: argparse.Namespace) -> dict[str, object]:
    _check_is_library(args.library)
    return _index(IndexPhotos(args.library, args.encoder, remove=(args.folder,)))


def _index(payload: IndexPhotos) -> dict[str, object]:
    done: Indexed = common.run_job("photos.index", payload)
    return {
        "added": done.added,
        "skipped": done.skipped,
        "failed": done.failed,
        "moved": done.moved,
        "duplicates": done.duplicates,
        "removed": done.removed,
        "seconds": round(done.seconds, 3),
        "failures": _faults(done.faults),
    }


def _search(args: argparse.Namespace) -> dict[str, object]:
    if args.k < 1:
        raise InputError("-k must be at least 1.")
    shared = SharedCollection(args.qdrant, args.collection) if args.qdrant else None
    if shared is None:
        _check_is_library(args.library)
    payload = SearchPhotos(
        args.library,
        words=args.words,
        # A shared photo's folder need not be on this machine.
        within=args.within.resolve() if args.within and not shared else args.within,
        hits=args.k,
        encoder=args.encoder,
        thumbnails=False,
        shared=shared,
    )
    if args.sketch is not None:
        payload = replace(payload, **_query(args.sketch, args.photo))
    found: Found = common.run_job("photos.search", payload)
    return {
        "hits": [
            {"path": hit.path, "score": round(hit.score, 6), "guess": hit.guess}
            for hit in found.hits
        ],
        "seconds": round(found.seconds, 4),
        "photos": found.photos,
        "encoder": found.encoder,
    }


def _share(args: argparse.Namespace) -> dict[str, object]:
    _check_is_library(args.library)
    shared = SharedCollection(args.qdrant, args.collection)
    payload = SharePhotos(args.library, shared, args.encoder)
    done: Shared = common.run_job("photos.share", payload)
    return {"added": done.added, "known": done.known, "seconds": round(done.seconds, 3)}


def _query(path: Path, is_photo: bool) -> dict[str, Any]:
    """The part of the payload that says what to search by."""
    if path.suffix.lower() == ".svg":
        from app.document.stacking import visible_strokes
        from app.document.svg_read import read_svg

        drawing = read_svg(path)
        strokes = tuple(np.asarray(stroke.xy) for stroke in visible_strokes(drawing))
        if not strokes:
            raise InputError(f"{path.name} has no strokes to search by.")
        return {"strokes": strokes}
    return {"photo" if is_photo else "image": load_photo(path).rgb}


def _status(args: argparse.Namespace) -> dict[str, object]:
    _check_is_library(args.library)
    now: Description = common.run_job("photos.describe", DescribeLibrary(args.library))
    return {
        "library": args.library,
        "folders": list(now.folders),
        "photos": now.photos,
        "files": now.files,
        "indexed": now.indexed,
        "failures": _faults(now.faults),
    }


def _check_is_library(folder: Path) -> None:
    """Do not make an empty library where the user expects one."""
    from engine.retrieval.database import FILE_NAME

    if not (folder / FILE_NAME).is_file():
        raise InputError(
            f"There is no photo library in {folder}; `strokewise gallery add` makes one."
        )


def _faults(faults: tuple[Fault, ...]) -> list[dict[str, object]]:
    return [{"path": fault.path, "reason": fault.reason} for fault in faults]


_ACTIONS: Mapping[str, Callable[[argparse.Namespace], dict[str, object]]] = {
    "add": _add,
    "search": _search,
    "share": _share,
    "update": _update,
    "remove": _remove,
    "status": _status,
}
