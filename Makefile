# LearnConnect: see docs/configuration.md for settings, README.md for where to begin.
SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 3000
# how many browsers, each with servers of its own, share the tests in one; 0: the test process itself
BROWSERS ?= 0
# JS runtimes come with the Python packages; nothing is downloaded beside the package index
export PATH := $(CURDIR)/$(BIN):$(PATH)
export REFLEX_USE_SYSTEM_BUN := 1
export REFLEX_TELEMETRY_ENABLED := false
export REFLEX_CHECK_LATEST_VERSION := false
export REFLEX_SOCKET_MAX_HTTP_BUFFER_SIZE := 65536
export PYTHONUNBUFFERED := 1

.PHONY: run demo test check bench setup build serve clean

setup: .stamps/requirements

.stamps/venv:
	$(PYTHON) -m venv $(VENV)
	mkdir -p .stamps && touch $@

.stamps/requirements: .stamps/venv requirements.txt
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements.txt
	touch $@

.stamps/requirements-dev: .stamps/requirements requirements-dev.txt
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	touch $@

build: .stamps/requirements
	$(BIN)/python -m learnconnect_app.devtools.build

serve:
	PORT=$(PORT) $(BIN)/honcho start --no-prefix

run: build
	$(BIN)/alembic -c alembic/alembic.ini upgrade head
	$(BIN)/python -m learnconnect_app.devtools.load_content
	$(MAKE) --no-print-directory serve

demo: build
	$(BIN)/alembic -c alembic/alembic.ini upgrade head
	$(BIN)/python -m learnconnect_app.devtools.load_content
	$(BIN)/python -m learnconnect_app.devtools.demo
	$(MAKE) --no-print-directory serve

check: .stamps/requirements-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports
	$(BIN)/mypy
	$(BIN)/pytest tests/domain tests/architecture -q

test: .stamps/requirements-dev build
	$(BIN)/python -m learnconnect_app.devtools.chromium
	# two processes: Playwright keeps an event loop running, in which other loops cannot
	$(BIN)/pytest --ignore=tests/e2e -n auto --dist worksteal
	$(BIN)/pytest tests/e2e -n $(BROWSERS) --dist loadfile

bench: .stamps/requirements-dev build
	$(BIN)/python -m learnconnect_app.devtools.chromium
	$(BIN)/python -m learnconnect_app.devtools.bench

clean:
	rm -rf .web .stamps $(VENV)
