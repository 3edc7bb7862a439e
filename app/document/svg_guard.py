"""XML from strangers: parsed within bounds, without document types, entities or look-ups.

Nothing behind this module sees a file before it has passed here.
"""

from __future__ import annotations

from pathlib import Path
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from app.document.svg_format import SVG_NAMESPACE, VERSION_ATTRIBUTE
from app.translation import tr
from engine.errors import InputError

MAX_BYTES = 32 * 2**20
MAX_OWN_BYTES = 512 * 2**20
"""Of a file that Strokewise wrote: there must be no drawing that can be saved but not opened."""
MAX_NODES = 500_000
MAX_DEPTH = 100
MAX_POINTS = 10_000_000
"""Of all strokes together, samples of Bezier strokes included: 320 MB."""

_CHUNK_BYTES = 2**20
_STANDARD_DOCTYPE = "-//W3C//DTD SVG"


def read_bytes(path: str | Path) -> bytes:
    """The content of a file, if it is no larger than any that `parse_tree` takes.

    Raises:
        InputError: if it is larger, or cannot be read.
    """
    file = Path(path)
    try:
        with file.open("rb") as stream:
            content = stream.read(MAX_OWN_BYTES + 1)
    except OSError as error:
        reason = error.strerror or str(error)
        raise InputError(
            tr("{name} could not be read: {reason}.").format(name=file.name, reason=reason)
        ) from error
    if len(content) > MAX_OWN_BYTES:
        raise InputError(
            tr("{name} is larger than {max_own_bytes} MB.").format(
                name=file.name, max_own_bytes=MAX_OWN_BYTES // 2**20
            )
        )
    return content


def parse_tree(content: bytes, name: str) -> Element:
    """The root <svg> of an SVG text as an element tree.

    The document type line that the SVG standard recommends is passed over (it declares nothing
    and what it names is never fetched); any other, and every declaration of an entity, is refused.

    Args:
        content: the file.
        name: how to call it in an error.

    Raises:
        InputError: if it is not SVG, breaks a bound of this module, or declares entities.
    """
    if content[:2] == b"\x1f\x8b":
        raise InputError(
            tr("{name} is compressed; unpack it to a plain SVG file first.").format(name=name)
        )
    gate = _Gate(name, len(content))
    try:
        for start in range(0, len(content), _CHUNK_BYTES):
            gate.parser.Parse(content[start : start + _CHUNK_BYTES], False)
        gate.parser.Parse(b"", True)
    except expat.ExpatError as error:
        where = tr("its XML breaks off in line {lineno}").format(lineno=error.lineno)
        raise InputError(
            tr("{name} is not an SVG file ({where}).").format(name=name, where=where)
        ) from error
    except InputError:
        raise
    except (ValueError, LookupError) as error:
        raise InputError(
            tr("{name} is in a text encoding that cannot be read.").format(name=name)
        ) from error
    return gate.builder.close()


class _Gate:
    """Expat's events into a tree, as long as they keep within bounds."""

    def __init__(self, name: str, size_bytes: int) -> None:
        self._name = name
        self._size_bytes = size_bytes
        self._nodes = 0
        self._depth = 0
        self.builder = TreeBuilder()
        self.parser = expat.ParserCreate(namespace_separator="}")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self.builder.data
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.EntityDeclHandler = self._entity

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        attributes = {_clark(key): value for key, value in attributes.items()}
        if not self._nodes:
            self._check_root(_clark(tag), attributes)
        self._nodes += 1
        self._depth += 1
        if self._nodes > MAX_NODES:
            raise InputError(
                tr("{name} has more than {max_nodes:,} elements.").format(
                    name=self._name, max_nodes=MAX_NODES
                )
            )
        if self._depth > MAX_DEPTH:
            raise InputError(
                tr("{name} nests its elements more than {max_depth} deep.").format(
                    name=self._name, max_depth=MAX_DEPTH
                )
            )
        self.builder.start(_clark(tag), attributes)

    def _end(self, tag: str) -> None:
        self._depth -= 1
        self.builder.end(_clark(tag))

    def _check_root(self, tag: str, attributes: dict[str, str]) -> None:
        if tag not in ("svg", f"{{{SVG_NAMESPACE}}}svg"):
            raise InputError(tr("{name} is not an SVG file.").format(name=self._name))
        limit = MAX_OWN_BYTES if VERSION_ATTRIBUTE in attributes else MAX_BYTES
        if self._size_bytes > limit:
            raise InputError(
                tr("{name} is larger than {limit} MB.").format(
                    name=self._name, limit=limit // 2**20
                )
            )

    def _doctype(
        self, _name: str, system_id: str | None, public_id: str | None, has_subset: int
    ) -> None:
        standard = public_id.startswith(_STANDARD_DOCTYPE) if public_id else not system_id
        if has_subset or not standard:
            raise InputError(
                tr("{name} has a document type, which is not accepted.").format(name=self._name)
            )

    def _entity(self, *_declaration: object) -> None:
        raise InputError(
            tr("{name} declares entities, which are not accepted.").format(name=self._name)
        )


def _clark(name: str) -> str:
    """Expat's "uri}local" to ElementTree's "{uri}local"."""
    return f"{{{name}" if "}" in name else name


class PointBudget:
    """Counts the points of a drawing that is being read, and stops it at `MAX_POINTS`."""

    def __init__(self) -> None:
        self._left = MAX_POINTS

    def spend(self, points: float) -> None:
        """Raise `InputError` when the points spent together are too many."""
        self._left -= int(points)
        if self._left < 0:
            raise InputError(
                tr("It has more than {max_points:,} points.").format(max_points=MAX_POINTS)
            )
