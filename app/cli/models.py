"""`strokewise models`: what encoders there are, and getting more of them."""

from __future__ import annotations

import argparse
import dataclasses
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from app.cli import common
from engine.encoders.store.messages import (
    DescribeModel,
    FetchModel,
    ImportModel,
    ListModels,
    ModelRow,
    RemoveModel,
    UseModel,
    Verdict,
    VerifyModels,
)
from engine.encoders.store.offer import Offer
from engine.errors import InputError

NAME = "models"
HELP = (
    "List, fetch and check the models that look at drawings and photos. The network is used only "
    "by `fetch`; the models' folder is the user's data folder, or $STROKEWISE_MODELS."
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """One action, some with a name."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    listing = actions.add_parser("list", help="show all models; uses no network")
    listing.add_argument(
        "--measure", action="store_true", help="measure the speed of the installed models anew"
    )
    fetching = actions.add_parser("fetch", help="download a model, or go on with it")
    _add_name(fetching)
    fetching.add_argument(
        "--file", type=Path, help="take this safetensors file instead of the network"
    )
    actions.add_parser("verify", help="hash the stored files again; status 2 if one is damaged")
    _add_name(actions.add_parser("use", help='make a model, or "bundled", the one in use'))
    _add_name(actions.add_parser("remove", help="delete a model from the store"))


def run(args: argparse.Namespace) -> dict[str, object]:
    """Do it, and answer {"models": [...]}: all models as they then are.

    Raises:
        InputError: no such model, nothing came, or (`verify`) a file is damaged.
    """
    extra = _ACTIONS[args.action](args)
    measures = args.action == "list" and args.measure
    listing = ListModels("all" if measures else "none")
    rows: tuple[ModelRow, ...] = common.run_job("models.list", listing)
    return {"models": [dataclasses.asdict(row) | extra.get(row.name, {}) for row in rows]}


_Extra = Mapping[str, dict[str, object]]
"""Fields to add to a model's row, by its name."""


def _list(args: argparse.Namespace) -> _Extra:  # noqa: ARG001
    return {}


def _fetch(args: argparse.Namespace) -> _Extra:
    if args.file is not None:
        common.run_job("models.import", ImportModel(args.name, args.file))
        return {}
    offer: Offer = common.run_job("models.describe", DescribeModel(args.name))
    print(f"{offer} SHA-256: {offer.sha256}", file=sys.stderr, flush=True)  # noqa: T201
    common.run_job("models.fetch", FetchModel(offer))
    return {}


def _verify(args: argparse.Namespace) -> _Extra:  # noqa: ARG001
    verdicts: tuple[Verdict, ...] = common.run_job("models.verify", VerifyModels())
    faults = [verdict.sentence for verdict in verdicts if not verdict.sound]
    if faults:
        raise InputError(" ".join(faults))
    return {verdict.name: {"sound": True} for verdict in verdicts}


def _use(args: argparse.Namespace) -> _Extra:
    common.run_job("models.use", UseModel(args.name))
    return {}


def _remove(args: argparse.Namespace) -> _Extra:
    common.run_job("models.remove", RemoveModel(args.name))
    return {}


_ACTIONS: Mapping[str, Callable[[argparse.Namespace], _Extra]] = {
    "list": _list,
    "fetch": _fetch,
    "verify": _verify,
    "use": _use,
    "remove": _remove,
}


def _add_name(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", help='MODEL/TAG as open_clip has them, such as "RN101/openai"')
