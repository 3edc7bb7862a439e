"""What the user set: declared in one table with types, defaults, limits and migrations. Qt-free.

The preferences dialog is made from the table; whoever depends on a value watches it.

The file is JSON in the user's configuration folder, written atomically. It holds only what
differs from the defaults, so defaults may improve. A damaged or newer file is put aside, never
overwritten in place; a value that does not fit its declaration counts as unset.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from app.document.atomic import write_atomically
from app.ink_settings import INK_OPTIONS, INK_SETTINGS
from app.options import Colour, OneOf, Option, T, Within
from app.tools.ink_options import InkKind
from app.translation import LANGUAGES, SYSTEM, tr
from engine.errors import InputError

VERSION = 1

SECTION_LOOK = tr("Look")
SECTION_TOOLS = tr("Tools")
SECTION_PHOTOS = tr("Photos")
SECTION_FILES = tr("Files")
SECTION_KEYS = tr("Keyboard")


def _within(low: float, high: float, step: float = 1.0, unit: str = "") -> Within:
    return Within(low, high, step, unit)


def _one_of(*choices: str, **texts: str) -> OneOf:
    """Choices with texts of their own, or those that are called what they are."""
    return OneOf({each: each.capitalize() for each in choices} | texts)


LOOK_THEME = Option(
    "look.theme",
    "system",
    tr("Colours of the window"),
    _one_of(system=tr("As the system"), light=tr("Light"), dark=tr("Dark")),
    SECTION_LOOK,
)
LOOK_LANGUAGE = Option(
    "look.language",
    SYSTEM,
    tr("Language"),
    OneOf({SYSTEM: tr("As the system"), **LANGUAGES}),
    SECTION_LOOK,
    tr("It is spoken from the next start on."),
)
LOOK_ICON_PX = Option(
    "look.icon_px", 20, tr("Icons of the tool bar"), _within(16, 48, 2, " px"), SECTION_LOOK
)
PEN_WIDTH_PX = INK_SETTINGS[InkKind.PEN].width_px
PEN_COLOUR = INK_SETTINGS[InkKind.PEN].colour
PEN_SMOOTHING = INK_SETTINGS[InkKind.PEN].smoothing
LOOK_DOCKS = Option(
    "look.docks",
    "right",
    tr("Docks at the"),
    _one_of(right=tr("Right"), left=tr("Left")),
    SECTION_LOOK,
    tr(
        "Put them where the hand that draws does not come from, or where the other one "
        "reaches them."
    ),
)
ERASER_RADIUS_PX = Option(
    "eraser.radius_px",
    6.0,
    tr("Reach of the erasers"),
    _within(1.0, 60.0, 1.0, " px"),
    SECTION_TOOLS,
)
SHAPES_ON_HOLD = Option(
    "shapes.on_hold",
    True,
    tr("Recognise shapes when the pen is held still"),
    section=SECTION_TOOLS,
    explanation=tr(
        "Half a second of rest at the end of a stroke makes a clean line, circle, ellipse, "
        "rectangle or polygon of it. Escape keeps the stroke as it was drawn."
    ),
)
GRID_SHOWN = Option("grid.shown", False, tr("Show a grid on the page"), section=SECTION_TOOLS)
GRID_SPACING_PX = Option(
    "grid.spacing_px",
    32.0,
    tr("Spacing of the grid"),
    _within(4.0, 500.0, 4.0, " px"),
    SECTION_TOOLS,
)
GRID_SNAPS = Option(
    "grid.snaps",
    False,
    tr("Keep to the grid"),
    section=SECTION_TOOLS,
    explanation=tr("Straight lines, shapes, and strokes that are moved, while the grid is shown."),
)
GUIDES_SHOWN = Option("guides.shown", True, tr("Show the guides"), section=SECTION_TOOLS)
GUIDES_SNAP = Option(
    "guides.snap",
    True,
    tr("Keep to the guides"),
    section=SECTION_TOOLS,
    explanation=tr("Ink, lines, shapes, and strokes that are moved, while the guides are shown."),
)
MIRROR_LEFT_RIGHT = Option("mirror.left_right", False, tr("Mirror strokes left and right"))
MIRROR_TOP_BOTTOM = Option("mirror.top_bottom", False, tr("Mirror strokes top and bottom"))
TOUCH_USE = Option(
    "touch.use",
    "auto",
    tr("A finger on the canvas"),
    _one_of(auto=tr("Draws, until a pen is used"), draw=tr("Draws"), move=tr("Moves the page")),
    SECTION_TOOLS,
    tr("Two fingers always move and zoom the page. While the pen is near, touches do not count."),
)
_BUTTON_USES = {
    "pick": tr("Takes a colour"),
    "eraser": tr("Erases"),
    "middle": tr("Moves the page"),
    "none": tr("Nothing"),
}
TABLET_UPPER = Option(
    "tablet.upper_button", "pick", tr("Upper button of the pen"), OneOf(_BUTTON_USES), SECTION_TOOLS
)
TABLET_LOWER = Option(
    "tablet.lower_button",
    "middle",
    tr("Lower button of the pen"),
    OneOf(_BUTTON_USES),
    SECTION_TOOLS,
)
ABSTRACT_STROKES = Option(
    "abstract.strokes", 16, tr("Strokes of a photo's sketch"), _within(4, 64), SECTION_PHOTOS
)
ABSTRACT_WIDTH_PERCENT = Option(
    "abstract.width_percent",
    100,
    tr("Width of a sketch's strokes"),
    _within(25, 300, 25, " %"),
    SECTION_PHOTOS,
)
ABSTRACT_COLOUR = Option(
    "abstract.colour", "#000000", tr("Colour of a sketch's strokes"), Colour(), SECTION_PHOTOS
)
ABSTRACT_HAND_DRAWN = Option(
    "abstract.hand_drawn",
    False,
    tr("Strokes of a sketch look drawn by hand"),
    section=SECTION_PHOTOS,
    explanation=tr("Thin at the ends and uneven between; where they lie stays the same."),
)
ABSTRACT_SPEED_PX = Option(
    "abstract.speed_px_per_s", 300, tr("Speed of the pen that plays a sketch"), _within(25, 2000)
)
REFERENCE_OPACITY_PERCENT = Option(
    "references.opacity_percent",
    50,
    tr("Opacity of a new reference picture"),
    _within(5, 100, 5, " %"),
    SECTION_PHOTOS,
)
REFERENCE_HIDE_FOR_PEN = Option(
    "references.hide_while_drawing",
    False,
    tr("Hide reference pictures while drawing"),
    section=SECTION_PHOTOS,
    explanation=tr("Those on the page are away while the pen is down."),
)
PHOTOS_URL = Option("photos.shared_url", "", tr("Server of the shared photos that are searched"))
PHOTOS_COLLECTION = Option("photos.shared_collection", "", tr("Their collection on that server"))
KEYS_PRESET = Option(
    "keys.preset",
    "strokewise",
    tr("Shortcuts as in"),
    _one_of(strokewise="Strokewise", krita="Krita", inkscape="Inkscape"),
    SECTION_KEYS,
)
KEYS_CHANGED: Option[tuple[str, ...]] = Option(
    "keys.changed", (), tr("Shortcuts that the user changed, COMMAND=KEYS")
)
PALETTE_RECENT: Option[tuple[str, ...]] = Option(
    "palette.recent", (), tr("Commands last chosen in the command palette")
)
ASSIST_TINT = Option("assist.tint", True, tr("Tint strokes by what they say"))
ASSIST_TINT_STRENGTH = Option(
    "assist.tint_strength", 0.95, tr("Strength of tints"), _within(0.0, 1.0)
)
ASSIST_METHOD = Option("assist.method", "sla", tr("What is scored"), _one_of("sla", "psla"))
ASSIST_ESTIMATOR = Option(
    "assist.estimator",
    "removal",
    tr("How scores are worked out"),
    _one_of("gradient", "views", "removal", "sampled", "learned"),
)
ASSIST_TARGET = Option(
    "assist.target",
    "guess",
    tr("What strokes are scored by"),
    _one_of("guess", "category", "photo", "text"),
)
ASSIST_CATEGORY = Option("assist.category", "", tr("The category strokes are scored by"))
ASSIST_TEXT = Option("assist.text", "", tr("The words strokes are scored by"))
MATCH_WARPED = Option(
    "match.warped", "photo", tr("What is warped to the other"), _one_of("photo", "drawing")
)
MATCH_GRID = Option("match.grid", False, tr("Show how the drawing lies on the photo as a grid"))
REDRAW_VARIANTS = Option("redraw.variants", 4, tr("Variants of a redrawing"), _within(1, 16))
REDRAW_FREEDOM = Option("redraw.freedom", 0.3, tr("How freely the model draws"), _within(0.0, 1.5))
REDRAW_SPEED_PX = Option(
    "redraw.speed_px_per_s", 300, tr("Speed of the pen that plays a redrawing"), _within(25, 2000)
)
REDRAW_GHOST = Option("redraw.ghost", False, tr("Show how the drawing may go on"))
SYMBOLS_RECOGNISE = Option("symbols.recognise", True, tr("Recognise symbols as they are drawn"))
SYMBOLS_GESTURES = Option(
    "symbols.gestures", False, tr("Put a recognised symbol in the place of what was drawn")
)
LAST_FOLDER = Option("files.last_folder", "", tr("Where files were last opened or saved"))
FILES_RECENT: Option[tuple[str, ...]] = Option(
    "files.recent", (), tr("Drawings opened or saved last, newest first")
)
FILES_RECENT_COUNT = Option(
    "files.recent_count", 10, tr("Files in Open Recent"), _within(0, 30), SECTION_FILES
)
EMBED_PHOTOS = Option(
    "files.embed_photos",
    True,
    tr("Keep reference pictures inside .strokewise files"),
    section=SECTION_FILES,
    explanation=tr("If not, a file only remembers where on this computer they are."),
)
TOUR_OFFERED = Option("help.tour_offered", False, tr("The tour was offered at the first start"))
WINDOW_GEOMETRY = Option("window.geometry", "", tr("Place of the window, base64"))
WINDOW_STATE = Option("window.state", "", tr("Tool bars and docks, base64"))

OPTIONS: tuple[Option[Any], ...] = (
    LOOK_THEME,
    LOOK_LANGUAGE,
    LOOK_ICON_PX,
    LOOK_DOCKS,
    *INK_OPTIONS,
    ERASER_RADIUS_PX,
    SHAPES_ON_HOLD,
    GRID_SHOWN,
    GRID_SPACING_PX,
    GRID_SNAPS,
    GUIDES_SHOWN,
    GUIDES_SNAP,
    MIRROR_LEFT_RIGHT,
    MIRROR_TOP_BOTTOM,
    TOUCH_USE,
    TABLET_UPPER,
    TABLET_LOWER,
    ABSTRACT_STROKES,
    ABSTRACT_WIDTH_PERCENT,
    ABSTRACT_COLOUR,
    ABSTRACT_HAND_DRAWN,
    ABSTRACT_SPEED_PX,
    ASSIST_TINT,
    ASSIST_TINT_STRENGTH,
    ASSIST_METHOD,
    ASSIST_ESTIMATOR,
    ASSIST_TARGET,
    ASSIST_CATEGORY,
    ASSIST_TEXT,
    MATCH_WARPED,
    MATCH_GRID,
    REDRAW_VARIANTS,
    REDRAW_FREEDOM,
    REDRAW_SPEED_PX,
    REDRAW_GHOST,
    SYMBOLS_RECOGNISE,
    SYMBOLS_GESTURES,
    REFERENCE_OPACITY_PERCENT,
    REFERENCE_HIDE_FOR_PEN,
    PHOTOS_URL,
    PHOTOS_COLLECTION,
    KEYS_PRESET,
    KEYS_CHANGED,
    PALETTE_RECENT,
    LAST_FOLDER,
    FILES_RECENT,
    FILES_RECENT_COUNT,
    EMBED_PHOTOS,
    TOUR_OFFERED,
    WINDOW_GEOMETRY,
    WINDOW_STATE,
)

MIGRATIONS: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}
"""From version N to N + 1: the values of an old file to those of the next."""


class Settings:
    """The values, kept in memory; `save` writes them.

    Args:
        path: the file; read at once if it exists.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._values: dict[str, Any] = {}
        self._saved: dict[str, Any] = {}
        self._listeners: dict[str, list[Callable[[Any], object]]] = {}
        self._load()

    def get(self, option: Option[T]) -> T:
        """The value, or the default."""
        return option.normal(self._values.get(option.key, option.default))

    def set(self, option: Option[T], value: T) -> None:
        """Change a value; whoever watches it is told.

        Raises:
            ValueError: the option does not accept it.
        """
        if not option.accepts(value):
            raise ValueError(f"{option.key} cannot be {value!r}")
        before = self.get(option)
        self._values[option.key] = option.normal(value)
        self._tell(option, before)

    def reset(self, option: Option[Any]) -> None:
        """Back to the default; whoever watches it is told."""
        before = self.get(option)
        self._values.pop(option.key, None)
        self._tell(option, before)

    def is_default(self, option: Option[Any]) -> bool:
        """Whether the value is the default."""
        return bool(self.get(option) == option.default)

    def watch(self, option: Option[T], listener: Callable[[T], object]) -> Callable[[], None]:
        """Call `listener` with every new value; returns the function that ends it."""
        listeners = self._listeners.setdefault(option.key, [])
        listeners.append(listener)

        def unwatch() -> None:
            if listener in listeners:
                listeners.remove(listener)

        return unwatch

    def save(self) -> None:
        """Write the file if anything changed.

        Raises:
            InputError: the file cannot be written; the old one is intact.
        """
        values = {
            option.key: self._values[option.key]
            for option in OPTIONS
            if self._values.get(option.key, option.default) != option.default
        }
        if values == self._saved:
            return
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            reason = error.strerror or str(error)
            raise InputError(
                tr("The settings cannot be saved: {reason}.").format(reason=reason)
            ) from error
        content = json.dumps({"version": VERSION, "values": values}, indent=2) + "\n"
        write_atomically(self._path, content.encode())
        self._saved = values

    def _load(self) -> None:
        try:
            text = self._path.read_text(encoding="utf-8")
        except FileNotFoundError:
            return
        except (OSError, UnicodeDecodeError):
            self._put_aside()
            return
        try:
            content = json.loads(text)
            values = migrated(content)
        except (ValueError, TypeError, KeyError, RecursionError):
            self._put_aside()
            return
        options = {option.key: option for option in OPTIONS}
        self._values = {
            key: options[key].normal(value)
            for key, value in values.items()
            if key in options and options[key].accepts(value)
        }
        if content["version"] == VERSION:
            self._saved = dict(self._values)

    def _tell(self, option: Option[T], before: T) -> None:
        value = self.get(option)
        if value != before:
            for listener in tuple(self._listeners.get(option.key, ())):
                listener(value)

    def _put_aside(self) -> None:
        with contextlib.suppress(OSError):
            self._path.replace(self._path.with_suffix(".unreadable.json"))


def migrated(
    content: Mapping[str, Any],
    migrations: Mapping[int, Callable[[dict[str, Any]], dict[str, Any]]] | None = None,
    version: int | None = None,
) -> dict[str, Any]:
    """The values of a settings file of any version up to `version`, by default those of today.

    Raises:
        ValueError, KeyError, TypeError: it is none, or of a newer program.
    """
    migrations = MIGRATIONS if migrations is None else migrations
    version = VERSION if version is None else version
    at, values = content["version"], dict(content["values"])
    if not isinstance(at, int) or not 1 <= at <= version:
        raise ValueError(f"settings of version {at!r}")
    for step in range(at, version):
        values = migrations[step](values)
    return values
