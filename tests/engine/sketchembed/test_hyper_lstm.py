"""The cell against the equations of the HyperNetworks paper, written out gate by gate."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from engine.sketchembed.hyper_lstm import HyperLSTM, State

D, P, H, K, E, B = 5, 3, 6, 4, 2, 2


def sigmoid(x: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-x))


def normal(x: np.ndarray) -> np.ndarray:
    return (x - x.mean()) / np.sqrt(x.var() + 1e-5)


def reference(
    cell: HyperLSTM, z: np.ndarray, y: np.ndarray, state: list[np.ndarray]
) -> list[np.ndarray]:
    """One step of one sequence."""
    p = {name: each.detach().numpy() for name, each in cell.named_parameters()}
    h, c, small_h, small_c = state
    gates = (
        p["hyper_latent.weight"] @ z
        + p["hyper_latent.bias"]
        + p["hyper_pen.weight"] @ y
        + h @ p["hyper_from_main"]
        + small_h @ p["hyper_recurrent"]
    )
    i, f, g, o = np.split(gates, 4)
    small_c = sigmoid(f + 1.0) * small_c + sigmoid(i) * np.tanh(g)
    small_h = sigmoid(o) * np.tanh(small_c)
    embedded = (p["embed.weight"] @ small_h + p["embed.bias"]).reshape(12, E)
    parts = []
    for gate in range(4):
        d_h = embedded[gate] @ p["scale_recurrent"][gate]
        d_x = embedded[4 + gate] @ p["scale_input"][gate]
        bias = embedded[8 + gate] @ p["bias"][gate]
        x_part = z @ p["main_latent"][gate] + y @ p["main_pen"][gate]
        mixed = d_h * (h @ p["main_recurrent"][gate]) + d_x * x_part + bias
        parts.append(normal(mixed) * p["gate_gain"][gate, 0] + p["gate_bias"][gate, 0])
    i, f, g, o = parts
    c = sigmoid(f) * c + sigmoid(i) * np.tanh(g)
    h = sigmoid(o) * np.tanh(normal(c) * p["cell_norm.weight"] + p["cell_norm.bias"])
    return [h, c, small_h, small_c]


def test_three_steps_follow_the_equations() -> None:
    torch.manual_seed(0)
    cell = HyperLSTM(D, P, H, K, E).double()
    for each in cell.parameters():
        torch.nn.init.normal_(each, std=0.5)
    z, y = torch.randn(B, D).double(), torch.randn(3, B, P).double()
    state = cell.first_state(z)
    expected = [[part[b].detach().numpy() for part in state] for b in range(B)]
    inputs = cell.inputs(cell.latent_inputs(z), y)
    for step in range(3):
        one = type(inputs)(inputs.main[step], inputs.hyper[step])
        state = cell(one, state)
        expected = [
            reference(cell, z[b].numpy(), y[step, b].numpy(), expected[b]) for b in range(B)
        ]
    for part in range(4):
        for b in range(B):
            assert state[part][b].tolist() == pytest.approx(expected[b][part].tolist(), abs=1e-9)


def test_one_step_at_a_time_is_the_same_as_all_inputs_at_once() -> None:
    cell = HyperLSTM(D, P, H, K, E)
    z, y = torch.randn(B, D), torch.randn(3, B, P)
    latent = cell.latent_inputs(z)
    at_once = cell.inputs(latent, y)
    state: State = cell.first_state(z)
    other = state
    for step in range(3):
        state = cell(type(at_once)(at_once.main[step], at_once.hyper[step]), state)
        other = cell(cell.inputs(latent, y[step]), other)
    assert torch.allclose(state.h, other.h, atol=1e-6)
