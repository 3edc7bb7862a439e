"""Which handler answers which kind of request. Modules are imported when first asked for."""

from __future__ import annotations

import importlib
from typing import Any

from engine.context import Context, Handler
from engine.device import with_memory_fallback
from engine.types import Job
from engine.warmup import gentle_imports

HANDLERS: dict[str, str] = {
    "abstract": "engine.abstraction.job:abstract",
    "abstract.ladder": "engine.abstraction.ladder:ladder",
    "attribute": "engine.attribution.jobs:attribute",
    "categories": "engine.attribution.names:category_names",
    "correspond": "engine.correspondence.job:correspond",
    "correspond.show": "engine.correspondence.job:show_as_photo",
    "clean": "engine.attribution.cleaning:clean",
    "fragile": "engine.attribution.fragile:fragile",
    "guess": "engine.attribution.jobs:guess",
    "redraw": "engine.sketchembed.jobs:redraw",
    "redraw.combine": "engine.sketchembed.jobs:combine",
    "redraw.embed": "engine.sketchembed.jobs:embed",
    "redraw.finish": "engine.sketchembed.jobs:finish",
    "redraw.morph": "engine.sketchembed.jobs:morph",
    "score": "engine.attribution.jobs:score",
    "symbols.recognise": "engine.sketchembed.symbols:recognise",
    "models.describe": "engine.encoders.store.incoming:describe",
    "models.fetch": "engine.encoders.store.incoming:fetch",
    "models.import": "engine.encoders.store.incoming:import_file",
    "models.list": "engine.encoders.store.jobs:list_models",
    "models.names": "engine.encoders.store.jobs:list_names",
    "models.remove": "engine.encoders.store.jobs:remove",
    "models.use": "engine.encoders.store.jobs:use",
    "models.verify": "engine.encoders.store.jobs:verify",
    "photos.describe": "engine.retrieval.describing:describe",
    "photos.index": "engine.retrieval.indexing:index",
    "photos.search": "engine.retrieval.searching:search",
    "photos.share": "engine.retrieval.shared:share",
    "photos.shared": "engine.retrieval.shared:describe_shared",
    "salient": "engine.salient.job:salient",
    "warm-up": "engine.warmup:warm_up",
}
"""Kind of request to "module:function"."""


def resolve(path: str) -> Handler:
    """Import the handler named "module:function" without holding up the GUI thread.

    Raises:
        ImportError, AttributeError: there is no such handler.
    """
    module_name, _, function_name = path.partition(":")
    with gentle_imports():
        module = importlib.import_module(module_name)
    handler: Handler = getattr(module, function_name)
    return handler


def start_job(handler: Handler | str, payload: Any, context: Context) -> Job:
    """A job for one request: finds the handler, runs it, copes with memory running out.

    Raises (at a step, like everything else):
        InputError: the input is at fault, or memory ran out for good.
        Cancelled: the handler saw its token.
    """
    if isinstance(handler, str):
        handler = resolve(handler)
    return (yield from with_memory_fallback(handler, payload, context))
