"""Write the trained warp estimator as the one file that the program loads."""

from __future__ import annotations

import hashlib
from pathlib import Path

import torch
from safetensors.torch import save

from engine.correspondence.estimator import WarpEstimator


def write_estimator(net: WarpEstimator, path: Path, calibration: torch.Tensor | None = None) -> str:
    """Write the safetensors file in fp16; its SHA-256, in hexadecimal, is the answer.

    Args:
        net: trained.
        path: of the file.
        calibration: of the confidence (`engine.correspondence.confidence`), kept in fp32.
    """
    tensors = {key: value.half().contiguous() for key, value in net.state_dict().items()}
    if calibration is not None:
        tensors["calibration"] = calibration.float().contiguous()
    path.parent.mkdir(parents=True, exist_ok=True)
    content = save(tensors)
    path.write_bytes(content)
    return hashlib.sha256(content).hexdigest()
