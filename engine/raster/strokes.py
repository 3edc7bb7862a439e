"""Ragged batches of strokes: several sketches, each of several strokes, each a chain of pieces.

A piece is a Bezier curve of degree 0 (a dot), 1 (a straight line), 2 or 3; a polyline is a chain of
straight pieces that share their ends. All control points of the batch lie in one (C, 2) tensor, so
one call rasterises everything and one tensor carries the gradient.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

import numpy as np
import torch

from engine.errors import InputError


@dataclass(frozen=True, eq=False)
class Topology:
    """Which control points make which piece of which stroke of which sketch.

    Attributes:
        first: (P,) index of each piece's first control point; a piece's points are consecutive.
        degree: (P,) degree of each piece, 0 to 3.
        stroke: (P,) stroke of each piece, ascending; strokes are numbered through the batch.
        sketch: (S,) sketch of each stroke, ascending.
        n_controls: C.
        n_sketches: B.
    """

    first: np.ndarray
    degree: np.ndarray
    stroke: np.ndarray
    sketch: np.ndarray
    n_controls: int
    n_sketches: int

    @property
    def n_strokes(self) -> int:
        """S."""
        return len(self.sketch)

    @cached_property
    def continues(self) -> np.ndarray:
        """(P,) whether the next piece of the stroke starts with this piece's last point."""
        result = np.zeros(len(self.first), bool)
        result[:-1] = (np.diff(self.stroke) == 0) & (
            self.first[:-1] + self.degree[:-1] == self.first[1:]
        )
        return result

    @cached_property
    def degrees(self) -> tuple[int, ...]:
        """The degrees that occur, ascending."""
        return tuple(np.flatnonzero(np.bincount(self.degree)).tolist())

    @cached_property
    def curve_degree(self) -> int | None:
        """The degree of all strokes if each is one curve with points of its own, else None."""
        alike = len(self.degrees) == 1 and len(self.first) == self.n_strokes
        degree = self.degrees[0]
        own_points = self.n_controls == self.n_strokes * (degree + 1)
        return degree if alike and own_points and degree > 1 else None

    @cached_property
    def is_polylines(self) -> bool:
        """Whether the control points, in their order, are the vertices of polylines."""
        vertices = len(self.first) + np.count_nonzero(~self.continues)
        return self.degrees == (1,) and vertices == self.n_controls

    def name(self, stroke: int) -> str:
        """How a message calls a stroke: its position in its sketch, from 0."""
        sketch = int(self.sketch[stroke])
        position = stroke - int(np.searchsorted(self.sketch, sketch))
        return f"Stroke {position}" + (f" of sketch {sketch}" if self.n_sketches > 1 else "")

    def stroke_of_control(self, control: int) -> int:
        """The first stroke that uses a control point."""
        uses = (self.first <= control) & (control <= self.first + self.degree)
        return int(self.stroke[np.argmax(uses)])


