"""What is drawn again: the reference photo or a part of it, selected strokes, or all of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from app.document.document import Document
from app.document.drawing import Drawing
from app.document.selection import Selection
from app.document.stacking import visible_ids
from app.document.stroke import Stroke
from app.panels.placement import Placement
from app.panels.reference import ReferencePhoto
from app.tools.base import InkStyle
from engine.sketchembed.messages import PictureSource, Source, StrokeSource
from engine.strokes import Bounds, FloatArray


class SourceKind(StrEnum):
    """Where a source comes from. Where the wished one cannot be had, the first that can."""

    SELECTION = "selection"
    DRAWING = "drawing"
    PHOTO = "photo"


@dataclass(frozen=True, eq=False)
class Chosen:
    """A source with its place on the page.

    Attributes:
        source: for the engine.
        placement: from px of the photo to those of the page; None for strokes.
        style: of the strokes to come.
        originals: the strokes that the new ones may take the place of.
    """

    source: Source
    placement: Placement | None
    style: InkStyle
    originals: tuple[Stroke, ...] = ()

    def to_page(self, line: FloatArray) -> FloatArray:
        """(N, 2) px of the source to document px."""
        return line if self.placement is None else self.placement.to_page(line)


class SourceChoice(QObject):
    """Which of the sources counts. GUI thread.

    Args:
        ink: how new ink looks now.
    """

    changed = Signal()
    """Another source counts, or there are others."""

    def __init__(
        self,
        document: Document,
        selection: Selection,
        reference: ReferencePhoto,
        ink: Callable[[], InkStyle],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._selection = selection
        self._reference = reference
        self._ink = ink
        self._wish = SourceKind.SELECTION
        self._region: Bounds | None = None
        self._had_strokes = bool(document.drawing.strokes)
        reference.changed.connect(self._on_photo)
        self._ends = (
            selection.subscribe(lambda _: self.changed.emit()),
            document.subscribe(lambda _: self._on_document()),
        )

    @property
    def kinds(self) -> tuple[SourceKind, ...]:
        """What can be chosen now."""
        possible = {
            SourceKind.SELECTION: bool(self._selection.ids),
            SourceKind.DRAWING: bool(self._document.drawing.strokes),
            SourceKind.PHOTO: self._reference.photo is not None,
        }
        return tuple(kind for kind in SourceKind if possible[kind])

    @property
    def kind(self) -> SourceKind | None:
        """What counts now; None if there is nothing."""
        kinds = self.kinds
        if self._wish in kinds:
            return self._wish
        return kinds[0] if kinds else None

    @property
    def region(self) -> Bounds | None:
        """The part of the photo that counts, px of the photo; None for all of it."""
        return self._region

    def choose(self, kind: SourceKind) -> None:
        """Draw this again from now on."""
        before, self._wish = self.kind, kind
        if before is not self.kind:
            self.changed.emit()

    def set_region(self, region: Bounds | None) -> None:
        """See `region`."""
        self._region = region
        self.changed.emit()

    def chosen(self, kind: SourceKind | None = None) -> Chosen | None:
        """A source as it is now, by default the one that counts; None if there is nothing."""
        match kind or self.kind:
            case SourceKind.PHOTO if self._reference.photo is not None:
                rgb = self._reference.photo.photo.rgb
                return Chosen(
                    PictureSource(rgb, self._region), self._reference.placement, self._ink()
                )
            case SourceKind.SELECTION if self._selection.ids:
                return strokes_chosen(self._selection.strokes)
            case SourceKind.DRAWING:
                drawing = self._document.drawing
                seen = tuple(drawing.strokes[i] for i in visible_ids(drawing))
                return strokes_chosen(seen) if seen else None
        return None

    def release(self) -> None:
        """Follow nothing any more."""
        for end in self._ends:
            end()

    def _on_photo(self) -> None:
        self._region = None
        self.changed.emit()

    def _on_document(self) -> None:
        has_strokes = bool(self._document.drawing.strokes)
        if has_strokes != self._had_strokes:
            self._had_strokes = has_strokes
            self.changed.emit()


def strokes_chosen(strokes: tuple[Stroke, ...]) -> Chosen:
    """Strokes, at least one, to be drawn again in the style of the first."""
    source = StrokeSource(tuple(stroke.xy for stroke in strokes))
    return Chosen(source, None, style_of(strokes[0]), strokes)


def style_of(stroke: Stroke) -> InkStyle:
    """How a stroke looks."""
    return InkStyle(stroke.width_px, stroke.colour, stroke.opacity)


def styled(lines: tuple[FloatArray, ...], style: InkStyle) -> tuple[Stroke, ...]:
    """(N, 2) polylines in document px as strokes of a drawing."""
    return tuple(
        Stroke.from_polyline(line, style.width_px, style.colour, style.opacity) for line in lines
    )


def with_others_in_place(
    drawing: Drawing, ids: frozenset[int], strokes: tuple[Stroke, ...]
) -> Drawing:
    """With `strokes` instead of those of `ids`, in the place and on the layer of the first.

    Raises:
        InputError: one of `ids` is on a locked layer.
    """
    first = min(ids)
    layer = drawing.strokes[first].layer
    pieces: dict[int, tuple[Stroke, ...]] = dict.fromkeys(ids, ())
    pieces[first] = tuple(stroke.on_layer(layer) for stroke in strokes)
    return drawing.dividing(pieces)
