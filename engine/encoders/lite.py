"""The bundled encoder: an EfficientNet-Lite trunk behind the encoder interface."""

from __future__ import annotations

from collections.abc import Iterator

import torch
from torch.nn.functional import interpolate, normalize, relu6

from engine.encoders.base import Features
from engine.encoders.folded_lite import FoldedLite, normalise

HEAD = "head"
_SALIENCY_ZOOM = 2
_SALIENCY_STAGE = "block4"
CANVAS_SIZE = 224
"""CLIPasso's canvas; the network is convolutional and takes any."""
COARSE_CANVAS_SIZE = 128
"""A third of the work of `CANVAS_SIZE`: enough to tell where strokes belong."""


class LiteEncoder:
    """A frozen `FoldedLite` trunk. See `engine.encoders.base.Encoder` for the contract.

    Stages: "stem", "block0" to "block6" (the seven groups of inverted residuals) and "head", the
    1280 maps whose mean over positions is the embedding.
    """

    # It was trained on photos only. Best of 0, 0.5 and 0.9 in the sketches that were looked at.
    line_drawing_share: float = 0.9

    semantic_dimensions: int | None = None

    # Strides 8 to 32. In a few single runs on scikit-image's photos that were looked at, earlier
    # ones answered texture, lines lost their place without block 2, and block 5 made strokes agree
    # on the shape of the whole.
    geometric_stages: tuple[str, ...] = ("block2", "block3", "block4", "block5")

    def __init__(
        self, trunk: FoldedLite, name: str, fingerprint: str, device: torch.device
    ) -> None:
        self.name = name
        self.fingerprint = fingerprint
        self.input_size = trunk.shape.input_size
        self.canvas_size = CANVAS_SIZE
        self.coarse_canvas_size = COARSE_CANVAS_SIZE
        self.device = device
        # Channels last is a fifth faster on CPUs, where depthwise convolutions dominate.
        self._trunk = trunk.requires_grad_(False).eval().to(device)
        self._trunk.to(memory_format=torch.channels_last)  # type: ignore[call-overload]

    def embed(self, images: torch.Tensor) -> torch.Tensor:
        """(B, D) L2-normalised embeddings of (B, 3, S, S) RGB images in [0, 1]."""
        return self.encode(images, (HEAD,)).embedding

    def feature_maps(
        self, images: torch.Tensor, stages: tuple[str, ...] = ()
    ) -> dict[str, torch.Tensor]:
        """Maps of `stages` (default: `geometric_stages`), stopping at the deepest."""
        wanted = stages or self.geometric_stages
        found: dict[str, torch.Tensor] = {}
        for stage, maps in self._walk(images):
            if stage in wanted:
                found[stage] = maps
            if len(found) == len(wanted):
                return found
        raise ValueError(f"no such stages: {sorted(set(wanted) - set(found))}")

    def encode(self, images: torch.Tensor, stages: tuple[str, ...] = ()) -> Features:
        """Maps of `stages` (default: `geometric_stages`) and the embedding, in one pass."""
        wanted = stages or self.geometric_stages
        maps = self.feature_maps(images, (*(s for s in wanted if s != HEAD), HEAD))
        embedding = _embedding(maps[HEAD])
        return Features({stage: maps[stage] for stage in wanted}, embedding)

    def saliency(self, image: torch.Tensor) -> torch.Tensor:
        """(S, S) relevancy in [0, 1] of one (1, 3, S, S) image: where the encoder looks.

        A network without attention has no class token to ask (CLIPasso, supplement A), so the
        question is put in two ways. Which positions agree with the embedding: the head's map,
        projected on the embedding (a class activation map whose class is the image itself). And
        which positions move it: gradient times activation of the embedding's energy at stride
        16, in absolute value. Their product is smooth like the first and precise like the
        second. The image is looked at in double size, for twice as many positions.
        """
        zoomed = interpolate(
            image, scale_factor=_SALIENCY_ZOOM, mode="bicubic", align_corners=False
        ).clamp(0, 1)
        with torch.enable_grad():
            maps: dict[str, torch.Tensor] = {}
            for stage, x in self._walk(zoomed):
                maps[stage] = x
                if stage == _SALIENCY_STAGE:
                    x.detach_().requires_grad_(True)
            energy = maps[HEAD].mean((2, 3)).square().sum()
            (gradient,) = torch.autograd.grad(energy, maps[_SALIENCY_STAGE])
        agreement = torch.einsum("bchw,bc->bhw", maps[HEAD], _embedding(maps[HEAD]))[:, None]
        effect = (gradient * maps[_SALIENCY_STAGE]).abs().sum(1, keepdim=True)
        size = image.shape[-2:]
        product = _unit(agreement.detach(), size) * _unit(effect.detach(), size).sqrt()
        return _unit(product, size)[0, 0]

    def _walk(self, images: torch.Tensor) -> Iterator[tuple[str, torch.Tensor]]:
        """The stages' outputs one after the other; nothing is computed beyond the last taken."""
        trunk = self._trunk
        x = normalise(images).contiguous(memory_format=torch.channels_last)
        x = relu6(trunk.stem(x))
        yield "stem", x
        for i, stage in enumerate(trunk.stages):
            x = stage(x)
            yield f"block{i}", x
        yield HEAD, relu6(trunk.head(x))


def _embedding(head: torch.Tensor) -> torch.Tensor:
    return normalize(head.mean((2, 3)), dim=1)


def _unit(maps: torch.Tensor, size: torch.Size) -> torch.Tensor:
    """(1, 1, h, w) smoothly enlarged to `size` and stretched to [0, 1]; a flat map becomes 1."""
    maps = interpolate(maps, size, mode="bicubic", align_corners=False)
    maps = maps - maps.amin()
    peak = maps.amax()
    return maps / peak if peak > 0 else torch.ones_like(maps)
