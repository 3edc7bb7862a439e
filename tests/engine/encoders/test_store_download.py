"""Downloads from a server that fails in every way it can."""

from __future__ import annotations

import hashlib
import io
import shutil
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from engine.encoders.store import download as download_module
from engine.encoders.store import http as http_module
from engine.encoders.store.download import Download, Wanted
from engine.errors import InputError
from tests.engine.encoders.hub_server import COMMIT, FILE, REPOSITORY, HubServer, Publication

CONTENT = hashlib.shake_128(b"weights").digest(3_000_000)
HALF = len(CONTENT) // 2


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch) -> Iterator[HubServer]:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    monkeypatch.setattr(download_module, "_PAUSE_S", 0.0)
    with HubServer(Publication(CONTENT)) as server:
        yield server


@pytest.fixture
def part(tmp_path: Path) -> Path:
    return tmp_path / "model.part"


def _download(hub: HubServer, part: Path, sha256: str = "") -> Download:
    file = hub.publication
    url = f"{hub.url}/{REPOSITORY}/resolve/{COMMIT}/{FILE}"
    return Download(Wanted(url, file.size, sha256 or file.sha256), part)


def _failure(download: Download) -> str:
    with pytest.raises(InputError) as caught:
        list(download.run())
    sentence = str(caught.value)
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return sentence


def _files(part: Path) -> list[str]:
    return sorted(path.name for path in part.parent.iterdir())


def test_downloads_through_a_redirect_with_growing_progress(hub: HubServer, part: Path) -> None:
    steps = list(_download(hub, part).run())
    assert part.read_bytes() == CONTENT
    assert steps == sorted(steps)
    assert steps[-1] == len(CONTENT)
    assert len(steps) > 5
    assert hub.ranges == [None]
    assert _files(part) == ["model.part"]


def test_a_cut_connection_is_taken_up_again_within_the_download(hub: HubServer, part: Path) -> None:
    hub.faults.cut_after, hub.faults.cuts = 1_000_000, 2
    list(_download(hub, part).run())
    assert part.read_bytes() == CONTENT
    assert hub.ranges == [None, "bytes=1000000-", "bytes=2000000-"]


def test_a_lost_connection_keeps_what_came_for_the_next_time(hub: HubServer, part: Path) -> None:
    hub.faults.cut_after, hub.faults.cuts = HALF, 1
    steps = _download(hub, part).run()
    for done in steps:
        if done >= HALF:
            hub.faults.status = 503
            break
    with pytest.raises(InputError, match=r"lost at 1\.5 of 3\.0 MB; fetch again"):
        list(steps)
    assert part.read_bytes() == CONTENT[:HALF]
    hub.faults.status = None
    hub.ranges.clear()
    list(_download(hub, part).run())
    assert part.read_bytes() == CONTENT
    assert hub.ranges == [f"bytes={HALF}-"]
    assert _files(part) == ["model.part"]


def test_a_server_that_never_sends_a_byte_is_given_up(hub: HubServer, part: Path) -> None:
    hub.faults.cut_after, hub.faults.cuts = 0, 99
    assert "lost at 0.0 of 3.0 MB" in _failure(_download(hub, part))
    assert len(hub.ranges) == 3


def test_no_server_at_all(hub: HubServer, part: Path) -> None:
    download = Download(Wanted("http://127.0.0.1:9/x", 10, "0" * 64), part)
    assert "connection was lost" in _failure(download)
    assert _files(part) == []


def test_cancelling_keeps_what_came(hub: HubServer, part: Path) -> None:
    steps = _download(hub, part).run()
    next(steps)
    steps.close()
    came = part.read_bytes()
    assert 0 < len(came) < len(CONTENT)
    assert CONTENT.startswith(came)
    list(_download(hub, part).run())
    assert part.read_bytes() == CONTENT
    assert hub.ranges == [None, f"bytes={len(came)}-"]


def test_another_file_under_the_same_address_starts_anew(hub: HubServer, part: Path) -> None:
    steps = _download(hub, part).run()
    next(steps)
    steps.close()
    hub.publication = Publication(CONTENT[::-1], etag='"second"')
    list(_download(hub, part).run())
    assert part.read_bytes() == CONTENT[::-1]


