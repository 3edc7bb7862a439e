"""How recognisable sketches are: does a sketch find its own photo among others?

Judged by an encoder that the sketch was not optimised with (CLIPasso, section 4.3, has people and
other networks judge). Compared with XDoG's edges of the same photos, and with what comes of the
same optimisation from starts at salient edges or anywhere, and without either term of the loss
(supplement D.1 and E.2). What is sketched is what stands out (supplement B).
"""

from __future__ import annotations

import io
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image

from engine.abstraction.curves import lowered
from engine.abstraction.framing import Framing
from engine.abstraction.loss import LossTerms, abstraction_loss
from engine.abstraction.messages import DEFAULT_ITERATIONS, DEFAULT_RESTARTS
from engine.abstraction.optimisation import render_sketches
from engine.abstraction.placing import Placing
from engine.abstraction.prepared import PreparedPhoto, prepare_photo
from engine.abstraction.search import CONTOUR_RATES, SAMPLED_RATES, Effort, search
from engine.abstraction.subject import inside
from engine.abstraction.surroundings import Surroundings
from engine.abstraction.target import PLAIN
from engine.abstraction.xdog import luminance, xdog_edges
from engine.encoders.base import Encoder, embed_sketches
from engine.encoders.loading import load_encoder
from engine.encoders.strokewise import StrokewiseEncoder
from engine.errors import InputError
from engine.evaluation.image_tree import image_files
from engine.evaluation.metrics import top_k_accuracy
from engine.evaluation.run import finish
from engine.salient.loading import load_network
from engine.salient.mask import salient_mask

Report = Callable[[float, str], None]

BUNDLED, IMAGENET = "bundled", "efficientnet_lite0"
PLAIN_WAY = "full"
SAMPLED, RANDOM = "sampled_start", "random_start"
WAYS: dict[str, LossTerms] = {
    PLAIN_WAY: LossTerms(),
    SAMPLED: LossTerms(),
    RANDOM: LossTerms(),
    "no_geometric": LossTerms(geometric=0.0),
    "no_semantic": LossTerms(semantic=0.0),
}
"""What is optimised. Strokes begin along contours; in "sampled_start" at salient edges, as in the
paper, and in "random_start" anywhere on the photo."""
XDOG = "xdog"


@dataclass(frozen=True)
class Sketched:
    """One photo, sketched in one way.

    Attributes:
        controls: (n, 4, 2) px of the canvas.
        loss: the whole loss at full size, whatever was optimised.
        iterations, seconds: it took.
    """

    controls: torch.Tensor
    loss: float
    iterations: int
    seconds: float


def evaluate_abstraction(
    data: Path,
    encoder: Encoder,
    report: Report,
    *,
    sample: int = 200,
    gallery_size: int | None = None,
    strokes: tuple[int, ...] = (16,),
    ways: tuple[str, ...] = (PLAIN_WAY,),
    judge: str | None = None,
    iterations: int = DEFAULT_ITERATIONS,
) -> dict[str, object]:
    """Sketch photos and have another encoder find each photo by its sketch.

    Args:
        data: a folder or zip of photos; file names or folders name what they show.
        encoder: that is optimised with.
        sample: how many photos are sketched, spread evenly over the gallery.
        gallery_size: among how many photos each is looked for, spread evenly; None: all.
        strokes: numbers of strokes.
        ways: of `WAYS`.
        judge: name of the encoder that judges; None: of the two bundled ones the other.
        iterations: of each sketch at most.

    Returns:
        "data", "n" (sketches a number and way), "judge", "gallery", "metrics" and "photos". In
        "metrics" by number and way ("16", "16_random_start", "xdog"): "instance_acc_1" and
        "instance_acc_5" by the judge; the same "centred": the mean of the sketches and that of the
        photos are taken out of their embeddings first, for a network that was trained on photos
        only has all drawings in one corner; "loss", "iterations", "seconds" on average; and
        "category_top_1" over "named" photos where the judge has a word for what they show.

    Raises:
        InputError: no photos, no such way, or a judge that is the encoder.
    """
    wrong = [way for way in ways if way not in WAYS]
    if wrong:
        raise InputError(f"There is no way {wrong[0]}; there are {', '.join(WAYS)}.")
    judging = load_encoder(judge or (IMAGENET if encoder.name != IMAGENET else BUNDLED))
    if judging.fingerprint == encoder.fingerprint:
        raise InputError("The judge must be another encoder than the one that is optimised with.")
    network = load_network(encoder.device)
    files = image_files(data)
    among = [files[i] for i in _spread(len(files), min(gallery_size or len(files), len(files)))]
    chosen = _spread(len(among), min(sample, len(among)))
    photos = []
    for i, (_, read) in enumerate(among):
        report(0.1 * i / len(among), "photos")
        photos.append(_embed_photo(judging, _decoded(read())))
    gallery_embeddings = np.stack(photos)

    metrics: dict[str, dict[str, float]] = {}
    rows: list[dict[str, object]] = [{"photo": among[i][0]} for i in chosen]
    drawings: dict[str, list[torch.Tensor]] = {XDOG: []}
    done, total = 0, len(chosen) * len(ways) * len(strokes)
    for row, i in zip(rows, chosen, strict=True):
        rgb = _decoded(among[i][1]())
        photo = prepare_photo(rgb, encoder, salient_mask(rgb, network))
        drawings[XDOG].append(_xdog_drawing(rgb, judging.input_size))
        for n in strokes:
            for way in ways:
                report(0.1 + 0.9 * done / total, among[i][0])
                name = str(n) if way == PLAIN_WAY else f"{n}_{way}"
                made = sketch_photo(encoder, photo, n, way, iterations)
                around = Surroundings(photo.framing.side)
                drawn = render_sketches(made.controls[None], judging.input_size, around)
                drawings.setdefault(name, []).append(drawn.expand(-1, 3, -1, -1).cpu())
                row[name] = {
                    "loss": round(made.loss, 4),
                    "iterations": made.iterations,
                    "seconds": round(made.seconds, 1),
                }
                done += 1
    named = [_word(path) for path, _ in among]
    for name, images in drawings.items():
        metrics[name] = _judged(judging, images, gallery_embeddings, chosen, named)
        for figure in ("loss", "iterations", "seconds"):
            found = [row[name][figure] for row in rows if name in row]  # type: ignore[index]
            if found:
                metrics[name][figure] = float(np.mean(found))
    return {
        "data": data.name,
        "n": len(chosen),
        "gallery": len(among),
        "encoder": encoder.name,
        "judge": judging.name,
        "metrics": metrics,
        "photos": rows,
        "categories": {},
    }


