"""A collection on a Qdrant server, in the library's terms. The one place that knows the client.

Each photo is a point: the encoder's embedding (cosine), and a payload that says where the file is
("path"), in which folder ("folder") and below which ones ("folders"), and brings a "thumbnail"
(JPEG, base64). The collection's metadata record the encoder's fingerprint.
"""

from __future__ import annotations

import base64
import os
import uuid
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from engine.errors import InputError
from engine.retrieval.messages import FolderRow, Hit, PhotoId, SharedCollection
from engine.retrieval.queries import WORDS_KEEP, WORDS_KEEP_AT_LEAST

if TYPE_CHECKING:
    from qdrant_client import QdrantClient

TIMEOUT_S = 5
KEY_VARIABLE = "QDRANT_API_KEY"
"""Where the key to the server is looked for: it is not for the settings file."""
_FINGERPRINT = "strokewise_encoder"
_MOST_FOLDERS = 1000


def open_client(url: str) -> QdrantClient:
    """A client of the server; nothing is asked yet.

    Raises:
        InputError: the client is not installed, or the address is none.
    """
    try:
        from qdrant_client import QdrantClient
    except ImportError as error:
        raise InputError(
            'Shared collections need Qdrant\'s client: pip install "strokewise[qdrant]".'
        ) from error
    try:
        # Comparing versions would ask the server, and warn if it does not answer.
        return QdrantClient(
            url=url,
            api_key=os.environ.get(KEY_VARIABLE),
            timeout=TIMEOUT_S,
            check_compatibility=False,
        )
    except Exception as error:
        raise InputError(f"{url} is not the address of a Qdrant server ({error}).") from error


@dataclass(frozen=True, eq=False)
class SharedPhoto:
    """What is put into a collection.

    Attributes:
        sha256: of the file: the same photo is one point, whoever shares it.
        vector: (D,) its embedding.
        path, thumbnail: as in `Hit`.
    """

    sha256: bytes
    vector: NDArray[np.float32]
    path: Path
    thumbnail: bytes

    @property
    def id(self) -> str:
        """What the collection knows it by."""
        return str(uuid.UUID(bytes=self.sha256[:16]))


