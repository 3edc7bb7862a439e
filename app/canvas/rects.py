"""Between boxes (x0, y0, x1, y1), affines and Qt's rectangles and transforms."""

from __future__ import annotations

import math

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QTransform

from engine.strokes import Bounds, FloatArray


def rect_of(box: Bounds) -> QRectF:
    """The rectangle of a box."""
    return QRectF(box[0], box[1], box[2] - box[0], box[3] - box[1])


def box_of(rect: QRectF) -> Bounds:
    """The box of a rectangle."""
    return rect.x(), rect.y(), rect.x() + rect.width(), rect.y() + rect.height()


def transform_of(affine: FloatArray) -> QTransform:
    """The transform of a (2, 3) affine."""
    (a, c, e), (b, d, f) = affine.tolist()
    return QTransform(a, b, c, d, e, f)


def device_rect(rect: QRect, pixel_ratio: float) -> QRect:
    """The device pixels that a rectangle of view px touches."""
    left, top = math.floor(rect.x() * pixel_ratio), math.floor(rect.y() * pixel_ratio)
    right = math.ceil((rect.x() + rect.width()) * pixel_ratio)
    bottom = math.ceil((rect.y() + rect.height()) * pixel_ratio)
    return QRect(left, top, right - left, bottom - top)


def view_rect(rect: QRect, pixel_ratio: float) -> QRect:
    """The view px that a rectangle of device pixels touches."""
    return QRectF(
        rect.x() / pixel_ratio,
        rect.y() / pixel_ratio,
        rect.width() / pixel_ratio,
        rect.height() / pixel_ratio,
    ).toAlignedRect()
