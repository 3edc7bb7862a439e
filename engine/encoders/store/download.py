"""A resumable download into a `.part` file, held to a size and a SHA-256."""

from __future__ import annotations

import http.client
import re
import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from engine.encoders.store.hashing import hash_steps
from engine.encoders.store.http import ConnectionLost, RangeRefused, open_url
from engine.errors import InputError
from engine.types import CancelToken

_CHUNK_BYTES = 256 * 1024
_SPARE_BYTES = 64 * 1024**2
"""Room left on the disk after the download: a full one troubles more than this program."""
_FRUITLESS_ATTEMPTS = 3
_PAUSE_S = 0.5
_CONTENT_RANGE = re.compile(r"bytes (\d+)-\d+/(\d+|\*)")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to arrive: `size_bytes` of `url`, with that SHA-256 (hexadecimal)."""

    url: str
    size_bytes: int
    sha256: str


class Download:
    """One file on its way into `part`.

    The `.part` file survives a lost connection and a cancelled download: the next one goes on
    where this one ended (HTTP Range, guarded by the entity tag, RFC 9110 sections 13.1.5, 14.2).
    It does not survive a wrong size, a wrong hash or a disk without room.

    Args:
        wanted: what is to arrive.
        part: where; nothing else may write there meanwhile.
        token: cancelling it ends the download before it writes anything more.
    """

    def __init__(self, wanted: Wanted, part: Path, token: CancelToken | None = None) -> None:
        self.wanted = wanted
        self.part = part
        self._token = token if token is not None else CancelToken()
        self._tag_file = part.with_name(part.name + ".etag")

    def run(self) -> Iterator[int]:
        """Download; yields the number of bytes on the disk, often.

        Blocks while the server is silent, at most 30 s at a time.

        Raises:
            Cancelled: the token was cancelled.
            InputError: it did not succeed; one sentence says why.
        """
        if self._size() > self.wanted.size_bytes:
            self.discard()
        self._check_room()
        fruitless = 0
        while (size := self._size()) < self.wanted.size_bytes:
            try:
                yield from self._go_on_from(size)
            except ConnectionLost as error:
                fruitless = 0 if self._size() > size else fruitless + 1
                if fruitless == _FRUITLESS_ATTEMPTS:
                    raise InputError(self._lost_sentence()) from error
                time.sleep(_PAUSE_S * fruitless)
        yield from self._check_hash()
        self._tag_file.unlink(missing_ok=True)

    def discard(self) -> None:
        """Remove what has arrived."""
        self.part.unlink(missing_ok=True)
        self._tag_file.unlink(missing_ok=True)

    def _go_on_from(self, size: int) -> Iterator[int]:
        """One request, from byte `size` on. Ends early only by an exception."""
        headers = {}
        if size:
            headers["Range"] = f"bytes={size}-"
            if self._tag_file.exists():
                headers["If-Range"] = self._tag_file.read_text("latin-1")
        try:
            answer = open_url(self.wanted.url, headers)
        except RangeRefused as error:
            self.discard()  # so the next attempt starts from nothing
            raise ConnectionLost("no such range") from error
        with answer:
            self._token.raise_if_cancelled()
            partial = answer.status == http.client.PARTIAL_CONTENT
            self._check_announcement(answer, size, partial=partial)
            try:
                if not partial:
                    self._note_tag(answer.headers.get("ETag", ""))
                file = self.part.open("ab" if partial else "wb", buffering=0)
            except OSError as error:
                raise InputError(self._disk_sentence(error)) from error
            with file:
                yield from self._receive(answer, file, size if partial else 0)

    def _check_announcement(
        self, answer: http.client.HTTPResponse, size: int, *, partial: bool
    ) -> None:
        """Refuse, before any of it is written, a file that cannot be the wanted one."""
        start, total = 0, answer.headers.get("Content-Length", "*")
        if partial:
            match = _CONTENT_RANGE.fullmatch(answer.headers.get("Content-Range", ""))
            start, total = (int(match[1]), match[2]) if match else (-1, "*")
        if start != (size if partial else 0) or total not in ("*", str(self.wanted.size_bytes)):
            self.discard()
            raise InputError(
                "The server offers another file than the hub describes, so it was not fetched."
            )

    def _receive(
        self, answer: http.client.HTTPResponse, file: IO[bytes], done: int
    ) -> Iterator[int]:
        while done < self.wanted.size_bytes:
            try:
                chunk = answer.read1(_CHUNK_BYTES)
            except (OSError, http.client.HTTPException) as error:
                raise ConnectionLost(str(error)) from error
            if not chunk:
                raise ConnectionLost("the server closed the connection")
            self._token.raise_if_cancelled()
            done += len(chunk)
            if done > self.wanted.size_bytes:
                self.discard()
                raise InputError("More arrived than the hub announced, so it was thrown away.")
            try:
                file.write(chunk)
            except OSError as error:
                self.discard()
                raise InputError(self._disk_sentence(error)) from error
            yield done

    def _note_tag(self, tag: str) -> None:
        """Keep the entity tag for `If-Range`, which allows strong ones only."""
        if tag.startswith('"'):
            self._tag_file.write_text(tag, "latin-1")
        else:
            self._tag_file.unlink(missing_ok=True)

    def _check_room(self) -> None:
        missing = self.wanted.size_bytes - self._size()
        free = shutil.disk_usage(self.part.parent).free
        if missing + _SPARE_BYTES > free:
            raise InputError(
                f"The disk has {free / 1e6:,.0f} MB left, too little for the "
                f"{missing / 1e6:,.0f} MB that are to be fetched."
            )

    def _check_hash(self) -> Iterator[int]:
        """Hash what lies on the disk, not what passed by."""
        steps = hash_steps(self.part)
        while True:
            try:
                next(steps)
            except StopIteration as end:
                if end.value == self.wanted.sha256:
                    return
                self.discard()
                raise InputError(
                    "What arrived does not have the SHA-256 it should have, so it was thrown away."
                ) from None
            yield self.wanted.size_bytes

    def _size(self) -> int:
        try:
            return self.part.stat().st_size
        except FileNotFoundError:
            return 0

    def _lost_sentence(self) -> str:
        done, size = self._size() / 1e6, self.wanted.size_bytes / 1e6
        return (
            f"The connection was lost at {done:,.1f} of {size:,.1f} MB; "
            "fetch again and it goes on from there."
        )

    def _disk_sentence(self, error: OSError) -> str:
        return f"The download cannot be stored ({error.strerror}), so it was thrown away."