class Collection:
    """One collection. Every call may take as long as the network does.

    Raises (every method):
        InputError: the server does not answer, does not let one in, or lacks the collection.
    """

    def __init__(self, client: QdrantClient, where: SharedCollection) -> None:
        self._client = client
        self._where = where

    def check(self, fingerprint: str) -> int:
        """How many photos it holds.

        Raises:
            InputError: besides, it was made with another encoder, or not by Strokewise.
        """
        with self._sentences():
            found = self._client.get_collection(self._where.name)
        recorded = (found.config.metadata or {}).get(_FINGERPRINT)
        params = found.config.params.vectors
        if recorded is None or getattr(params, "distance", None) != "Cosine":
            raise InputError(
                f"The collection {self._where} does not say which encoder made it; "
                "fill one with `strokewise gallery share`."
            )
        if recorded != fingerprint:
            raise InputError(
                f"The collection {self._where} was made with the encoder {recorded}, not with "
                f"{fingerprint}; choose that one under Tools > Models, or another collection."
            )
        return found.points_count or 0

    def search(
        self,
        query: NDArray[np.float32] | str | None,
        words: NDArray[np.float32] | None,
        within: Path | None,
        hits: int,
        photos: int,
    ) -> tuple[Hit, ...]:
        """The best hits, best first.

        Args:
            query: (D,) unit vector, or the id of a photo in the collection; None to search by the
                words alone.
            words: (D,) unit vector; with a query it is searched among the photos they fit best.
            within: search below this folder only.
            hits: how many, at most.
            photos: how many there are.
        """
        from qdrant_client import models

        below = None
        if within is not None:
            match = models.MatchValue(value=_text(within))
            below = models.Filter(must=[models.FieldCondition(key="folders", match=match)])
        prefetch = None
        if query is not None and words is not None:
            keep = max(WORDS_KEEP_AT_LEAST, round(WORDS_KEEP * photos))
            prefetch = models.Prefetch(query=words.tolist(), limit=keep, filter=below)
        asked = words if query is None else query
        # What may be missing by now, besides the collection, is the photo that is asked by.
        missing = "This photo is no longer in the collection." if isinstance(query, str) else ""
        with self._sentences(missing):
            found = self._client.query_points(
                self._where.name,
                query=asked.tolist() if isinstance(asked, np.ndarray) else asked,
                prefetch=prefetch,
                query_filter=None if prefetch else below,
                limit=hits,
                with_payload=True,
            )
        return tuple(_hit(point) for point in found.points)

    def search_each(
        self, queries: Sequence[NDArray[np.float32]], hits: int
    ) -> list[tuple[Hit, ...]]:
        """The best hits of each of several (D,) unit vectors, best first, in one request."""
        from qdrant_client import models

        requests = [
            models.QueryRequest(query=query.tolist(), limit=hits, with_payload=True)
            for query in queries
        ]
        with self._sentences():
            found = self._client.query_batch_points(self._where.name, requests)
        return [tuple(_hit(point) for point in each.points) for each in found]

    def folders(self) -> tuple[FolderRow, ...]:
        """Those with photos right in them."""
        with self._sentences():
            found = self._client.facet(self._where.name, key="folder", limit=_MOST_FOLDERS)
        rows = [FolderRow(Path(str(each.value)), each.count) for each in found.hits]
        return tuple(sorted(rows, key=lambda row: row.path))

    def make(self, fingerprint: str, dimensions: int) -> None:
        """Make the collection unless it is there.

        Raises:
            InputError: besides, the server is too old to record the fingerprint.
        """
        from qdrant_client import models

        with self._sentences():
            if self._client.collection_exists(self._where.name):
                return
            size = models.VectorParams(size=dimensions, distance=models.Distance.COSINE)
            self._client.create_collection(
                self._where.name, vectors_config=size, metadata={_FINGERPRINT: fingerprint}
            )
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # in-process collections need no such index
                for key in ("folder", "folders"):
                    self._client.create_payload_index(
                        self._where.name, key, models.PayloadSchemaType.KEYWORD
                    )
            config = self._client.get_collection(self._where.name).config
        if not config.metadata:
            raise InputError(f"{self._where.url} is too old; Qdrant 1.16 or newer is needed.")

    def lacking(self, photos: Sequence[SharedPhoto]) -> list[SharedPhoto]:
        """Those that it does not hold."""
        with self._sentences():
            found = self._client.retrieve(
                self._where.name, [each.id for each in photos], with_payload=False
            )
        known = {str(each.id) for each in found}
        return [each for each in photos if each.id not in known]

    def put(self, photos: Sequence[SharedPhoto]) -> None:
        """Add these."""
        from qdrant_client import models

        points = [
            models.PointStruct(id=each.id, vector=each.vector.tolist(), payload=_payload(each))
            for each in photos
        ]
        with self._sentences():
            self._client.upsert(self._where.name, points)

    @contextmanager
    def _sentences(self, missing: str = "") -> Iterator[None]:
        """Turn what the client raises into one sentence for the user.

        Args:
            missing: what to say if something is not there; by default that the collection is not.
        """
        from qdrant_client.http.exceptions import ResponseHandlingException, UnexpectedResponse

        try:
            yield
        except UnexpectedResponse as error:
            refusal = self._refusal(error.status_code, error.reason_phrase, missing)
            raise InputError(refusal) from error
        except ResponseHandlingException as error:
            reason = str(error.source) or type(error.source).__name__
            raise InputError(f"{self._where.url} does not answer ({reason}).") from error
        except ValueError as error:  # an address without sense; or the in-process server's 404
            if "not found" in str(error):
                raise InputError(self._refusal(404, "", missing)) from error
            raise InputError(f"{self._where.url} cannot be asked ({error}).") from error

    def _refusal(self, status: int | None, reason: str, missing: str) -> str:
        url, name = self._where.url, self._where.name
        if status == 404:
            return missing or f'There is no collection "{name}" at {url}.'
        if status in (401, 403):
            return f"{url} does not let you in; set {KEY_VARIABLE} to a key that it knows."
        return f"{url} refuses ({status} {reason})."


def _payload(photo: SharedPhoto) -> dict[str, Any]:
    return {
        "path": _text(photo.path),
        "folder": _text(photo.path.parent),
        "folders": [_text(each) for each in photo.path.parents],
        "thumbnail": base64.b64encode(photo.thumbnail).decode(),
    }


def _hit(point: Any) -> Hit:
    payload = point.payload or {}
    number: PhotoId = point.id
    thumbnail = base64.b64decode(payload.get("thumbnail", ""))
    return Hit(number, Path(payload.get("path", str(number))), float(point.score), thumbnail)


def _text(path: Path) -> str:
    """A path as JSON can hold it: names that are no text lose what is none."""
    return os.fsencode(path).decode(errors="replace")
