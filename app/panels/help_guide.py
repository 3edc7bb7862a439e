"""The guide in the help window: Markdown in pieces, each of them translated by itself."""

from __future__ import annotations

from app.translation import tr

GUIDE: tuple[str, ...] = (
    "# Strokewise",
    tr("Draw with mouse or pen. Everything else waits until you ask for it."),
    tr("## Drawing"),
    tr(
        "Choose the **pen**, an **eraser** or another tool in the tool bar or by its key. A "
        "tablet's pressure sets the width; the eraser end of a pen erases whatever tool is chosen. "
        "**Escape** drops the stroke in progress."
    ),
    tr("![A house, a sun and a scribble, tinted; beside them what they look like](1_draw.png)"),
    tr(
        "Select strokes with **Select** or the **lasso**: drag them, scale and turn them by the "
        "frame's handles. A **group** is selected as a whole. **Fill** covers the inside of an "
        "outline, of one stroke or of several."
    ),
    tr(
        "**Guides**, added by the View menu, are lines to draw along: ink comes to lie on them. "
        "Drag them with **Select**, off the page to be rid of them; a double click asks for the "
        "exact place. They are part of no export."
    ),
    tr("The wheel zooms to the pointer. Hold the **space bar** to move the page."),
    tr(
        "Undo goes back as far as you like. The **History** dock shows every state as a small "
        "picture; a click goes there, and nothing is lost until you draw something else."
    ),
    tr("![The sun is selected and was moved; the History dock lists what was done](2_select.png)"),
    tr("## Pictures to draw from"),
    tr(
        "The **References** dock takes any number of pictures. A picture is seen in the dock, "
        "under the drawing or on top of it, at any opacity. Reference pictures are part of no "
        "export unless you tick them in the Export dialog. Strokewise files (`.strokewise`) keep "
        "them; SVG files do not."
    ),
    tr(
        "- *Move*: drag the picture, or a corner to scale it; arrow keys, plus and minus do the "
        "same. Escape ends.\n"
        "- *Lock*: the picture stays where it is.\n"
        "- *Crop*: drag a frame; the rest is kept and can be shown again.\n"
        "- *Use for the Models*: Abstract, Assist and Match look at this picture."
    ),
    tr("## What the models do"),
    tr(
        "Nothing is sent anywhere: the models run on this machine. Their results are previews, or "
        "edits that you can undo. **Assist** says what the drawing looks like and tints strokes "
        "while you draw: blue helps, orange hurts, grey does not matter. *Clean My Sketch* shows "
        "the drawing without what hurts; *What It Hangs On* marks the short stroke that makes the "
        "guess. The status bar names the encoder and the device in use; a click on a job there "
        "lists all jobs, each with its own cancel."
    ),
    tr("![Before and after cleaning: the scribble is faint](3_clean.png)"),
    tr("## A photo as a sketch"),
    tr(
        "**Abstract** turns a photo into a sketch of as few strokes as you choose. The slider "
        "shows the nearest sketch that is ready at once, and refines it; *Fewest* chooses for you. "
        "What is veiled in the dock's picture stays out: *Subject…* corrects that with a brush, "
        "*Whole scene* lifts it."
    ),
    tr("![A photo of a cat under the sketch that is being made of it](4_abstract.png)"),
    tr(
        "- *Play* draws the sketch on the canvas stroke by stroke, at your speed, so that you can "
        "draw along.\n"
        "- *Draw around* makes the next sketch go with strokes of yours, which stay as they are.\n"
        "- Click a stroke in the dock's picture, then *Another Stroke*. Drag over a region, and "
        "the strokes in it stay at the next *Start*. The arrow keys go from stroke to stroke, and "
        "the space bar asks for another.\n"
        "- Width, colour and *Hand-drawn* change how the strokes look, not where they lie."
    ),
    tr("![The sketch is kept: strokes like all others](5_keep.png)"),
    tr("## Where is this on the photo?"),
    tr(
        "**Match** shows where each stroke lies on the reference photo; what is doubtful is grey "
        "and dashed. Point at a stroke to see its place on the photo, or at the photo to see its "
        "place in the drawing. A slider warps the photo to the drawing, or shows the drawing "
        "pulled to the photo; *Pull to Photo* then moves the selected strokes, or all of them, "
        "that far. While the photo lies under the drawing, place counts; without it only the shape "
        "does. *Show It as a Photo* finds the photo of yours that fits best and warps it to the "
        "drawing."
    ),
    tr("## Drawn again"),
    tr(
        "**Redraw** draws the selected strokes, the drawing or the photo again, in a few strokes "
        "of its own:"
    ),
    tr(
        "- *Redraw*: choose a variant, watch the pen draw it, and keep it, or let it replace the "
        "strokes it was made from.\n"
        "- *Finish*: after each stroke a faint proposal shows how the drawing may go on. One key "
        "takes it, another shows the next; drawing on drops it.\n"
        "- *Blend*: fill the slots A, B and C, and see A − B + C, or go from A to B with the "
        "slider.\n"
        "- *Symbols*: draw a symbol and name it, and it is known again. One key puts its clean "
        "version in the place of what you drew."
    ),
    tr("## Files"),
    tr(
        "**Export** writes PNG at any scale, with or without the white of the page, PDF and SVG. "
        "If the program or the machine stops, the next start offers what you drew."
    ),
    tr("![The Export dialog](6_export.png)"),
    tr("## The window"),
    tr(
        "Docks can be dragged, laid on each other, and closed; the View menu brings them back. One "
        "key hides all docks, another leaves the canvas alone. **F6** goes round the parts of the "
        "window without a mouse. **Find Command** finds everything by a few letters of its name. "
        "Every key can be changed in **Preferences**, where the keys of Krita and Inkscape are "
        "ready to choose."
    ),
)
