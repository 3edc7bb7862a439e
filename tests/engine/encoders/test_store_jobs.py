"""The store's jobs from end to end: a hub, a download, a model that sees."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import filelock
import pytest
import torch

from engine.context import Context
from engine.encoders.store import download as download_module
from engine.encoders.store import incoming, jobs, sources
from engine.encoders.store.background import in_background
from engine.encoders.store.hub import ask_hub
from engine.encoders.store.messages import (
    DescribeModel,
    FetchModel,
    ImportModel,
    ListModels,
    ListNames,
    ModelRow,
    RemoveModel,
    UseModel,
    VerifyModels,
)
from engine.encoders.store.names import ModelName
from engine.encoders.store.offer import Offer
from engine.encoders.store.sources import Source, find_source, recommended
from engine.encoders.store.weights import BUNDLED, WeightStore
from engine.errors import InputError
from engine.registry import HANDLERS
from engine.types import CancelToken, Progress
from tests.engine.encoders.hub_server import COMMIT, FILE, REPOSITORY, HubServer, Publication
from tests.engine.encoders.tiny_clip import file_content, random_model

NAME = "tiny-vit/web"
SOURCE = Source(REPOSITORY, (FILE,), purpose="tests")


def _finish(job: Iterator[Progress]) -> Any:
    """The job's answer; its progress must be sensible."""
    while True:
        try:
            step = next(job)
        except StopIteration as end:
            return end.value
        assert 0 <= step.fraction <= 1


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch) -> Iterator[HubServer]:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    monkeypatch.setattr(download_module, "_PAUSE_S", 0.0)
    with HubServer(Publication(file_content(NAME))) as server:
        monkeypatch.setattr("huggingface_hub.constants.ENDPOINT", server.url)
        yield server


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> WeightStore:
    """An empty store; the registry knows one model, which is on the test's hub."""
    monkeypatch.setenv("STROKEWISE_MODELS", str(tmp_path / "models"))
    registry = {ModelName.parse(NAME): SOURCE}
    for module in (sources, jobs, incoming):
        monkeypatch.setattr(module, "recommended", lambda: registry)
    return WeightStore()


@pytest.fixture
def context() -> Context:
    return Context()


def _describe(context: Context, name: str = NAME) -> Offer:
    return _finish(incoming.describe(DescribeModel(name), context))


def _fetch(context: Context) -> Any:
    return _finish(incoming.fetch(FetchModel(_describe(context)), context))


def _listing(store: WeightStore) -> dict[str, bytes]:
    if not store.folder.exists():
        return {}
    files = store.folder.iterdir()
    return {path.name: path.read_bytes() for path in files if path.suffix != ".lock"}


def _fails(job: Iterator[Progress]) -> str:
    with pytest.raises(InputError) as caught:
        _finish(job)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_describes_before_anything_is_downloaded(
    hub: HubServer, store: WeightStore, context: Context
) -> None:
    offer = _describe(context)
    content = file_content(NAME)
    assert (offer.size_bytes, offer.sha256) == (len(content), hub.publication.sha256)
    assert (offer.licence, offer.repository, offer.revision) == ("mit", REPOSITORY, COMMIT)
    assert offer.url == f"{hub.url}/{REPOSITORY}/resolve/{COMMIT}/{FILE}"
    assert str(offer).startswith(f"{NAME} is 7.4 MB from {REPOSITORY}; licence: mit")
    assert hub.ranges == []
    assert _listing(store) == {}


def test_fetches_a_model_that_then_sees(
    hub: HubServer, store: WeightStore, context: Context
) -> None:
    record = _fetch(context)
    assert record == store.find(ModelName.parse(NAME))
    assert record.origin == f"{REPOSITORY}@{COMMIT[:12]}"
    encoder = context.encoder(NAME)
    image = torch.rand(1, 3, 64, 64)
    mean = torch.tensor([0.48145466, 0.4578275, 0.40821073]).view(3, 1, 1)
    std = torch.tensor([0.26862954, 0.26130258, 0.27577711]).view(3, 1, 1)
    with torch.no_grad():
        expected = random_model(NAME).encode_image((image - mean) / std, normalize=True)
        torch.testing.assert_close(encoder.embed(image), expected, rtol=1e-4, atol=1e-5)
    (row,) = (r for r in _finish(jobs.list_models(ListModels(), context)) if r.name == NAME)
    assert row.installed
    assert row.ms_per_image is not None
    assert row.ms_per_image > 0


