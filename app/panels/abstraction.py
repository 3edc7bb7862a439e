"""From a photo to a sketch of n strokes: what the Abstract dock shows and does."""

from __future__ import annotations

from enum import Enum
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from app.bridge.engine_bridge import EngineBridge
from app.canvas.outline import FloatArray
from app.document.document import Document
from app.document.selection import Selection
from app.document.stacking import visible_ids
from app.document.stroke import Stroke
from app.panels.known_sketches import Ground
from app.panels.photo_loader import LoadedPhoto
from app.panels.reference import ReferencePhoto
from app.panels.sketch_on_page import Sketch, SketchOnPage
from app.panels.sketching import RESTART_AFTER_MS, Sketching
from app.panels.subject import Subject
from app.settings import ABSTRACT_STROKES, Settings
from app.translation import tr
from engine.abstraction.messages import Abstraction
from engine.errors import InputError
from engine.strokes import Bounds

MIN_STROKES = 4


class Phase(Enum):
    """What is going on."""

    EMPTY = "empty"
    """No photo."""
    LOADING = "loading"
    """A photo is being read."""
    RUNNING = "running"
    """The engine draws."""
    IDLE = "idle"
    """A photo, and nothing going on that anybody waits for."""


class Around(Enum):
    """Which strokes of the drawing a sketch is made to go with."""

    NOTHING = "nothing"
    DRAWING = "drawing"
    """All that can be seen."""
    SELECTION = "selection"


