"""The trained warp estimator as the content of the one file that the program loads."""

from __future__ import annotations

import torch
from safetensors.torch import save

from engine.correspondence.estimator import WarpEstimator


def estimator_content(net: WarpEstimator, calibration: torch.Tensor) -> bytes:
    """A safetensors file: the weights in fp16, and the confidence's calibration (2, 4) in fp32."""
    tensors = {key: value.half().contiguous() for key, value in net.state_dict().items()}
    tensors["calibration"] = calibration.float().contiguous()
    content: bytes = save(tensors)
    return content