def test_fetching_again_downloads_only_what_is_damaged(
    hub: HubServer, store: WeightStore, context: Context
) -> None:
    _fetch(context)
    _fetch(context)
    assert len(hub.ranges) == 1
    old = context.encoder(NAME)
    path = store.weights_path(ModelName.parse(NAME))
    path.write_bytes(b"?" + path.read_bytes()[1:])
    _fetch(context)
    assert len(hub.ranges) == 2
    assert path.read_bytes() == file_content(NAME)
    assert context.encoder(NAME) is not old


def test_another_revision_replaces_the_model_in_use(
    hub: HubServer, store: WeightStore, context: Context
) -> None:
    _fetch(context)
    before = context.encoder(NAME).fingerprint
    store.part_path(ModelName.parse(NAME), "9" * 64).write_bytes(b"half of an older one")
    hub.publication = Publication(file_content(NAME, seed=1), etag='"second"')
    _fetch(context)
    assert context.encoder(NAME).fingerprint != before
    assert sorted(_listing(store)) == [
        "state.json",
        "tiny-vit--web.json",
        "tiny-vit--web.safetensors",
    ]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"\x80\x04" + b"pickle" * 50, "What arrived for tiny-vit/web is not a safetensors file"),
        (file_content("tiny-resnet/web"), "What arrived for tiny-vit/web is not tiny-vit: "),
        (file_content(NAME)[:-4], "not a sound safetensors file"),
    ],
)
def test_what_is_not_the_model_stays_out(
    content: bytes, words: str, hub: HubServer, store: WeightStore, context: Context
) -> None:
    _fetch(context)
    before = _listing(store)
    hub.publication = Publication(content, etag='"hostile"')
    assert words in _fails(incoming.fetch(FetchModel(_describe(context)), context))
    assert _listing(store) == before


def test_a_wrong_hash_stays_out(hub: HubServer, store: WeightStore, context: Context) -> None:
    hub.publication.sha256 = "0" * 64
    assert "SHA-256" in _fails(incoming.fetch(FetchModel(_describe(context)), context))
    assert _listing(store) == {}


