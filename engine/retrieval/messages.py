"""What the program asks the library's jobs, and what they answer. Free of torch."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

import platformdirs

from engine.strokes import FloatArray

DEFAULT_HITS = 24
PhotoId: TypeAlias = int | str
"""A photo's number in the own library, or what a shared collection knows it by."""


def default_library() -> Path:
    """The folder of the user's own library."""
    return platformdirs.user_data_path("strokewise", appauthor=False) / "photos"


@dataclass(frozen=True, slots=True)
class SharedCollection:
    """Photos that several people search, on a Qdrant server.

    Attributes:
        url: of the server, "http://pictures.local:6333" say.
        name: of the collection there.
    """

    url: str
    name: str

    def __str__(self) -> str:
        return f"{self.name} at {self.url}"


@dataclass(frozen=True, slots=True)
class IndexPhotos:
    """Job "photos.index": bring the library up to date with its folders; answers `Indexed`.

    Stopping it is harmless: what is indexed stays, and the next one goes on from there.

    Attributes:
        library: the library's folder; made if it is not there.
        encoder: see `Context.encoder`.
        add: folders to look into from now on, besides those it knows.
        remove: folders to forget, with their photos (the files stay, of course).
        only: look into these of its folders only; empty for all.
    """

    library: Path
    encoder: str = "bundled"
    add: tuple[Path, ...] = ()
    remove: tuple[Path, ...] = ()
    only: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Fault:
    """A file or folder that could not be taken in. `reason` is a sentence without its end."""

    path: Path
    reason: str


@dataclass(frozen=True, slots=True)
class Indexed:
    """What an `IndexPhotos` did. Every file counts in one of added, skipped and failed.

    Attributes:
        added: photos that were not there before, or not with this content.
        skipped: files with nothing new: unchanged, moved, or copies of another one.
        failed: files and folders that could not be taken in; `faults` says which and why.
        moved: of the skipped, those known from a place where they are no longer.
        duplicates: of the skipped, copies of another file.
        removed: files that are gone.
        embedded: photos the encoder looked at: those added, and those only an older encoder knew.
        seconds: that it took.
    """

    added: int
    skipped: int
    failed: int
    moved: int
    duplicates: int
    removed: int
    embedded: int
    seconds: float
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchPhotos:
    """Job "photos.search": the photos most like a query; answers `Found`.

    Of `strokes`, `image`, `photo` and `like` at most one is given; without any, `words` are the
    query, with one they narrow the search to the photos they fit best.

    Attributes:
        library: the library's folder.
        strokes: polylines (N, 2) of a drawing, any unit, y down; place and size do not matter.
        image: (H, W, 3) uint8 RGB of a drawing.
        photo: (H, W, 3) uint8 RGB of a photo, to find more like it.
        like: the id of a photo in the library, or the collection, to find more like it.
        words: what is to be seen; needs an encoder with a text tower.
        within: look at the photos below this folder only; with the bundled encoder a drawing's best
            ones there are ordered by comparing places, too (`engine.retrieval.reranking`).
        hits: how many, at most.
        encoder: see `Context.encoder`.
        thumbnails: whether the hits bring theirs along.
        shared: search this collection, not the library.
    """

    library: Path
    strokes: tuple[FloatArray, ...] = ()
    image: object = field(default=None, compare=False)
    photo: object = field(default=None, compare=False)
    like: PhotoId | None = None
    words: str = ""
    within: Path | None = None
    hits: int = DEFAULT_HITS
    encoder: str = "bundled"
    thumbnails: bool = True
    shared: SharedCollection | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """One photo.

    Attributes:
        id: see `PhotoId`.
        path: a file that holds it; of a shared photo, where it was when it was shared.
        score: cosine of its embedding and of what found it, -1 to 1: the query, or a drawing taken
            for what it may become. Where places were compared, hits are not in its order.
        thumbnail: a small JPEG file, or b"".
        guess: what the drawing was taken for, by its category's name; "" for the query as it is.
    """

    id: PhotoId
    path: Path
    score: float
    thumbnail: bytes = b""
    guess: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """The best hits, best first.

    Attributes:
        hits: see `Hit`.
        photos: how many were searched.
        encoder: the fingerprint of the encoder whose embeddings were searched.
        is_current: whether that is the encoder asked for (an older one answers while the library
            is indexed anew).
        seconds: that the search took.
    """

    hits: tuple[Hit, ...]
    photos: int
    encoder: str
    is_current: bool
    seconds: float


@dataclass(frozen=True, slots=True)
class DescribeLibrary:
    """Job "photos.describe": answers a `Description`. Looks at no photo.

    Attributes:
        encoder: whose progress to tell.
        has_words: ask the encoder whether it understands words (loads it).
    """

    library: Path
    encoder: str = "bundled"
    has_words: bool = False


@dataclass(frozen=True, slots=True)
class DescribeShared:
    """Job "photos.shared": is the collection there, and what is in it; answers a `Description`.

    Attributes:
        encoder: must be the one that the collection was made with.
    """

    shared: SharedCollection
    encoder: str = "bundled"


@dataclass(frozen=True, slots=True)
class SharePhotos:
    """Job "photos.share": put a library's photos into a collection too; answers `Shared`.

    The collection is made if it is not there. What it holds already, from whomever, stays.
    """

    library: Path
    shared: SharedCollection
    encoder: str = "bundled"


@dataclass(frozen=True, slots=True)
class Shared:
    """What a `SharePhotos` did.

    Attributes:
        added: photos that the collection did not have.
        known: photos that it had.
        seconds: that it took.
    """

    added: int
    known: int
    seconds: float


@dataclass(frozen=True, slots=True)
class FolderRow:
    """A folder with photos right in it, and how many there are."""

    path: Path
    photos: int


@dataclass(frozen=True, slots=True)
class Description:
    """What is in a library.

    Attributes:
        folders: those the user added.
        places: every folder that has photos right in it, by path.
        photos: different pictures.
        files: files that hold them.
        faults: what could not be taken in.
        indexed: embeddings by the fingerprint of their encoder.
        understands_words: whether the encoder has a text tower; False if it was not asked.
    """

    folders: tuple[Path, ...]
    places: tuple[FolderRow, ...]
    photos: int
    files: int
    faults: tuple[Fault, ...]
    indexed: dict[str, int]
    understands_words: bool = False
