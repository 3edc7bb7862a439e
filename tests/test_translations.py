"""Texts in other languages: complete, with the same placeholders, and spoken."""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QTranslator

from app.languages import chosen_language, spoken_language, use_language
from app.panels import engine_texts
from app.translation import ENGLISH, LANGUAGES, SYSTEM, speak, tr

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "resources" / "translations"
OTHERS = [code for code in LANGUAGES if code != ENGLISH]
PLACEHOLDER = re.compile(r"\{[^{}]*\}")


def translations(code: str) -> dict[str, str]:
    """English to finished translation, of a .ts file."""
    return {
        message.findtext("source", ""): message.findtext("translation", "")
        for message in ET.parse(FOLDER / f"strokewise_{code}.ts").iter("message")
        if message.find("translation[@type='unfinished']") is None
    }


def calls() -> Iterator[tuple[Path, ast.Call]]:
    """All calls of `tr` in the program."""
    for path in sorted((ROOT / "app").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "tr":
                yield path, node


@pytest.fixture(scope="module")
def sources() -> set[str]:
    return {ast.literal_eval(call.args[0]) for _, call in calls()}


def test_every_text_can_be_found_by_qts_tool() -> None:
    """It reads literals only, and none within f-strings."""
    within: list[str] = []
    for path in (ROOT / "app").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.JoinedStr):
                inner = (n for n in ast.walk(node) if isinstance(n, ast.Call))
                within += [f"{path}:{n.lineno}" for n in inner if ast.unparse(n.func) == "tr"]
    assert within == []
    for path, call in calls():
        assert len(call.args) == 1, path
        assert isinstance(call.args[0], ast.Constant), f"{path}:{call.lineno}"


@pytest.mark.parametrize("code", OTHERS)
class TestEachLanguage:
    def test_says_everything(self, code: str, sources: set[str]) -> None:
        assert len(sources) > 600
        known = {source for source, text in translations(code).items() if text.strip()}
        assert sources - known == set()

    def test_fills_in_the_same(self, code: str) -> None:
        for source, text in translations(code).items():
            assert sorted(PLACEHOLDER.findall(text)) == sorted(PLACEHOLDER.findall(source)), source

    def test_has_keys_for_menus_where_english_has(self, code: str) -> None:
        for source, text in translations(code).items():
            assert text.count("&") == source.count("&"), source
            assert text.endswith("…") == source.endswith("…"), source

    def test_names_the_same_files(self, code: str) -> None:
        for source, text in translations(code).items():
            files = r"\(\*[^)]*\)"
            assert re.findall(files, text) == re.findall(files, source), source

    def test_the_compiled_file_is_up_to_date(self, code: str, sources: set[str]) -> None:
        compiled = QTranslator()
        assert compiled.load(f"strokewise_{code}", str(FOLDER))
        for source, text in translations(code).items():
            if source in sources:
                # What is the same in English is left out.
                assert (compiled.translate("", source) or source) == text

    def test_each_menu_has_its_own_key(self, code: str) -> None:
        from app.commands import MENUS

        texts = translations(code)
        keys = re.findall("&(.)", "".join(texts[title] for title, _ in MENUS))
        assert len(set(keys)) == len(MENUS)


@pytest.fixture
def language() -> Iterator[None]:
    before = QLocale()
    yield
    speak(None)
    QLocale.setDefault(before)


def test_a_language_is_spoken_and_english_where_it_lacks_a_text(language: None) -> None:
    assert tr("Undo Reset") == "Undo Reset"
    use_language("fr")
    assert tr("Undo Reset") == "Annuler la réinitialisation"
    assert tr("A text that nobody has translated") == "A text that nobody has translated"
    use_language(ENGLISH)
    assert tr("Undo Reset") == "Undo Reset"


@pytest.mark.parametrize(
    ("chosen", "system", "spoken"),
    [
        (SYSTEM, ["de-AT", "en"], "de"),
        (SYSTEM, ["pt-BR", "es-MX"], "es"),
        (SYSTEM, ["zh-Hans-CN"], "zh_CN"),
        (SYSTEM, ["zh_TW", "fr"], "fr"),
        (SYSTEM, ["C"], ENGLISH),
        (SYSTEM, [], ENGLISH),
        ("fr", ["de-DE"], "fr"),
        (ENGLISH, ["de-DE"], ENGLISH),
    ],
)
def test_which_language(chosen: str, system: list[str], spoken: str) -> None:
    assert spoken_language(chosen, system) == spoken


@pytest.mark.parametrize(
    ("content", "chosen"),
    [
        ('{"version": 1, "values": {"look.language": "es"}}', "es"),
        ('{"version": 1, "values": {"look.language": "tlh"}}', SYSTEM),
        ('{"version": 1, "values": {"look.language": ["es"]}}', SYSTEM),
        ('{"version": 1, "values": []}', SYSTEM),
        ("[]", SYSTEM),
        ("{", SYSTEM),
    ],
)
def test_what_the_settings_say(
    content: str, chosen: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "settings.json"
    path.write_text(content)
    monkeypatch.setattr("app.languages.settings_path", lambda: path)
    assert chosen_language() == chosen
    path.unlink()
    assert chosen_language() == SYSTEM


def test_tables_made_at_import_are_in_the_language(tmp_path: Path) -> None:
    """As when the program starts: settings first, then everything else."""
    folder = tmp_path / "strokewise"
    folder.mkdir()
    values = {"version": 1, "values": {"look.language": "de"}}
    (folder / "settings.json").write_text(json.dumps(values))
    program = (
        "from app.languages import settle_language; print(settle_language())\n"
        "from app.commands import MENUS; print(MENUS[0][0])\n"
        "from app.settings import OPTIONS; print(OPTIONS[0].text)\n"
        "from app.document.drawing import Drawing; print(Drawing().layers[0].name)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        env=os.environ | {"XDG_CONFIG_HOME": str(tmp_path), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        cwd=ROOT,
    )
    assert done.stdout.split("\n")[:4] == ["de", "&Datei", "Farben des Fensters", "Ebene 1"]


def test_the_engines_texts_are_the_engines() -> None:
    engine = "".join(path.read_text() for path in (ROOT / "engine").rglob("*.py"))
    for text in engine_texts._TEXTS:
        assert f'"{text}"' in engine
    assert engine_texts.spoken("Something new") == "Something new"