def test_what_could_not_be_used_is_not_even_asked_for(
    hub: HubServer, store: WeightStore, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    registry = {ModelName.parse("tiny-borrowed/web"): SOURCE}
    monkeypatch.setattr(sources, "recommended", lambda: registry)
    job = incoming.describe(DescribeModel("tiny-borrowed/web"), context)
    assert "borrows its text tower" in _fails(job)
    assert hub.pages_asked == 0


def test_a_pin_is_demanded_of_the_hub(hub: HubServer) -> None:
    name = ModelName.parse(NAME)
    pinned = Source(REPOSITORY, (FILE,), "MIT", sha256=hub.publication.sha256)
    assert ask_hub(name, pinned).sha256 == hub.publication.sha256
    with pytest.raises(InputError, match="not the one that Strokewise has pinned"):
        ask_hub(name, Source(REPOSITORY, (FILE,), sha256="0" * 64))


def test_a_cancelled_fetch_installs_nothing_and_goes_on_later(
    hub: HubServer, store: WeightStore, context: Context
) -> None:
    offer = _describe(context)
    hub.faults.cut_after, hub.faults.cuts = 1_000_000, 1
    hub.faults.hold = threading.Event()
    job = incoming.fetch(FetchModel(offer), context)
    while next(job).fraction * offer.size_bytes < 1_000_000:
        pass
    (worker,) = (t for t in threading.enumerate() if t.name == "strokewise-download")
    job.close()
    hub.faults.hold.set()
    worker.join(10)
    part = store.part_path(offer.name, offer.sha256)
    assert part.read_bytes() == file_content(NAME)[:1_000_000]  # nothing after the cancelling
    assert store.installed() == {}
    _fetch(context)
    assert list(store.installed()) == [offer.name]
    assert hub.ranges == [None, "bytes=1000000-"]


def test_two_programs_do_not_fetch_the_same_model(
    hub: HubServer, store: WeightStore, context: Context
) -> None:
    offer = _describe(context)
    store.prepare()
    with filelock.FileLock(store.folder / "tiny-vit--web.lock"):
        assert "Another Strokewise" in _fails(incoming.fetch(FetchModel(offer), context))
    assert hub.ranges == []


@pytest.mark.parametrize(
    ("page", "words"),
    [
        (b"<html>", "not a model's page"),
        (b"[]", "not a model's page"),
        (b"{}", "not a model's page"),
        (b"[" * 100_000, "not a model's page"),
        (json.dumps({"sha": "main", "siblings": []}).encode(), "not a model's page"),
        (json.dumps({"sha": COMMIT, "siblings": [{}]}).encode(), "not offered as safetensors"),
        (
            json.dumps(
                {
                    "sha": COMMIT,
                    "siblings": [{"rfilename": FILE, "lfs": {"sha256": "../..", "size": 1}}],
                }
            ).encode(),
            "not a model's page",
        ),
    ],
)
def test_a_hub_that_talks_nonsense(page: bytes, words: str, hub: HubServer) -> None:
    hub.faults.page = page
    with pytest.raises(InputError, match=words):
        ask_hub(ModelName.parse(NAME), SOURCE)


@pytest.mark.parametrize(
    ("status", "words"), [(404, "does not have"), (401, "everybody"), (503, "cannot be reached")]
)
def test_a_hub_that_refuses(status: int, words: str, hub: HubServer) -> None:
    hub.faults.page_status = status
    with pytest.raises(InputError, match=words):
        ask_hub(ModelName.parse(NAME), SOURCE)


def test_offline_mode_is_respected(hub: HubServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", True)
    with pytest.raises(InputError, match="HF_HUB_OFFLINE"):
        ask_hub(ModelName.parse(NAME), SOURCE)
    assert hub.pages_asked == 0


def test_a_hub_that_is_not_there() -> None:
    with pytest.raises(InputError, match="cannot be reached"):
        ask_hub(ModelName.parse(NAME), SOURCE, "http://127.0.0.1:9")


def test_pickles_are_not_even_offered(hub: HubServer) -> None:
    hub.publication.filename = "open_clip_pytorch_model.bin"
    with pytest.raises(InputError, match="not offered as safetensors"):
        ask_hub(ModelName.parse(NAME), SOURCE)


def test_licence_comes_from_the_card_or_else_the_registry(hub: HubServer) -> None:
    name = ModelName.parse(NAME)
    known = Source(REPOSITORY, (FILE,), licence="MIT")
    hub.card = {"license": "other", "license_name": "research-only"}
    assert ask_hub(name, known).licence == "research-only"
    hub.card = {"license": "apache-2.0"}
    assert ask_hub(name, known).licence == "apache-2.0"
    hub.card = {}
    assert ask_hub(name, known).licence == "MIT"
    assert ask_hub(name, SOURCE).licence == "not stated"


def test_imports_a_file_of_the_users(tmp_path: Path, store: WeightStore, context: Context) -> None:
    path = tmp_path / "my weights.safetensors"
    path.write_bytes(file_content(NAME))
    record = _finish(incoming.import_file(ImportModel("tiny-vit/mine", path), context))
    assert (record.origin, record.licence) == ("my weights.safetensors", "not stated")
    assert context.encoder("tiny-vit/mine").name == "tiny-vit/mine"
    assert path.exists()
    rows = _finish(jobs.list_models(ListModels(), context))
    assert [row.name for row in rows] == [BUNDLED, NAME, "tiny-vit/mine"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, "There is no file"),
        (b"PK\3\4 a torch archive", "mine.pt is not a safetensors file"),
        (file_content("tiny-resnet/web"), "mine.pt is not tiny-vit"),
        (file_content(NAME)[:5000], "mine.pt is not"),
    ],
)
def test_files_that_cannot_be_imported(
    content: bytes | None, words: str, tmp_path: Path, store: WeightStore, context: Context
) -> None:
    path = tmp_path / "mine.pt"
    if content is not None:
        path.write_bytes(content)
    assert words in _fails(incoming.import_file(ImportModel(NAME, path), context))
    assert _listing(store) == {}


