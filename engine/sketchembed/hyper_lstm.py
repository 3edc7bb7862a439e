"""HyperLSTM (Ha, Dai and Le, *HyperNetworks*, 2017, section 3.2 and appendix A.2.2).

A small LSTM watches the large one and scales its weights at every step:

    g = LN(d_h * (W_h h) + d_x * (W_x x) + b),    d_h, d_x, b linear in embeddings of the small one,

one such g for each of the gates i, f, c, o, normalised per gate (layer normalisation). As in
SketchEmbedNet (section 3.3) x is (z, y): z is the same at every step, so its part of W_x x is
computed once, and that of y for all steps at once while the true y are known.
"""

from __future__ import annotations

import math
from typing import NamedTuple

import torch
from torch import nn
from torch.nn.functional import layer_norm

_GATES = 4
_FORGET_BIAS = 1.0
_FIRST_SCALE = 0.1
"""What d_h and d_x are at the start, as in the paper (the layer normalisation undoes it)."""


class State(NamedTuple):
    """Of B sequences: h, c (B, H) of the large LSTM; hyper_h, hyper_c (B, K) of the small one."""

    h: torch.Tensor
    c: torch.Tensor
    hyper_h: torch.Tensor
    hyper_c: torch.Tensor


class Inputs(NamedTuple):
    """W_x x for both LSTMs: (4, B, H) and (B, 4 K), or with a leading time axis."""

    main: torch.Tensor
    hyper: torch.Tensor


class HyperLSTM(nn.Module):
    """The cell; the caller loops.

    Args:
        latent: D, size of z.
        pen: size of y.
        hidden: H.
        hyper: K, hidden units of the small LSTM.
        embedding: numbers from which each gate's scales are made.
    """

    def __init__(self, latent: int, pen: int, hidden: int, hyper: int, embedding: int) -> None:
        super().__init__()
        self.hidden, self.hyper, self.embedding = hidden, hyper, embedding
        self.start = nn.Linear(latent, hidden + hyper)
        self.main_latent = nn.Parameter(torch.empty(_GATES, latent, hidden))
        self.main_pen = nn.Parameter(torch.empty(_GATES, pen, hidden))
        self.hyper_latent = nn.Linear(latent, _GATES * hyper)
        self.hyper_pen = nn.Linear(pen, _GATES * hyper, bias=False)
        self.main_recurrent = nn.Parameter(torch.empty(_GATES, hidden, hidden))
        self.hyper_from_main = nn.Parameter(torch.empty(hidden, _GATES * hyper))
        self.hyper_recurrent = nn.Parameter(torch.empty(hyper, _GATES * hyper))
        self.embed = nn.Linear(hyper, 3 * _GATES * embedding)
        self.scale_recurrent = nn.Parameter(torch.empty(_GATES, embedding, hidden))
        self.scale_input = nn.Parameter(torch.empty(_GATES, embedding, hidden))
        self.bias = nn.Parameter(torch.empty(_GATES, embedding, hidden))
        self.gate_gain = nn.Parameter(torch.ones(_GATES, 1, hidden))
        self.gate_bias = nn.Parameter(torch.zeros(_GATES, 1, hidden))
        self.cell_norm = nn.LayerNorm(hidden)
        self._initialise()

    def _initialise(self) -> None:
        with torch.no_grad():
            for gate in self.main_recurrent:
                nn.init.orthogonal_(gate)
            for each in (*self.main_latent, *self.main_pen, self.hyper_from_main):
                nn.init.xavier_uniform_(each)
            nn.init.xavier_uniform_(self.hyper_recurrent)
            # At first the embeddings of d_h and d_x are ones, whatever the small LSTM says.
            products = 2 * _GATES * self.embedding
            nn.init.normal_(self.embed.weight, std=0.01)
            self.embed.bias[:products] = 1.0
            self.embed.bias[products:] = 0.0
            self.scale_recurrent.fill_(_FIRST_SCALE / self.embedding)
            self.scale_input.fill_(_FIRST_SCALE / self.embedding)
            nn.init.normal_(self.bias, std=0.01)
            self.gate_bias[1] = _FORGET_BIAS

    def first_state(self, z: torch.Tensor) -> State:
        """The state before the first step, a function of z (B, D), as in SketchRNN."""
        main, hyper = torch.split(torch.tanh(self.start(z)), [self.hidden, self.hyper], dim=1)
        return State(main, torch.zeros_like(main), hyper, torch.zeros_like(hyper))

    def latent_inputs(self, z: torch.Tensor) -> Inputs:
        """What z (B, D) adds to the inputs at every step, for `inputs`."""
        return Inputs(torch.matmul(z, self.main_latent), self.hyper_latent(z))

    def inputs(self, latent: Inputs, y: torch.Tensor) -> Inputs:
        """Inputs of one step, y (B, P), or of all, y (T, B, P)."""
        main = torch.matmul(y.unsqueeze(-3), self.main_pen)
        return Inputs(main + latent.main, self.hyper_pen(y) + latent.hyper)

    def forward(self, inputs: Inputs, state: State) -> State:
        """One step of B sequences."""
        h, c, hyper_h, hyper_c = state
        gates = torch.addmm(inputs.hyper, h, self.hyper_from_main) + hyper_h @ self.hyper_recurrent
        i, f, g, o = gates.chunk(_GATES, dim=1)
        hyper_c = torch.sigmoid(f + _FORGET_BIAS) * hyper_c + torch.sigmoid(i) * torch.tanh(g)
        hyper_h = torch.sigmoid(o) * torch.tanh(hyper_c)

        embedded = self.embed(hyper_h).unflatten(1, (3 * _GATES, self.embedding)).movedim(1, 0)
        for_h, for_x, for_bias = torch.split(embedded, _GATES)
        d_h, d_x = torch.bmm(for_h, self.scale_recurrent), torch.bmm(for_x, self.scale_input)
        recurrent = torch.bmm(h.expand(_GATES, -1, -1), self.main_recurrent)
        mixed = torch.addcmul(torch.bmm(for_bias, self.bias), d_h, recurrent)
        mixed = torch.addcmul(mixed, d_x, inputs.main)
        normal = layer_norm(mixed, (self.hidden,))
        i, f, g, o = torch.addcmul(self.gate_bias, normal, self.gate_gain)
        c = torch.sigmoid(f) * c + torch.sigmoid(i) * torch.tanh(g)
        h = torch.sigmoid(o) * torch.tanh(self.cell_norm(c))
        return State(h, c, hyper_h, hyper_c)


def parameter_count(module: nn.Module) -> int:
    """How many numbers a module learns."""
    return sum(math.prod(each.shape) for each in module.parameters())
