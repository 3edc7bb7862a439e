"""The engine's handlers for what comes into the store: describe, fetch, import a file."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

import filelock

from engine.context import Context
from engine.encoders.open_clip_model import check_fits, find_architecture
from engine.encoders.store.background import Steps, in_background
from engine.encoders.store.download import Download, Wanted
from engine.encoders.store.hashing import hash_steps
from engine.encoders.store.hub import UNKNOWN_LICENCE, ask_hub
from engine.encoders.store.jobs import forget
from engine.encoders.store.messages import DescribeModel, FetchModel, ImportModel
from engine.encoders.store.names import ModelName
from engine.encoders.store.offer import Offer
from engine.encoders.store.sources import Source, find_source, recommended
from engine.encoders.store.speed import measure
from engine.encoders.store.weights import Installed, WeightStore
from engine.errors import InputError
from engine.types import CancelToken, Progress

_COPY_BYTES = 8 * 1024**2


def describe(payload: DescribeModel, context: Context) -> Steps[Offer]:  # noqa: ARG001
    """Ask the hub for size, hash and licence, beside the engine thread."""
    name = ModelName.parse(payload.name)
    yield Progress(0.0, "Asking the hub")
    source = find_source(name)
    find_architecture(name)  # or nobody could use what comes
    return (yield from in_background(_ask(name, source), CancelToken(), "Asking the hub"))


def fetch(payload: FetchModel, context: Context) -> Steps[Installed]:
    """Download, check and install one model, and measure how fast it is here.

    Cancelled or cut off, what has arrived waits for the next fetch; the store is as it was.
    """
    offer = payload.offer
    name = offer.name
    store = WeightStore()
    store.prepare()
    with _alone(store, name):
        record = store.find(name)
        if record is None or record.sha256 != offer.sha256 or not _is_sound(store, name):
            origin = f"{offer.repository}@{offer.revision[:12]}"
            record = Installed(str(name), offer.size_bytes, offer.sha256, offer.licence, origin)
            part = store.part_path(name, offer.sha256)
            # A token of its own: being closed by the service cancels the download, too.
            token = CancelToken()
            download = Download(Wanted(offer.url, offer.size_bytes, offer.sha256), part, token)
            yield from in_background(_arrive(offer, download), token, f"Fetching {name}")
            try:
                check_fits(part, name, f"What arrived for {name}")
            except InputError:
                download.discard()
                raise
            store.install(name, part, record)
            forget(str(name), context)
    yield from measure(str(name), store, context)
    return record


def import_file(payload: ImportModel, context: Context) -> Steps[Installed]:
    """Copy a file of the user's into the store, as the weights of one model."""
    name, path = ModelName.parse(payload.name), payload.path
    if not path.is_file():
        raise InputError(f"There is no file {path}.")
    yield Progress(0.0, f"Looking at {path.name}")
    check_fits(path, name, path.name)
    source = recommended().get(name)
    store = WeightStore()
    store.prepare()
    with _alone(store, name), _temporary(store.part_path(name, "file")) as part:
        try:
            yield from _copy(path, part)
            sha256 = yield from _hash(part, f"Hashing {path.name}")
        except OSError as error:
            raise InputError(f"{path.name} cannot be copied ({error.strerror}).") from error
        if source is not None and source.sha256 not in (None, sha256):
            raise InputError(f"{path.name} is not the file that Strokewise has pinned for {name}.")
        # Whose file it is, only a pin can tell.
        licence = source.licence if source and source.sha256 else UNKNOWN_LICENCE
        check_fits(part, name, path.name)  # the original may have changed meanwhile
        size_bytes = part.stat().st_size
        record = Installed(str(name), size_bytes, sha256, licence, path.name)
        store.install(name, part, record)
    forget(str(name), context)
    yield from measure(str(name), store, context)
    return record


@contextlib.contextmanager
def _alone(store: WeightStore, name: ModelName) -> Iterator[None]:
    """Keep other Strokewise processes from changing that model meanwhile."""
    lock = filelock.FileLock(store.folder / f"{name.stem}.lock", blocking=False)
    try:
        lock.acquire()
    except filelock.Timeout as error:
        raise InputError(f"Another Strokewise is fetching {name} right now.") from error
    try:
        yield
    finally:
        lock.release()


@contextlib.contextmanager
def _temporary(path: Path) -> Iterator[Path]:
    """A file that is gone afterwards, unless it was renamed."""
    try:
        yield path
    finally:
        path.unlink(missing_ok=True)


def _ask(name: ModelName, source: Source) -> Steps[Offer]:
    yield Progress(0.0, "Asking the hub")
    return ask_hub(name, source)


def _arrive(offer: Offer, download: Download) -> Steps[None]:
    size_mb = offer.size_bytes / 1e6
    for done in download.run():
        text = f"{offer.name}: {done / 1e6:,.1f} of {size_mb:,.1f} MB"
        yield Progress(done / offer.size_bytes, text)


def _is_sound(store: WeightStore, name: ModelName) -> bool:
    try:
        store.checked_weights(name)
    except InputError:
        return False
    return True


def _copy(source: Path, target: Path) -> Steps[None]:
    size = source.stat().st_size
    with source.open("rb") as incoming, target.open("wb") as outgoing:
        while chunk := incoming.read(_COPY_BYTES):
            outgoing.write(chunk)
            yield Progress(min(1.0, incoming.tell() / size), f"Copying {source.name}")


def _hash(path: Path, text: str) -> Steps[str]:
    steps = hash_steps(path)
    size = path.stat().st_size
    while True:
        try:
            done = next(steps)
        except StopIteration as end:
            return str(end.value)
        yield Progress(min(1.0, done / size), text)
