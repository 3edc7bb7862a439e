"""The engine's handlers for what is in the store: list, names, verify, use, remove."""

from __future__ import annotations

from engine.context import Context
from engine.encoders.bundled import models_folder, read_weights
from engine.encoders.loading import bundled_model
from engine.encoders.store.background import Steps
from engine.encoders.store.hashing import hash_steps
from engine.encoders.store.messages import (
    ListModels,
    ListNames,
    ModelRow,
    RemoveModel,
    UseModel,
    Verdict,
    VerifyModels,
)
from engine.encoders.store.names import ModelName
from engine.encoders.store.sources import known_names, recommended
from engine.encoders.store.speed import device_label, measure
from engine.encoders.store.weights import BUNDLED, Installed, WeightStore
from engine.errors import InputError
from engine.types import Progress


def list_models(payload: ListModels, context: Context) -> Steps[tuple[ModelRow, ...]]:
    """All models: the bundled one, those the project recommends, those the user added."""
    store = WeightStore()
    yield Progress(0.0, "Looking")
    device = device_label(context.device)
    installed = store.installed()
    for name in (BUNDLED, *map(str, installed)) if payload.measure != "none" else ():
        if payload.measure == "all" or store.ms_per_image(name, device) is None:
            yield from measure(name, store, context)
    names = dict.fromkeys((*recommended(), *installed))
    return (_bundled_row(store, device), *(_row(name, store, device) for name in names))


def list_names(payload: ListNames, context: Context) -> Steps[tuple[str, ...]]:  # noqa: ARG001
    """Every name that can be fetched."""
    yield Progress(0.0, "Looking")
    return known_names()


def verify(payload: VerifyModels, context: Context) -> Steps[tuple[Verdict, ...]]:  # noqa: ARG001
    """Hash every file again."""
    store = WeightStore()
    installed = store.installed()
    yield Progress(0.0, f"Checking {BUNDLED}")
    verdicts = [Verdict(BUNDLED, _bundled_fault())]
    total = sum(record.size_bytes for record in installed.values())
    before = 0
    for name, record in installed.items():
        fault = yield from _fault(store, name, record, before, total)
        verdicts.append(Verdict(str(name), fault))
        before += record.size_bytes
    return tuple(verdicts)


def use(payload: UseModel, context: Context) -> Steps[str]:  # noqa: ARG001
    """Choose the encoder."""
    yield Progress(0.0)
    WeightStore().use(payload.name)
    return payload.name


def remove(payload: RemoveModel, context: Context) -> Steps[str]:
    """Delete a model from the store and from the engine's memory."""
    yield Progress(0.0)
    WeightStore().remove(ModelName.parse(payload.name))
    forget(payload.name, context)
    return payload.name


def forget(name: str, context: Context) -> None:
    """Drop the loaded encoder `name`: its file has changed or is gone."""
    for key in [key for key in context.cache if isinstance(key, tuple) and name in key]:
        del context.cache[key]


def _bundled_row(store: WeightStore, device: str) -> ModelRow:
    model = bundled_model()
    return ModelRow(
        name=BUNDLED,
        installed=True,
        size_bytes=len((models_folder() / model.file).read_bytes()),
        licence=model.licence,
        sha256=model.sha256,
        in_use=store.in_use == BUNDLED,
        ms_per_image=store.ms_per_image(BUNDLED, device),
        purpose="everything, without network",
        origin="comes with Strokewise",
    )


def _row(name: ModelName, store: WeightStore, device: str) -> ModelRow:
    record = store.find(name)
    source = recommended().get(name)
    return ModelRow(
        name=str(name),
        installed=record is not None,
        size_bytes=record.size_bytes if record else source.about_bytes if source else 0,
        licence=record.licence if record else source.licence if source else "",
        sha256=record.sha256 if record else source.sha256 if source else None,
        in_use=store.in_use == str(name),
        ms_per_image=store.ms_per_image(str(name), device),
        purpose=source.purpose if source else "",
        origin=record.origin if record else "",
    )


def _bundled_fault() -> str:
    try:
        read_weights(bundled_model())
    except InputError as error:
        return str(error)
    return ""


def _fault(
    store: WeightStore, name: ModelName, record: Installed, before: int, total: int
) -> Steps[str]:
    """What is wrong with a file, or "". `before` of the `total` bytes to hash are done."""
    steps = hash_steps(store.weights_path(name))
    while True:
        try:
            done = next(steps)
        except StopIteration as end:
            sound = end.value == record.sha256
            return "" if sound else f"The file of {name} is damaged; fetch it again."
        except OSError as error:
            return f"The file of {name} cannot be read ({error.strerror}); fetch it again."
        yield Progress(min(1.0, (before + done) / total), f"Checking {name}")
