"""What the writer and the readers of Strokewise's own SVG agree on.

A file is one <svg> with `sw:version`, its page in width, height and viewBox (px), and in it one <g>
that holds one <path> per stroke in drawing order. A hand stroke is `M x y L x y x y ...`; its
pressures and times, if it has any, are lists as long as its points in `sw:pressure` and `sw:time`.
A stroke of a single point is `M x y L x y`, so that every program draws it as a dot, and is told
from a line of no length by a `sw:pressure` of one value. A Bezier stroke is `M x y C ...`. All
numbers are decimals with up to three places, absolute.
"""

from __future__ import annotations

SVG_NAMESPACE = "http://www.w3.org/2000/svg"
"""An identifier fixed by the standard; nothing is fetched from it."""

NAMESPACE = "urn:strokewise:ns:1"
VERSION = "1"

VERSION_ATTRIBUTE = f"{{{NAMESPACE}}}version"
PRESSURE_ATTRIBUTE = f"{{{NAMESPACE}}}pressure"
TIME_ATTRIBUTE = f"{{{NAMESPACE}}}time"

GROUP_ATTRIBUTES = {"fill": "none", "stroke-linecap": "round", "stroke-linejoin": "round"}
