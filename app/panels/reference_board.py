"""Pictures to draw from: any number, in the dock or on the page, never part of the drawing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QImage

from app.document.document import Document
from app.document.native_format import WHOLE, Photo
from app.panels.photo_loader import LoadedPhoto, PhotoLoader
from app.panels.photo_queue import PhotoQueue, Wish
from app.panels.placement import placed_on_page
from app.panels.reference import ReferencePhoto
from engine.strokes import Bounds

MIN_SIDE_PX = 8.0
"""A picture on the page cannot be made smaller, document px."""


class Place(Enum):
    """Where a picture is seen."""

    DOCK = "dock"
    UNDER = "under"
    ON_TOP = "on top"


@dataclass(frozen=True, eq=False)
class Reference:
    """One picture.

    Attributes:
        id: never used twice.
        name: for the user.
        path: the file it came from; None for a pasted one.
        image: for the screen; smaller than the file's.
        place: see `Place`.
        opacity: on the page, 0 to 1.
        locked: whether it stays where it is on the page.
        crop: the part that is shown, in shares of the whole: left, top, right, bottom.
        box: where the whole of it would lie on the page, document px.
        is_models: it is the photo that the models look at, which `ReferencePhoto` shows.
        source: what it was made from, if that is a photo of a document or was pasted.
    """

    id: int
    name: str
    path: Path | None
    image: QImage
    place: Place
    opacity: float
    box: Bounds
    locked: bool = False
    crop: Bounds = WHOLE
    is_models: bool = False
    source: Photo | None = None

    @property
    def photo(self) -> Photo:
        """As a document keeps it."""
        source = self.source or Photo(self.name)
        return replace(
            source,
            path=source.path if self.path is None else str(self.path),
            place=self.place.value,
            box=self.box,
            crop=self.crop,
            opacity=self.opacity,
            locked=self.locked,
        )

    @property
    def shown_box(self) -> Bounds:
        """Where the part that is shown lies on the page, document px."""
        x, y = self.box[0], self.box[1]
        width, height = self.box[2] - x, self.box[3] - y
        left, top, right, bottom = self.crop
        return x + width * left, y + height * top, x + width * right, y + height * bottom

    @property
    def shown_part(self) -> QRectF:
        """The part that is shown, in px of `image`."""
        width, height = self.image.width(), self.image.height()
        left, top, right, bottom = self.crop
        return QRectF(left * width, top * height, (right - left) * width, (bottom - top) * height)


class ReferenceBoard(QObject):
    """The pictures there are, and which one is selected. GUI thread.

    The photo that the models look at is among them, first, while there is one.

    Args:
        models: what the models look at.
        opacity: of a new picture, 0 to 1; asked each time.
    """

    changed = Signal()
    trouble = Signal(str)
    """One sentence for the user."""
    added = Signal()
    """A picture came that the user asked for."""

    def __init__(
        self,
        document: Document,
        loader: PhotoLoader,
        models: ReferencePhoto,
        opacity: Callable[[], float],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._queue = PhotoQueue(loader, self)
        self._models = models
        self._new_opacity = opacity
        self._items: tuple[Reference, ...] = ()
        self._selected = 0
        self._last_id = 0
        self._are_shown = True
        self._is_hidden_for_pen = False
        self._before_quick: dict[int, float] = {}
        self._lost: tuple[Photo, ...] = ()
        self._queue.loaded.connect(self._take)
        self._queue.lost.connect(self._lose)
        self._queue.failed.connect(self.trouble.emit)
        models.changed.connect(self._follow_models)

    @property
    def items(self) -> tuple[Reference, ...]:
        """All pictures, in the order they came; on the page, later ones lie higher."""
        return self._items

    @property
    def on_page(self) -> tuple[Reference, ...]:
        """Those seen on the page now, the models' photo too."""
        if not self.visible_on_page:
            return ()
        return tuple(
            each
            for each in self._items
            if each.place is not Place.DOCK and (self._models.is_shown or not each.is_models)
        )

    @property
    def selected(self) -> Reference | None:
        """The one that the controls are for."""
        return next((each for each in self._items if each.id == self._selected), None)

    @property
    def visible_on_page(self) -> bool:
        """Whether those on the page are to be seen now."""
        return self._are_shown and not self._is_hidden_for_pen

    @property
    def shown(self) -> bool:
        """Whether the user wants to see those on the page."""
        return self._are_shown

    def add_paths(self, paths: Iterable[Path]) -> None:
        """Load picture files; one that cannot be read is one sentence, the others come."""
        for path in paths:
            self._queue.load(path)

    def add_image(self, image: QImage) -> None:
        """Add a picture without a file."""
        self._queue.load_image(image)

    @property
    def photos(self) -> tuple[Photo, ...] | None:
        """As a document keeps them, but for the models' one; None while some are still to come.

        Photos of the document that could not be read are among them, so that it does not lose them.
        """
        if self._queue.restoring:
            return None
        return (*(each.photo for each in self._items if not each.is_models), *self._lost)

    def show_photos(self, photos: Iterable[Photo]) -> None:
        """These photos of a document instead of all pictures but the models' one."""
        self._queue.clear()
        self._lost = ()
        self._items = tuple(each for each in self._items if each.is_models)
        for photo in photos:
            self._queue.load_photo(photo)
        self.changed.emit()

    def select(self, item_id: int) -> None:
        """Let the controls be for another one."""
        if item_id != self._selected:
            self._selected = item_id
            self.changed.emit()

    def remove(self, item: Reference) -> None:
        """Away with it."""
        if item.is_models:
            self._models.remove()
            return
        place = self._index(item)
        self._items = tuple(each for each in self._items if each.id != item.id)
        if self._selected == item.id:
            rest = self._items[place : place + 1] or self._items[-1:]
            self._selected = rest[0].id if rest else 0
        self.changed.emit()

    def set_place(self, item: Reference, place: Place) -> None:
        """In the dock only, under the drawing, or on top of it."""
        self._replace(item, place=place)

    def set_locked(self, item: Reference, locked: bool) -> None:
        """Whether it stays where it is on the page."""
        self._replace(item, locked=locked)

    def set_opacity(self, item: Reference, opacity: float) -> None:
        """How strongly it shows on the page, 0 to 1."""
        if item.is_models:
            self._models.overlay.set_opacity(opacity)
        self._before_quick.pop(item.id, None)
        self._replace(item, opacity=opacity)

    def toggle_opacity(self, item: Reference, opacity: float) -> None:
        """To this opacity, or from it back to what it was before."""
        before = self._before_quick.get(item.id)
        if abs(item.opacity - opacity) < 1e-6:
            self.set_opacity(item, 1.0 if before is None else before)
        else:
            kept = item.opacity if before is None else before
            self.set_opacity(item, opacity)
            self._before_quick[item.id] = kept

    def set_crop(self, item: Reference, crop: Bounds) -> None:
        """Show a part, in shares of the whole; the rest is kept. Less than a pixel is refused."""
        left, top, right, bottom = (min(max(each, 0.0), 1.0) for each in crop)
        width, height = item.image.width(), item.image.height()
        if (right - left) * width >= 1 and (bottom - top) * height >= 1:
            self._replace(item, crop=(left, top, right, bottom))

    def move(self, item: Reference, dx: float, dy: float) -> None:
        """Move it on the page by document px, unless it is locked."""
        if not item.locked:
            x0, y0, x1, y1 = item.box
            self._replace(item, box=(x0 + dx, y0 + dy, x1 + dx, y1 + dy))

    def scale(self, item: Reference, factor: float, about: tuple[float, float]) -> None:
        """Make it larger or smaller around a place of the page, unless it is locked."""
        x0, y0, x1, y1 = item.box
        side = min(x1 - x0, y1 - y0)
        if item.locked or side * factor < MIN_SIDE_PX:
            return
        ax, ay = about
        box = (
            ax + (x0 - ax) * factor,
            ay + (y0 - ay) * factor,
            ax + (x1 - ax) * factor,
            ay + (y1 - ay) * factor,
        )
        self._replace(item, box=box)

    def set_shown(self, shown: bool) -> None:
        """Show those on the page, or hide them all."""
        self._are_shown = shown
        self._update_visibility()

    def hide_for_pen(self, hidden: bool) -> None:
        """Hide those on the page while something is drawn."""
        if hidden != self._is_hidden_for_pen:
            self._is_hidden_for_pen = hidden
            self._update_visibility()

    def use_for_models(self, item: Reference) -> None:
        """Let the models look at it: it lies on the page as their photo from now on."""
        if item.is_models:
            return
        self._replace(item, place=Place.DOCK)
        if item.path is not None and item.crop == WHOLE:
            self._models.load(item.path)
        else:
            self._models.load_image(item.image.copy(item.shown_part.toAlignedRect()))

    def _update_visibility(self) -> None:
        self._models.overlay.set_hidden(not self.visible_on_page)
        self.changed.emit()

    def _index(self, item: Reference) -> int:
        return next(i for i, each in enumerate(self._items) if each.id == item.id)

    def _replace(self, item: Reference, **changes: object) -> None:
        # A slider may hold on to an older state of the item.
        self._items = tuple(
            replace(each, **changes) if each.id == item.id else each for each in self._items
        )
        self.changed.emit()

    def _take(self, photo: LoadedPhoto, wish: Wish) -> None:
        self._last_id += 1
        item = Reference(
            self._last_id,
            photo.name,
            wish if isinstance(wish, Path) else None,
            photo.image,
            Place.DOCK,
            self._new_opacity(),
            self._box_on_page(photo.size_px),
            source=None if photo.content is None else Photo(photo.name, photo.content),
        )
        if isinstance(wish, Photo):
            item = replace(
                item,
                name=wish.name,
                place=Place(wish.place),
                opacity=wish.opacity,
                box=wish.box or item.box,
                locked=wish.locked,
                crop=wish.crop,
                source=wish,
            )
        self._items = (*self._items, item)
        self._selected = self._last_id
        self.changed.emit()
        if not isinstance(wish, Photo):
            self.added.emit()

    def _lose(self, photo: Photo) -> None:
        self._lost = (*self._lost, photo)
        self.changed.emit()

    def _follow_models(self) -> None:
        photo, placement = self._models.photo, self._models.placement
        others = tuple(each for each in self._items if not each.is_models)
        if photo is None or placement is None:
            self._items = others
            if self.selected is None and others:
                self._selected = others[0].id
        else:
            self._last_id += 1
            item = Reference(
                self._last_id,
                photo.name,
                None,
                photo.image,
                Place.UNDER,
                self._models.overlay.opacity,
                placement.box,
                locked=True,
                is_models=True,
            )
            self._items = (item, *others)
            if self.selected is None:
                self._selected = item.id
        self.changed.emit()

    def _box_on_page(self, size_px: tuple[int, int]) -> Bounds:
        drawing = self._document.drawing
        return placed_on_page(size_px, (drawing.width_px, drawing.height_px)).box