def sketch_photo(
    encoder: Encoder, photo: PreparedPhoto, strokes: int, way: str, iterations: int
) -> Sketched:
    """One sketch by one of `WAYS`, with as many starts as usual. Seconds are of the processor."""
    began_s = time.process_time()
    if way == RANDOM:
        anywhere = inside(photo.framing.box, photo.framing.side)
        photo = replace(photo, probability=anywhere / anywhere.sum())
    generator = torch.Generator().manual_seed(0)
    around = Surroundings(photo.framing.side)
    placing = Placing(photo, around, generator, points=4)
    is_sampled = way in (SAMPLED, RANDOM)
    starts = placing.starts(strokes, DEFAULT_RESTARTS, sampled=is_sampled)
    rates = SAMPLED_RATES if is_sampled else CONTOUR_RATES
    effort = Effort(iterations, rates=rates, terms=WAYS[way])
    found = finish(search(encoder, photo, starts, around, effort, generator))
    seconds = time.process_time() - began_s
    side = encoder.canvas_size
    with torch.no_grad():
        image = render_sketches(found.controls[None], side, around)
        loss = abstraction_loss(encoder, photo.targets[side], image, torch.tensor([PLAIN]))
    return Sketched(lowered(found.controls, 4), float(loss[0]), found.iterations, seconds)


def _judged(
    judge: Encoder,
    images: list[torch.Tensor],
    gallery: NDArray[np.float32],
    chosen: list[int],
    words: list[str],
) -> dict[str, float]:
    with torch.no_grad():
        found = [embed_sketches(judge, image.to(judge.device)).cpu() for image in images]
    sketches = torch.cat(found).numpy()
    target = np.array(chosen)
    plain = sketches @ gallery.T
    centred = _unit(sketches - sketches.mean(0)) @ _unit(gallery - gallery.mean(0)).T
    figures = {
        "instance_acc_1": top_k_accuracy(plain, target, 1),
        "instance_acc_5": top_k_accuracy(plain, target, 5),
        "instance_acc_1_centred": top_k_accuracy(centred, target, 1),
        "instance_acc_5_centred": top_k_accuracy(centred, target, 5),
    }
    if isinstance(judge, StrokewiseEncoder):
        known = [k for k, i in enumerate(chosen) if words[i] in judge.category_names]
        right = 0
        for k in known:
            with torch.no_grad():
                guess = int(judge.guess(images[k].to(judge.device))[0].argmax())
            right += judge.category_names[guess] == words[chosen[k]]
        if known:
            figures |= {"category_top_1": right / len(known), "named": float(len(known))}
    return figures


def _unit(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    length = np.linalg.norm(vectors, axis=1, keepdims=True)
    unit: NDArray[np.float32] = vectors / np.maximum(length, 1e-12)
    return unit


def _embed_photo(judge: Encoder, rgb: NDArray[np.uint8]) -> NDArray[np.float32]:
    """(D,): the photo lies on the square as it does while it is sketched."""
    canvas = Framing(rgb.shape[1], rgb.shape[0], judge.input_size).to_canvas(rgb)
    with torch.no_grad():
        embedding: NDArray[np.float32] = judge.embed(canvas.to(judge.device))[0].cpu().numpy()
    return embedding


def _xdog_drawing(rgb: NDArray[np.uint8], side: int) -> torch.Tensor:
    """(1, 3, side, side): the photo's edges as dark lines on white, background and all."""
    framing = Framing(rgb.shape[1], rgb.shape[0], side)
    frame = inside(framing.box, side)
    lines = xdog_edges(luminance(framing.to_canvas(rgb))) * frame
    return (1 - lines).expand(-1, 3, -1, -1)


def _spread(count: int, wanted: int) -> list[int]:
    """`wanted` of `count` places, evenly."""
    return [int(each) for each in (np.arange(wanted) * count) // max(wanted, 1)]


def _decoded(data: bytes) -> NDArray[np.uint8]:
    with Image.open(io.BytesIO(data)) as image:
        return np.asarray(image.convert("RGB"))


def _word(path: str) -> str:
    """What a photo shows, by its name: `n02007558_flamingo.jpg` or `flamingo/3.jpg`."""
    *folders, file = path.split("/")
    name = file.rsplit(".", 1)[0]
    head, _, tail = name.partition("_")
    by_name = tail if head[:1] == "n" and head[1:].isdigit() else ""
    return (by_name or (folders[-1] if folders else name)).replace("_", " ").lower()
