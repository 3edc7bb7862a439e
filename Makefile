# `make run` and `make test` are all the set-up there is: each builds .venv first when it is missing or old.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed-

.PHONY: run test test-all lint types bench picture guide guide-x guide-kill samples translations clean

run: $(STAMP)run
	$(BIN)/python -m app

test: lint types
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest

test-all: lint types
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -m "not benchmark"

lint: $(STAMP)test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports

types: $(STAMP)test
	$(BIN)/mypy

bench: $(STAMP)test
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -m benchmark -s

picture: $(STAMP)test
	QT_QPA_PLATFORM=offscreen $(BIN)/python packaging/make_picture.py
	QT_QPA_PLATFORM=offscreen $(BIN)/python packaging/make_picture.py --assist -o resources/pictures/assist.png

translations: $(STAMP)test
	PYTHONPATH=. $(BIN)/python packaging/make_translations.py

guide: $(STAMP)test
	PYTHONPATH=. QT_QPA_PLATFORM=offscreen $(BIN)/python packaging/make_guide.py

# The same on a bare X server (Debian: xvfb, and what .ci/run installs for Qt's xcb).
XVFB := xvfb-run -a -s "-screen 0 1280x1024x24" env PYTHONPATH=. QT_QPA_PLATFORM=xcb
guide-x: $(STAMP)test
	$(XVFB) $(BIN)/python packaging/make_guide.py

# An hour: the session is killed at 100 random moments.
guide-kill: $(STAMP)test
	$(XVFB) $(BIN)/python packaging/kill_guide.py

samples: $(STAMP)test
	$(BIN)/python packaging/make_samples.py

clean:
	rm -rf $(VENV) build *.egg-info

$(STAMP)base:
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade -c constraints.txt pip
	touch $@

$(STAMP)run: $(STAMP)base pyproject.toml constraints.txt
	$(BIN)/python -m pip install -c constraints.txt -e .
	touch $@

$(STAMP)test: $(STAMP)base pyproject.toml constraints.txt
	$(BIN)/python -m pip install -c constraints.txt -e ".[test]"
	touch $@ $(STAMP)run
