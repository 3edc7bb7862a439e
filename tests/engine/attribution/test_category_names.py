from __future__ import annotations

from engine.attribution.names import CategoryNames, category_names
from engine.context import Context, Resources
from engine.types import CancelToken


def test_the_names_are_those_of_the_bundled_head():
    job = category_names(CategoryNames(), Context(CancelToken(), Resources("cpu", 0)))
    names = None
    while names is None:
        try:
            next(job)
        except StopIteration as end:
            names = end.value
    assert len(names) == 345
    assert list(names) == sorted(names)
    assert {"cat", "bicycle", "The Eiffel Tower"} <= set(names)