@dataclass(frozen=True, eq=False)
class Strokes:
    """Strokes ready for the rasteriser.

    Attributes:
        controls: (C, 2) control points, x and y in px of the canvas, y down; float32 or float64.
            Pixel (row i, column j) has its centre at x = j + 0.5, y = i + 0.5.
        topology: what they make.
    """

    controls: torch.Tensor
    topology: Topology

    @classmethod
    def beziers(cls, controls: torch.Tensor) -> Strokes:
        """One curve per stroke, equally many strokes per sketch.

        Args:
            controls: (B, n, k, 2) or (n, k, 2) control points; k = 2 straight, 3 quadratic,
                4 cubic.

        Raises:
            InputError: another shape, or no strokes.
        """
        if controls.ndim == 3:
            controls = controls[None]
        if controls.ndim != 4 or controls.shape[2] not in (2, 3, 4) or controls.shape[3] != 2:
            raise InputError(
                "Control points must have the shape (sketches, strokes, 2 to 4, 2), not "
                f"{tuple(controls.shape)}."
            )
        sketches, strokes, points, _ = controls.shape
        if sketches * strokes == 0:
            raise InputError("There are no strokes to draw.")
        return cls(controls.reshape(-1, 2), _bezier_topology(sketches, strokes, points))

    def as_layers(self) -> Strokes:
        """Every stroke as a sketch of its own: images come out one a stroke, not one a sketch."""
        n = self.topology.n_strokes
        return Strokes(self.controls, replace(self.topology, sketch=np.arange(n), n_sketches=n))

    @classmethod
    def ragged(cls, sketches: Sequence[Sequence[torch.Tensor]]) -> Strokes:
        """Strokes of any kind and any number per sketch.

        Args:
            sketches: for each sketch its strokes in drawing order; each is a polyline (N, 2), where
                N = 1 makes a dot, or a chain (K, k, 2) of K Bezier curves with k = 2, 3 or 4
                control points each.

        Raises:
            InputError: a sketch without strokes, or a stroke without points or of another shape.
        """
        if len(sketches) == 0:
            raise InputError("There are no strokes to draw.")
        builder = _Builder()
        for strokes in sketches:
            builder.add_sketch(strokes)
        return cls(torch.cat(builder.controls), builder.topology())

    @classmethod
    def polylines(cls, points: torch.Tensor, lengths: np.ndarray) -> Strokes:
        """What `ragged` makes of one sketch of polylines, for thousands of them at once.

        Args:
            points: (C, 2) of all polylines, one after the other.
            lengths: (n,) points of each, n >= 1.

        Raises:
            InputError: no strokes, or one without points.
        """
        if len(lengths) == 0 or not lengths.all():
            raise InputError("There are no strokes to draw, or one of them has no points.")
        pieces = np.maximum(lengths - 1, 1)
        stroke = np.repeat(np.arange(len(lengths)), pieces)
        # How far the points of a stroke are ahead of its pieces.
        ahead = (np.cumsum(lengths) - lengths) - (np.cumsum(pieces) - pieces)
        topology = Topology(
            first=np.arange(len(stroke)) + ahead[stroke],
            degree=np.minimum(lengths - 1, 1)[stroke],
            stroke=stroke,
            sketch=np.zeros(len(lengths), np.int64),
            n_controls=len(points),
            n_sketches=1,
        )
        return cls(points, topology)


@lru_cache(maxsize=64)
def _bezier_topology(sketches: int, strokes: int, points: int) -> Topology:
    total = sketches * strokes
    return Topology(
        first=np.arange(total) * points,
        degree=np.full(total, points - 1),
        stroke=np.arange(total),
        sketch=np.repeat(np.arange(sketches), strokes),
        n_controls=total * points,
        n_sketches=sketches,
    )


class _Builder:
    """Collects ragged strokes into one topology."""

    def __init__(self) -> None:
        self.controls: list[torch.Tensor] = []
        self._first: list[np.ndarray] = []
        self._degree: list[np.ndarray] = []
        self._pieces: list[int] = []
        self._sketch: list[int] = []
        self._n_controls = 0
        self._n_sketches = 0

    def add_sketch(self, strokes: Sequence[torch.Tensor]) -> None:
        if len(strokes) == 0:
            raise InputError(f"Sketch {self._n_sketches} has no strokes to draw.")
        for position, stroke in enumerate(strokes):
            self._add_stroke(stroke, position)
        self._sketch += [self._n_sketches] * len(strokes)
        self._n_sketches += 1

    def _add_stroke(self, stroke: torch.Tensor, position: int) -> None:
        if stroke.numel() == 0:
            raise InputError(f"Stroke {position} of sketch {self._n_sketches} has no points.")
        if stroke.ndim == 2 and stroke.shape[1] == 2:
            pieces = max(len(stroke) - 1, 1)
            first, degree = np.arange(pieces), min(len(stroke) - 1, 1)
        elif stroke.ndim == 3 and stroke.shape[1] in (2, 3, 4) and stroke.shape[2] == 2:
            pieces = len(stroke)
            first, degree = np.arange(pieces) * stroke.shape[1], stroke.shape[1] - 1
        else:
            raise InputError(
                f"Stroke {position} of sketch {self._n_sketches} must have the shape (points, 2) "
                f"or (curves, 2 to 4, 2), not {tuple(stroke.shape)}."
            )
        self._first.append(first + self._n_controls)
        self._degree.append(np.full(pieces, degree))
        self._pieces.append(pieces)
        self.controls.append(stroke.reshape(-1, 2))
        self._n_controls += len(self.controls[-1])

    def topology(self) -> Topology:
        return Topology(
            first=np.concatenate(self._first),
            degree=np.concatenate(self._degree),
            stroke=np.repeat(np.arange(len(self._pieces)), self._pieces),
            sketch=np.array(self._sketch),
            n_controls=self._n_controls,
            n_sketches=self._n_sketches,
        )
