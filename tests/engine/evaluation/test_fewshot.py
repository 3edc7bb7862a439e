"""Few-shot episodes, Omniglot's files, and the official one-shot runs."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageDraw

from app.cli import eval as command
from engine.errors import InputError
from engine.evaluation import fewshot_protocol
from engine.evaluation.fewshot import Classifier, classify, episodes, normalised
from engine.evaluation.omniglot import read_characters, read_runs


def clusters(spread: float, classes: int = 30) -> np.ndarray:
    """(C, 20, 32) embeddings around a random centre for each class."""
    random = np.random.default_rng(0)
    centres = random.standard_normal((classes, 1, 32))
    return centres + spread * random.standard_normal((classes, 20, 32))


@pytest.mark.parametrize("classifier", list(Classifier))
def test_separate_classes_are_told_apart_and_noise_is_not(classifier: Classifier) -> None:
    assert episodes(clusters(0.05), 5, 1, classifier, 50).mean == 1.0
    noise = episodes(clusters(1e6), 5, 1, classifier, 400)
    assert noise.mean == pytest.approx(0.2, abs=3 * noise.interval)
    assert 0 < noise.interval < 0.02


def test_more_examples_help_and_more_classes_do_not() -> None:
    found = {
        (way, shot): episodes(clusters(1.0), way, shot, Classifier.MEANS, 300).mean
        for way, shot in ((5, 1), (5, 5), (20, 1), (20, 5))
    }
    assert found[5, 1] < found[5, 5]
    assert found[20, 1] < found[20, 5] < found[5, 5]
    assert found[20, 1] < found[5, 1]


def test_the_interval_is_that_of_the_mean_over_episodes() -> None:
    """Against the spread of repeated measurements."""
    runs = [episodes(clusters(1.2), 5, 1, Classifier.MEANS, 60, seed) for seed in range(40)]
    spread = 1.96 * float(np.std([each.mean for each in runs]))
    assert float(np.mean([each.interval for each in runs])) == pytest.approx(spread, rel=0.3)


def test_classifiers_by_hand() -> None:
    support = normalised(np.array([[[1.0, 0.0], [1.0, 0.2]], [[0.0, 1.0], [0.3, 1.0]]]))
    queries = normalised(np.array([[2.0, 0.1], [0.1, 5.0], [1.0, 0.8], [0.8, 1.0]]))
    for classifier in Classifier:
        assert classify(support, queries, classifier).tolist() == [0, 1, 0, 1]


def test_too_few_drawings_are_an_error() -> None:
    with pytest.raises(ValueError, match="needs more"):
        episodes(clusters(1.0, classes=4), 5, 1, Classifier.MEANS, 1)


def picture(seed: int, shift: int = 0) -> bytes:
    """A PNG of 105 x 105 with a random figure of three lines, as Omniglot has them."""
    random = np.random.default_rng(seed)
    image = Image.new("1", (105, 105), 1)
    places = [tuple(p) for p in (random.integers(20, 85, (4, 2)) + shift).tolist()]
    ImageDraw.Draw(image).line(places, 0, 3)
    buffer = io.BytesIO()
    image.save(buffer, "PNG")
    return buffer.getvalue()


@pytest.fixture
def characters_zip(tmp_path: Path) -> Path:
    """Seven characters of two alphabets, each drawn eight times, and what a Mac adds."""
    path = tmp_path / "images.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for c in range(7):
            for d in range(8):
                name = f"images/Alphabet_{c % 2}/character{c:02}/{c:04}_{d:02}.png"
                archive.writestr(name, picture(c, shift=d % 3))
                archive.writestr(f"__MACOSX/{name}", b"not a picture")
    return path


@pytest.fixture
def runs_zip(tmp_path: Path) -> Path:
    """Three runs in the official layout; the test images are the training ones, shuffled."""
    path = tmp_path / "all_runs.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for run in ("run01", "run02", "run03"):
            lines = []
            order = np.random.default_rng(int(run[-1])).permutation(20)
            for position, c in enumerate(order.tolist()):
                archive.writestr(f"all/{run}/training/class{c + 1:02}.png", picture(c))
                archive.writestr(f"all/{run}/test/item{position + 1:02}.png", picture(c, 1))
                lines.append(
                    f"{run}/test/item{position + 1:02}.png {run}/training/class{c + 1:02}.png"
                )
            archive.writestr(f"all/{run}/class_labels.txt", "\n".join(lines) + "\n")
    return path


def test_images_are_read_as_ink(characters_zip: Path, tmp_path: Path) -> None:
    found = read_characters(characters_zip)
    assert found.ink.shape == (7, 8, 28, 28)
    assert found.names[0] == "Alphabet_0/character00"
    assert found.ink.min() == 0
    assert 0.5 < found.ink.max() <= 1
    assert found.ink[:, :, 0].max() == 0
    with zipfile.ZipFile(characters_zip) as archive:
        archive.extractall(tmp_path / "folder")
    assert np.array_equal(read_characters(tmp_path / "folder" / "images").ink, found.ink)


def test_runs_are_read_as_the_labels_say(runs_zip: Path) -> None:
    runs = read_runs(runs_zip)
    assert [run.name for run in runs] == ["run01", "run02", "run03"]
    for run in runs:
        assert run.training.shape == run.test.shape == (20, 28, 28)
        order = np.random.default_rng(int(run.name[-1])).permutation(20)
        assert run.answers.tolist() == order.tolist()


def evaluate(*arguments: str) -> dict[str, Any]:
    import argparse

    parser = argparse.ArgumentParser()
    command.add_arguments(parser)
    return dict(command.run(parser.parse_args(["fewshot", *arguments])))


def test_the_command_on_characters(characters_zip: Path) -> None:
    answer = evaluate(str(characters_zip), "--episodes", "40")
    assert set(answer["metrics"]) == set(answer["confidence"]) == {"way5_shot1", "way5_shot5"}
    assert set(answer["baselines"]) == {"random_conv4", "pixels"}
    assert answer["characters"] == 7
    for group in (answer, *answer["baselines"].values()):
        assert all(0.2 < value <= 1 for value in group["metrics"].values())
    assert answer["metrics"]["way5_shot5"] >= answer["metrics"]["way5_shot1"] > 0.6
    assert evaluate(str(characters_zip), "--episodes", "40") == answer


def test_the_command_on_the_official_runs(runs_zip: Path) -> None:
    answer = evaluate(str(runs_zip), "--classifier", "linear")
    assert answer["n"] == 60
    assert set(answer["categories"]) == {"run01", "run02", "run03"}
    share = np.mean([each["acc_1"] for each in answer["categories"].values()])
    assert answer["metrics"]["one_shot_runs"] == pytest.approx(share)
    assert share > 0.6


def test_a_run_is_scored_by_its_labels(runs_zip: Path) -> None:
    run = read_runs(runs_zip)[0]
    perfect = {image.tobytes(): i for i, image in enumerate(run.test)}
    position = {int(answer): i for i, answer in enumerate(run.answers)}

    def embed(ink: np.ndarray) -> np.ndarray:
        rows = np.zeros((len(ink), 20))
        for row, image in zip(rows, ink, strict=True):
            index = perfect.get(image.tobytes())
            known = [np.array_equal(image, each) for each in run.training]
            row[position[known.index(True)] if index is None else index] = 1.0
        return rows

    assert fewshot_protocol.run_accuracy(run, embed, Classifier.MEANS) == 1.0
    wrong = lambda ink: np.roll(embed(ink), 1, 1) if ink is run.test else embed(ink)  # noqa: E731
    assert fewshot_protocol.run_accuracy(run, wrong, Classifier.MEANS) == 0.0


def test_bad_data_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="neither a folder nor a zip"):
        evaluate(str(tmp_path / "none.zip"))
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputError, match="no characters"):
        evaluate(str(tmp_path / "empty"))
    folder = tmp_path / "runs" / "run01"
    folder.mkdir(parents=True)
    labels = folder / "class_labels.txt"
    labels.write_text("only one word\n")
    with pytest.raises(InputError, match="no list"):
        evaluate(str(tmp_path / "runs"))
    labels.write_text("run01/a.png run01/b.png\n")
    with pytest.raises(InputError, match="lacks the image"):
        evaluate(str(tmp_path / "runs"))
