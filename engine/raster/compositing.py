"""From the ink of single strokes to images on white paper, and back.

A compositor collects entries (pixel, stroke, alpha), alpha = opacity x coverage, makes the image,
and turns the image's gradient into that of every entry's alpha. Three ways:

- `Product`: black ink. The product of 1 - alpha over the strokes comes through, in whatever order;
  the gradient of one alpha is minus the product of the others.
- `Over`: coloured ink in drawing order, by the "over" operator.
- `Union`: the strokes as one shape: each pixel shows its strongest stroke only.
"""

from __future__ import annotations

from typing import Protocol

from engine.raster.ops import Array, Ops

_OPAQUE = 1e-18
"""Least transmittance: the product of the others is got by division. Nothing is visible of it."""


class Compositor(Protocol):
    """Made for one image; entries come part by part, strokes ascending."""

    channels: int

    def add(self, pixel: Array, stroke: Array, alpha: Array) -> None:
        """Take the entries of one part: every pixel at most once for each stroke."""

    def image(self) -> Array:
        """(channels, pixels) in [0, 1], after all parts."""

    def select(self, part: int, entries: Array) -> None:
        """The gradient will be asked for these entries of a part only."""

    def backward(self, grad: Array) -> tuple[list[Array], Array | None]:
        """From dL/d(image): dL/d(alpha) of the selected entries by part, and dL/d(colours)."""


class Product:
    """Black ink on white, one channel."""

    channels = 1

    def __init__(self, ops: Ops, pixels: int, like: Array, hidden: Array | None) -> None:
        """Start with white paper.

        Args:
            hidden: (pixels,) truth values, or None: pixels that opaque strokes cover wholly, where
                the caller leaves entries out. More are marked here as they appear.
        """
        self._ops = ops
        self._image = ops.full((pixels,), 1.0, like)
        self._hidden = hidden
        self._entries: list[tuple[Array, Array]] = []

    def add(self, pixel: Array, stroke: Array, alpha: Array) -> None:  # noqa: ARG002
        ops = self._ops
        through = ops.maximum(1 - alpha, _OPAQUE)
        ops.multiply_by(self._image, pixel, through)
        if self._hidden is not None:
            self._hidden[ops.take(pixel, ops.flatnonzero(through <= _OPAQUE))] = True
        self._entries.append((pixel, through))

    def select(self, part: int, entries: Array) -> None:
        pixel, through = self._entries[part]
        self._entries[part] = self._ops.take(pixel, entries), self._ops.take(through, entries)

    def image(self) -> Array:
        if self._hidden is not None:
            self._image[self._hidden] = 0
        return self._image[None]

    def backward(self, grad: Array) -> tuple[list[Array], Array | None]:
        ops = self._ops
        grad = grad[0] * -self._image
        return [ops.take(grad, pixel) / through for pixel, through in self._entries], None


class _Collected:
    """Common to the compositors that must see all entries at once."""

    def __init__(self, ops: Ops, pixels: int, colours: Array) -> None:
        """Start with white paper; `colours` (S, channels) in [0, 1]."""
        self.channels = colours.shape[1]
        self._ops = ops
        self._pixels = pixels
        self._colours = colours
        self._parts: list[tuple[Array, Array, Array]] = []
        self._selected: dict[int, Array] = {}

    def add(self, pixel: Array, stroke: Array, alpha: Array) -> None:
        self._parts.append((pixel, stroke, alpha))

    def select(self, part: int, entries: Array) -> None:
        self._selected[part] = entries

    def _all(self) -> tuple[Array, Array, Array]:
        pixel, stroke, alpha = (
            self._ops.concat([part[i] for part in self._parts]) for i in range(3)
        )
        return pixel, stroke, alpha

    def _by_part(self, g: Array) -> list[Array]:
        result, first = [], 0
        for i, (pixel, _, _) in enumerate(self._parts):
            of_part = g[first : first + len(pixel)]
            first += len(pixel)
            selected = self._selected.get(i)
            result.append(of_part if selected is None else self._ops.take(of_part, selected))
        return result

    def _paper(self) -> Array:
        return self._ops.full((self.channels, self._pixels), 1.0, self._colours)

    def _sum_colours(self, stroke: Array, g: list[Array]) -> Array:
        """(S, channels) from dL/d(colour) of entries, one vector a channel."""
        result = 0 * self._colours
        for channel, values in enumerate(g):
            result[:, channel] = self._ops.sum_by(stroke, values, len(self._colours))
        return result


