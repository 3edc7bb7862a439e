"""What the writer and the readers of Strokewise's own SVG agree on.

A file is one <svg> with `sw:version` and its page in width, height and viewBox (px).

Version 1, for a drawing of one plain layer: in the <svg> one <g> that holds one <path> per stroke
in drawing order. A hand stroke is `M x y L x y x y ...`; its pressures and times, if it has any,
are lists as long as its points in `sw:pressure` and `sw:time`. A stroke of a single point is
`M x y L x y`, so that every program draws it as a dot, and is told from a line of no length by a
`sw:pressure` of one value. A Bezier stroke is `M x y C ...`. A stroke
with a `fill` is as opaque within as its line is. All numbers are decimals with up to three places,
absolute.

Version 2, for every other drawing: one such <g> per layer, from the bottom to the top, marked as
Inkscape marks its layers: `inkscape:groupmode`, `inkscape:label`, `sodipodi:insensitive` if
locked, `display` in a style if hidden, `opacity`. Besides, `sw:layer` is the layer's id, and
`sw:active` of the <svg> is that of the active one. Where the drawing order is another than the
order of the paths in the file, `sw:order` of each <g> tells the places of its strokes in it as
runs, "0-41 57 60-99".

Guides, which are no part of the picture, are in `sw:guides` of the <svg>: "y 120 x 40.5" for a
level one and an upright one. Exports have none.
"""

from __future__ import annotations

SVG_NAMESPACE = "http://www.w3.org/2000/svg"
INKSCAPE_NAMESPACE = "http://www.inkscape.org/namespaces/inkscape"
SODIPODI_NAMESPACE = "http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"
"""Identifiers fixed by the standard and by Inkscape; nothing is fetched from them."""

NAMESPACE = "urn:strokewise:ns:1"
VERSION = "1"
LAYERED_VERSION = "2"

VERSION_ATTRIBUTE = f"{{{NAMESPACE}}}version"
PRESSURE_ATTRIBUTE = f"{{{NAMESPACE}}}pressure"
TIME_ATTRIBUTE = f"{{{NAMESPACE}}}time"
GROUP_ATTRIBUTE = f"{{{NAMESPACE}}}group"
"""Of a <g> within a layer's: the number of the group of strokes."""
LAYER_ATTRIBUTE = f"{{{NAMESPACE}}}layer"
ORDER_ATTRIBUTE = f"{{{NAMESPACE}}}order"
ACTIVE_ATTRIBUTE = f"{{{NAMESPACE}}}active"
GUIDES_ATTRIBUTE = f"{{{NAMESPACE}}}guides"
GROUP_MODE_ATTRIBUTE = f"{{{INKSCAPE_NAMESPACE}}}groupmode"
LABEL_ATTRIBUTE = f"{{{INKSCAPE_NAMESPACE}}}label"
LOCKED_ATTRIBUTE = f"{{{SODIPODI_NAMESPACE}}}insensitive"

GROUP_ATTRIBUTES = {"fill": "none", "stroke-linecap": "round", "stroke-linejoin": "round"}
LAYER_MODE = "layer"
HIDDEN_STYLE = "display:none"