def test_a_server_without_ranges_sends_everything_again(hub: HubServer, part: Path) -> None:
    part.write_bytes(CONTENT[:HALF])
    hub.faults.ignores_ranges = True
    list(_download(hub, part).run())
    assert part.read_bytes() == CONTENT


def test_a_complete_part_is_only_hashed(hub: HubServer, part: Path) -> None:
    part.write_bytes(CONTENT)
    list(_download(hub, part).run())
    assert hub.ranges == []


def test_a_part_that_is_too_long_starts_anew(hub: HubServer, part: Path) -> None:
    part.write_bytes(CONTENT + b"?")
    list(_download(hub, part).run())
    assert part.read_bytes() == CONTENT
    assert hub.ranges == [None]


def test_a_spoilt_part_is_noticed_and_thrown_away(hub: HubServer, part: Path) -> None:
    part.write_bytes(b"?" * HALF)
    assert "SHA-256" in _failure(_download(hub, part))
    assert _files(part) == []


def test_a_wrong_hash(hub: HubServer, part: Path) -> None:
    assert "SHA-256" in _failure(_download(hub, part, "0" * 64))
    assert _files(part) == []


def test_a_range_that_starts_elsewhere(hub: HubServer, part: Path) -> None:
    part.write_bytes(CONTENT[:HALF])
    hub.faults.wrong_range = True
    assert "another file" in _failure(_download(hub, part))
    assert _files(part) == []


def test_a_file_of_another_size_is_refused_before_it_comes(hub: HubServer, part: Path) -> None:
    hub.faults.announced_more = 1000
    assert "another file" in _failure(_download(hub, part))
    assert _files(part) == []


def test_a_range_beyond_the_servers_file_starts_anew(hub: HubServer, part: Path) -> None:
    part.write_bytes(CONTENT[:HALF])
    content, hub.publication = hub.publication, Publication(CONTENT[:1000])
    wanted = Wanted(_download(hub, part).wanted.url, content.size, content.sha256)
    assert "another file" in _failure(Download(wanted, part))
    assert hub.ranges == [f"bytes={HALF}-", None]


@pytest.mark.parametrize(
    ("status", "words"),
    [(404, "does not have this file"), (401, "everybody"), (403, "everybody"), (500, "lost")],
)
def test_refusals(status: int, words: str, hub: HubServer, part: Path) -> None:
    hub.faults.status = status
    assert words in _failure(_download(hub, part))
    assert _files(part) == []


@pytest.mark.parametrize("place", ["file:///etc/hostname", "ftp://127.0.0.1/x", "data:,x"])
def test_redirects_off_the_web_are_refused(place: str, hub: HubServer, part: Path) -> None:
    hub.faults.redirect_to = place
    assert "fetched" in (sentence := _failure(_download(hub, part))) or "error 302" in sentence
    assert _files(part) == []


def test_redirects_out_of_https_are_refused() -> None:
    redirects = http_module._SafeRedirects()
    request = urllib.request.Request("https://hub.example/x")
    answer = redirects.redirect_request(request, None, 302, "", {}, "https://files.example/x")
    assert answer is not None
    assert answer.full_url == "https://files.example/x"
    body = io.BytesIO()
    with pytest.raises(InputError, match="unsafe address"):
        redirects.redirect_request(request, body, 302, "", {}, "http://files.example/x")
    assert body.closed


def test_endless_redirects(hub: HubServer, part: Path) -> None:
    hub.faults.redirect_to = f"{hub.url}/{REPOSITORY}/resolve/{COMMIT}/{FILE}"
    assert "does not have this file" in _failure(_download(hub, part))


def test_a_disk_without_room_is_not_filled(
    hub: HubServer, part: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = SimpleNamespace(free=10_000_000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: room)
    assert "10 MB left, too little for the 3 MB" in _failure(_download(hub, part))
    assert hub.ranges == []
    assert _files(part) == []


def test_a_disk_that_fills_up_meanwhile(
    hub: HubServer, part: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    resource = pytest.importorskip("resource")  # a limit on file sizes, where there is one
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, hard))
    try:
        sentence = _failure(_download(hub, part))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert "cannot be stored (File too large), so it was thrown away" in sentence
    assert _files(part) == []