class AbstractionSession(QObject):
    """One photo, one sketch in the making. GUI thread.

    The sketch is a preview on the canvas until `keep`; the document stays as it is till then, and
    one may draw on it all the while. The best sketch so far outlives `cancel`.

    Args:
        selection: of the document's strokes.
        reference: the photo that is sketched.
    """

    changed = Signal()
    """Anything a panel shows may be another."""
    trouble = Signal(str)
    """One sentence for the user."""

    def __init__(
        self,
        bridge: EngineBridge,
        document: Document,
        selection: Selection,
        reference: ReferencePhoto,
        settings: Settings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.on_page = SketchOnPage(settings, self)
        self.subject = Subject(bridge, self)
        self.sketching = Sketching(bridge, self)
        self._document = document
        self._selection = selection
        self._reference = reference
        self.encoder = "bundled"
        """The encoder that the next sketch is optimised with."""
        self._strokes = settings.get(ABSTRACT_STROKES)
        self._seed = 0
        self._around = Around.NOTHING
        self._region: Bounds | None = None
        self._text: str | None = ""
        self._starts_with_photo = False
        self._waits_for_subject = False
        self._wants_fewest = False
        reference.loading.connect(self._on_loading)
        reference.changed.connect(self._on_photo)
        reference.stayed.connect(self._on_stayed)
        reference.shown_changed.connect(lambda _: self.changed.emit())
        self.subject.changed.connect(self._on_subject)
        self.subject.settled.connect(self._on_settled)
        self.sketching.found.connect(self._take)
        self.sketching.changed.connect(self._on_sketching)
        self.sketching.trouble.connect(self.trouble)

    # --- What there is -------------------------------------------------------------------------

    @property
    def phase(self) -> Phase:
        """What is going on."""
        if self._reference.is_loading:
            return Phase.LOADING
        if self.photo is None:
            return Phase.EMPTY
        is_running = self._waits_for_subject or self.sketching.running
        return Phase.RUNNING if is_running else Phase.IDLE

    @property
    def photo(self) -> LoadedPhoto | None:
        """The photo on the page."""
        return self._reference.photo

    @property
    def strokes(self) -> int:
        """How many strokes the next sketch has."""
        return self._strokes

    @property
    def sketch(self) -> Sketch | None:
        """The best sketch so far."""
        return self.on_page.sketch

    @property
    def fraction(self) -> float:
        """How far the engine is, 0 to 1."""
        return self.sketching.fraction

    @property
    def text(self) -> str:
        """What the engine is at; what came of it once it is done."""
        return self.sketching.text if self._text is None else self._text

    @property
    def around(self) -> Around:
        """What the next sketch is made to go with."""
        return self._around

    @property
    def region(self) -> Bounds | None:
        """Where nothing is to change, px of the photo."""
        return self._region

    @property
    def waits_for_fewest(self) -> bool:
        """Whether the number is chosen once the ladder is done."""
        return self._wants_fewest

    @property
    def can_start(self) -> bool:
        """Whether there is a photo to begin with."""
        return self.phase is Phase.IDLE

    @property
    def can_cancel(self) -> bool:
        """Whether anything is going on."""
        return self.phase in (Phase.LOADING, Phase.RUNNING)

    @property
    def can_keep(self) -> bool:
        """Whether there is a sketch to keep."""
        return self.sketch is not None

    @property
    def can_reroll(self) -> bool:
        """Whether single strokes can be made anew: there is a sketch, and nothing is going on."""
        return self.phase is Phase.IDLE and self.can_keep

    @property
    def can_choose_fewest(self) -> bool:
        """Whether the program can choose the number of strokes."""
        return self.can_reroll and self.sketching.can_climb and not self._wants_fewest

    @property
    def photo_shown(self) -> bool:
        """Whether the photo lies on the page."""
        return self._reference.is_shown

    # --- What the user wants -------------------------------------------------------------------

    def open_photo(self, path: Path) -> None:
        """Read a photo and begin to sketch it."""
        self._starts_with_photo = True
        self._reference.load(path)

    def open_image(self, image: QImage) -> None:
        """Begin to sketch a picture from the clipboard."""
        self._starts_with_photo = True
        self._reference.load_image(image)

    def set_strokes(self, strokes: int) -> None:
        """Another number of strokes: the nearest sketch at once, the very one in a while."""
        if strokes == self._strokes:
            return
        self._wants_fewest = False
        self._strokes = strokes
        if self._is_sketched and not self._waits_for_subject:
            self._text = None
            self.sketching.adapt(self._ground(), strokes, self._in_photo())
        self.changed.emit()

    def choose_fewest(self) -> None:
        """As few strokes as keep it recognisable, as soon as the ladder is done."""
        if self.can_choose_fewest:
            self._wants_fewest = True
            self.sketching.climb(asked=True)
            self._on_sketching()

    def set_photo_shown(self, shown: bool) -> None:
        """Show or hide the faded photo."""
        self._reference.set_shown(shown)

    def set_around(self, around: Around) -> None:
        """Make the next sketch go with these strokes of the drawing, which stay as they are."""
        self._around = around
        self.changed.emit()

    def set_region(self, region: Bounds | None) -> None:
        """Lock a box of the photo, px of it: the strokes in it stay; None: nothing is locked."""
        self._region = region
        self.changed.emit()

    def start(self) -> None:
        """Sketch the photo anew, and otherwise than before."""
        if self.can_start:
            self._seed += self.can_keep
            self._begin()

    def reroll(self, stroke: int) -> None:
        """Another stroke instead of this one of the sketch; all others stay."""
        before = self._in_photo()
        if self.can_reroll and before is not None:
            self._text = None
            self.sketching.reroll(before, stroke)

    def cancel(self) -> None:
        """Stop; the best sketch so far stays."""
        self._reference.give_up()
        if self._waits_for_subject:
            self._rest(tr("Stopped."))
        self.sketching.cancel()

    def keep(self) -> None:
        """Draw the sketch: its strokes become part of the drawing, in one undoable step."""
        strokes = self.on_page.strokes()
        if not strokes:
            return
        try:
            drawing = self._document.drawing.adding(*strokes)
        except InputError as error:
            self.trouble.emit(str(error))
            return
        self.sketching.stop()
        self.on_page.show(None)
        self.set_photo_shown(False)
        self._rest(tr("Kept {count} strokes.").format(count=len(strokes)))
        self._document.apply(drawing, tr("Sketch of {count} strokes").format(count=len(strokes)))

    def remove_photo(self) -> None:
        """Away with photo and preview."""
        self._reference.remove()

    def close(self) -> None:
        """The program ends."""
        self.on_page.close()

    # --- The photo and what of it is sketched --------------------------------------------------

    def _on_loading(self) -> None:
        self.sketching.stop()
        self._rest(tr("Reading the photo"))

    def _on_photo(self) -> None:
        self.sketching.stop(forget=True)
        self.on_page.show(None)
        self._region, self._seed = None, 0
        # A photo that somebody else put on the page is not sketched before the user asks.
        starts, self._starts_with_photo = self._starts_with_photo, False
        self._rest("")
        self.subject.look_at(self.photo)
        if starts and self.photo is not None:
            self._begin()

    def _on_stayed(self) -> None:
        self._starts_with_photo = False
        self._rest("")

    def _on_subject(self) -> None:
        """With another mask, what is sketched is sketched again."""
        if self.subject.is_settled and self._is_sketched and not self._waits_for_subject:
            self._begin(RESTART_AFTER_MS)
        self.changed.emit()

    def _on_settled(self) -> None:
        if self._waits_for_subject:
            self._begin()

    @property
    def _is_sketched(self) -> bool:
        """Whether there is a sketch, or one in the making."""
        return self.phase is Phase.RUNNING or (self.can_start and self.can_keep)

    def _begin(self, debounce_ms: int = 0) -> None:
        """Sketch from scratch, but for what is locked."""
        self._wants_fewest = False
        self._waits_for_subject = not self.subject.is_settled
        if self._waits_for_subject:
            self._text = tr("Looking for what stands out")
            self._on_sketching()
        else:
            self._text = None
            self.sketching.begin(self._ground(), self._strokes, self._in_photo(), debounce_ms)

    def _ground(self) -> Ground:
        photo, placement = self.photo, self._reference.placement
        assert photo is not None
        assert placement is not None
        return Ground(
            photo.photo,
            placement,
            self.encoder,
            self._seed,
            self.subject.mask,
            self.subject.whole_scene,
            self._strokes_around(),
            self._region,
        )

    def _strokes_around(self) -> tuple[Stroke, ...]:
        if self._around is Around.SELECTION:
            return self._selection.strokes
        if self._around is Around.DRAWING:
            drawing = self._document.drawing
            return tuple(drawing.strokes[i] for i in visible_ids(drawing))
        return ()

    def _in_photo(self) -> FloatArray | None:
        return None if self.sketch is None else self.sketch.in_photo

    # --- What comes of it ----------------------------------------------------------------------

    def _take(self, answer: Abstraction) -> None:
        """Put the engine's sketch, in px of the photo, onto the page."""
        placement = self._reference.placement
        assert placement is not None
        on_page = placement.to_page(answer.beziers)
        width_px = answer.width_px * placement.scale
        self.on_page.show(Sketch(on_page, width_px, answer.beziers))

    def _on_sketching(self) -> None:
        if self._wants_fewest and not self.sketching.ladder.climbing:
            self._wants_fewest = False
            fewest = self.sketching.fewest()
            if fewest is not None:
                self.set_strokes(fewest)
        self.on_page.set_rough(self.sketching.running)
        self.on_page.overlay.set_stale(self._waits_for_subject or self.sketching.awaited)
        self.changed.emit()

    def _rest(self, text: str) -> None:
        self._waits_for_subject = self._wants_fewest = False
        self._text = text
        self._on_sketching()
