"""Lets torchvision be imported beside a torch build that its binary part does not fit.

A CPU-only torch beside a CUDA build of torchvision (a usual outcome of installing both from
different indexes) cannot load torchvision's extension. Its Python part would do, but importing it
fails with "operator torchvision::nms does not exist": it describes that operator to the compiler
without looking whether it is there. Declaring the operator's schema is all it takes. timm and
open_clip import torchvision; neither calls these operators.
"""

from __future__ import annotations

import importlib

import torch

_SCHEMA = "(Tensor dets, Tensor scores, float iou_threshold) -> Tensor"
_SYMPTOM = "operator torchvision::nms does not exist"
_libraries: list[torch.library.Library] = []  # the schemas live as long as their library object


def import_torchvision() -> None:
    """Import torchvision, declaring the operators it misses if that is why it fails.

    Call it before the first import of timm or open_clip. Any other failure is raised as it is.
    """
    try:
        importlib.import_module("torchvision")
    except RuntimeError as error:
        if _SYMPTOM not in str(error):
            raise
        library = torch.library.Library("torchvision", "FRAGMENT")  # type: ignore[no-untyped-call]
        for operator in ("nms", "qnms"):
            library.define(operator + _SCHEMA)  # type: ignore[no-untyped-call]
        _libraries.append(library)
        importlib.import_module("torchvision")