class Over(_Collected):
    """Coloured ink in drawing order.

    The entries of a pixel form a run, bottom first. Below and above each entry is got by scanning
    the runs with doubling steps: log2 of the deepest run, all pixels at once.
    """

    def image(self) -> Array:
        ops = self._ops
        image = self._paper()
        if not self._parts:
            return image
        pixel, stroke, alpha = self._all()
        self._order = order = ops.argsort(pixel * len(self._colours) + stroke)
        pixel, self._stroke, alpha = (ops.take(v, order) for v in (pixel, stroke, alpha))
        is_last = ops.concat([pixel[1:] != pixel[:-1], pixel[:1] >= 0])
        last = ops.flatnonzero(is_last)
        count = last - ops.concat([last[:1] * 0 - 1, last[:-1]])
        to_last = ops.repeat(last, count, len(pixel)) - ops.arange(len(pixel))
        from_first = ops.repeat(count, count, len(pixel)) - 1 - to_last
        depth = int(count.max())

        # Over everything so far: paper * through + ink. Above: the product of what follows.
        through, above = 1 - alpha, 1 - alpha
        ink = [alpha * ops.take(self._colours[:, i], self._stroke) for i in range(self.channels)]
        shift = 1
        while shift < depth:
            here = ops.flatnonzero(from_first >= shift)
            factor = ops.take(through, here)
            for values in ink:
                values[here] = ops.take(values, here) + factor * ops.take(values, here - shift)
            through[here] = factor * ops.take(through, here - shift)
            here = ops.flatnonzero(to_last >= shift)
            above[here] = ops.take(above, here) * ops.take(above, here + shift)
            shift *= 2
        composited = [through + values for values in ink]
        inner = ops.to_float(~is_last[:-1], alpha)
        one = ops.full((1,), 1.0, alpha)
        self._above = ops.concat([1 + inner * (above[1:] - 1), one])
        self._below = [ops.concat([one, 1 + inner * (v[:-1] - 1)]) for v in composited]
        self._pixel, self._alpha = pixel, alpha
        for channel, values in enumerate(composited):
            image[channel, ops.take(pixel, last)] = ops.take(values, last)
        return image

    def backward(self, grad: Array) -> tuple[list[Array], Array | None]:
        ops = self._ops
        if not self._parts:
            return [], 0 * self._colours
        g_alpha, g_colours = 0 * self._alpha, []
        for channel in range(self.channels):
            g = ops.take(grad[channel], self._pixel) * self._above
            colour = ops.take(self._colours[:, channel], self._stroke)
            g_alpha += g * (colour - self._below[channel])
            g_colours.append(g * self._alpha)
        in_parts = 0 * g_alpha
        in_parts[self._order] = g_alpha
        return self._by_part(in_parts), self._sum_colours(self._stroke, g_colours)


class Union(_Collected):
    """The strongest stroke of each pixel; of equals, the first."""

    def image(self) -> Array:
        ops = self._ops
        image = self._paper()
        if not self._parts:
            return image
        pixel, stroke, alpha = self._all()
        self._won = won = ops.first_smallest(pixel, ops.maximum(1 - alpha, 0), self._pixels)
        self._pixel, self._stroke, self._alpha = (ops.take(v, won) for v in (pixel, stroke, alpha))
        self._entries = len(pixel)
        for channel in range(self.channels):
            colour = ops.take(self._colours[:, channel], self._stroke)
            image[channel, self._pixel] = 1 - self._alpha * (1 - colour)
        return image

    def backward(self, grad: Array) -> tuple[list[Array], Array | None]:
        ops = self._ops
        if not self._parts:
            return [], 0 * self._colours
        g_alpha, g_colours = 0 * self._alpha, []
        for channel in range(self.channels):
            g = ops.take(grad[channel], self._pixel)
            g_alpha += g * (ops.take(self._colours[:, channel], self._stroke) - 1)
            g_colours.append(g * self._alpha)
        of_all = ops.full((self._entries,), 0.0, g_alpha)
        of_all[self._won] = g_alpha
        return self._by_part(of_all), self._sum_colours(self._stroke, g_colours)