def test_a_file_must_be_the_pinned_one(
    tmp_path: Path, store: WeightStore, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    pinned = {ModelName.parse(NAME): Source(REPOSITORY, (FILE,), sha256="0" * 64)}
    monkeypatch.setattr(incoming, "recommended", lambda: pinned)
    path = tmp_path / "mine.safetensors"
    path.write_bytes(file_content(NAME))
    sentence = _fails(incoming.import_file(ImportModel(NAME, path), context))
    assert "is not the file that Strokewise has pinned" in sentence
    assert _listing(store) == {}


def test_a_cancelled_import_leaves_nothing(
    tmp_path: Path, store: WeightStore, context: Context
) -> None:
    path = tmp_path / "mine.safetensors"
    path.write_bytes(file_content(NAME))
    job = incoming.import_file(ImportModel(NAME, path), context)
    while not next(job).text.startswith("Copying"):
        pass
    job.close()
    assert _listing(store) == {}


def test_lists_what_there_is_without_network(store: WeightStore, context: Context) -> None:
    bundled, web = _finish(jobs.list_models(ListModels(), context))
    assert bundled.name == BUNDLED
    assert bundled.installed
    assert bundled.in_use
    assert bundled.size_bytes > 1_000_000
    assert web == ModelRow(NAME, False, 0, "", None, False, None, "tests")
    assert _listing(store) == {}


def test_measures_on_request_and_remembers(store: WeightStore, context: Context) -> None:
    bundled, _ = _finish(jobs.list_models(ListModels("missing"), context))
    assert bundled.ms_per_image is not None
    again, _ = _finish(jobs.list_models(ListModels("missing"), context))
    assert again.ms_per_image == bundled.ms_per_image
    anew, _ = _finish(jobs.list_models(ListModels("all"), context))
    assert anew.ms_per_image != bundled.ms_per_image


def test_verify_finds_damage(hub: HubServer, store: WeightStore, context: Context) -> None:
    _fetch(context)
    verdicts = _finish(jobs.verify(VerifyModels(), context))
    assert [(v.name, v.sound) for v in verdicts] == [(BUNDLED, True), (NAME, True)]
    path = store.weights_path(ModelName.parse(NAME))
    path.write_bytes(path.read_bytes()[:-1])
    _, verdict = _finish(jobs.verify(VerifyModels(), context))
    assert verdict.sentence == "The file of tiny-vit/web is damaged; fetch it again."
    path.unlink()
    _, verdict = _finish(jobs.verify(VerifyModels(), context))
    assert "cannot be read" in verdict.sentence


def test_uses_and_removes(hub: HubServer, store: WeightStore, context: Context) -> None:
    assert "not installed" in _fails(jobs.use(UseModel(NAME), context))
    _fetch(context)
    _finish(jobs.use(UseModel(NAME), context))
    rows = {row.name: row for row in _finish(jobs.list_models(ListModels(), context))}
    assert rows[NAME].in_use
    assert not rows[BUNDLED].in_use
    _finish(jobs.remove(RemoveModel(NAME), context))
    assert store.installed() == {}
    assert store.in_use == BUNDLED
    with pytest.raises(InputError, match="not installed"):
        context.encoder(NAME)


def test_the_registry_names_the_three_models_that_matter() -> None:
    found = {str(name): source for name, source in recommended().items()}
    assert set(found) == {"RN101/openai", "ViT-B-32/openai", "MobileCLIP2-S0/dfndr2b"}
    for name, source in found.items():
        resolved = find_source(ModelName.parse(name), registry={})
        assert resolved.repository == source.repository  # open_clip says the same
        assert source.files[0] in resolved.files
        assert source.licence


def test_other_names_are_resolved_by_open_clip() -> None:
    source = find_source(ModelName.parse("ViT-B-16/laion2b_s34b_b88k"))
    assert source.repository == "laion/CLIP-ViT-B-16-laion2B-s34B-b88K"
    named = find_source(ModelName.parse("ViTamin-S/datacomp1b"))
    assert named.files[0] == "pytorch_model.safetensors"
    with pytest.raises(InputError, match='RN101 has no weights "x"; it has openai, yfcc15m'):
        find_source(ModelName.parse("RN101/x"))
    with pytest.raises(InputError, match='open_clip knows no model "Nothing"'):
        find_source(ModelName.parse("Nothing/x"))
    names = _finish(jobs.list_names(ListNames(), Context()))
    assert names[0] == "RN101/openai"
    assert "ViT-B-16/laion2b_s34b_b88k" in names
    assert len(names) == len(set(names))


def test_every_kind_has_its_handler() -> None:
    import importlib

    kinds = [kind for kind in HANDLERS if kind.startswith("models.")]
    assert len(kinds) == 8
    for kind in kinds:
        module, function = HANDLERS[kind].split(":")
        assert callable(getattr(importlib.import_module(module), function))


def test_background_steps_return_raise_and_close() -> None:
    closed = []

    def steps(error: Exception | None = None, forever: bool = False):
        try:
            yield Progress(0.5, "half")
            while forever:
                yield Progress(0.6, "on and on")
            if error is not None:
                raise error
            return "answer"
        finally:
            closed.append(True)

    assert _finish(in_background(steps(), CancelToken(), "")) == "answer"
    with pytest.raises(InputError, match="no luck"):
        _finish(in_background(steps(InputError("no luck")), CancelToken(), ""))
    job = in_background(steps(forever=True), CancelToken(), "Waiting")
    assert next(job).text in ("Waiting", "half", "on and on")
    job.close()
    assert closed == [True] * 3


def _no_network(*_: object, **__: object) -> None:
    raise AssertionError("the network was used")


@pytest.mark.parametrize(
    "ask",
    [
        lambda context: jobs.list_models(ListModels("all"), context),
        lambda context: jobs.list_names(ListNames(), context),
        lambda context: jobs.verify(VerifyModels(), context),
    ],
)
def test_nothing_but_fetching_uses_the_network(
    ask: Callable[[Context], Any],
    store: WeightStore,
    context: Context,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("socket.socket.connect", _no_network)
    _finish(ask(context))
