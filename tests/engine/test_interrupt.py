"""A cancelled job ends within a pass through a network."""

from __future__ import annotations

import threading

import pytest
import torch

from engine.interrupt import between_layers
from engine.service import Service
from engine.types import Cancelled, CancelToken, Failure, Progress
from tests.engine.fake_jobs import Gate, Inbox


class GatedLayer(torch.nn.Module):
    """Waits at a gate."""

    def __init__(self) -> None:
        super().__init__()
        self.gate = Gate()

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        self.gate.wait_here()
        return x


class CountedLayer(torch.nn.Module):
    """Counts its passes."""

    passes = 0

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        self.passes += 1
        return x


def test_a_cancelled_job_runs_no_further_layer():
    first, second = GatedLayer(), CountedLayer()
    network = torch.nn.Sequential(first, second)

    def handler(payload: object, context: object):
        network(torch.zeros(1))
        yield Progress(1.0)

    inbox = Inbox()
    service = Service(inbox, {"job": handler})
    service.start()
    request = service.submit("job", None)
    first.gate.wait_for_arrival()
    service.cancel(request)
    first.gate.open()
    answer = inbox.answer_to(request.id)
    assert isinstance(answer, Failure)
    assert answer.cancelled
    assert second.passes == 0
    assert inbox.progress(request.id) == []
    assert service.stop()


def test_only_this_thread_and_only_meanwhile():
    layer, token = CountedLayer(), CancelToken()
    token.cancel()
    with between_layers(token):
        with pytest.raises(Cancelled):
            layer(torch.zeros(1))
        other = threading.Thread(target=layer, args=(torch.zeros(1),))
        other.start()
        other.join()
        assert layer.passes == 1
    layer(torch.zeros(1))
    assert layer.passes == 2
