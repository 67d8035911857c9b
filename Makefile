# `make` prints what there is. Every target works a second time and does only what is missing.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
HOST ?= 127.0.0.1
PORT ?= 8000
SERVE ?= 1
STET_URL ?= http://127.0.0.1:$(PORT)
TESTS ?=

MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help setup setup-dev demo test lint docs lock bench

help:
	@echo "make demo     set up, bring in a sample article, check it, serve the desk on $(HOST):$(PORT)"
	@echo "              (SERVE=0 stops before serving, PORT=8001 serves on another port)"
	@echo "make test     set up and run the tests; those in a browser too when Chromium is installed"
	@echo "make lint     format, lint, types, import contracts"
	@echo "make bench    measure the desk's pages and exports"
	@echo "make docs     write what is generated from the code: environment table, diagram, OpenAPI file"
	@echo "make lock     choose versions anew and write requirements.txt and requirements-dev.txt"
	@echo "Another Python: make demo PYTHON=python3.13 VENV=.venv313"

demo: export STET_URL := $(STET_URL)
demo: setup
	@$(BIN)/python manage.py demo
	@if [ "$(SERVE)" = 0 ]; then echo "To serve the desk: make demo, or $(BIN)/python manage.py desk"; else \
		STET_LOG_LEVEL=$${STET_LOG_LEVEL:-WARNING} exec $(BIN)/python manage.py desk --host $(HOST) --port $(PORT); fi

# One mark for pytest: without Chromium the browser tests are left out, and it says so.
test: setup-dev
	@if command -v chromium >/dev/null; then $(BIN)/python -m pytest $(TESTS); else \
		echo "== no Chromium on this machine: leaving out the tests in a browser (Debian: apt install chromium)"; \
		$(BIN)/python -m pytest -m "not browser" $(TESTS); fi

lint: setup-dev
	@echo "== ruff"; $(BIN)/ruff format --check --quiet . && $(BIN)/ruff check --quiet .
	@echo "== mypy"; $(BIN)/mypy --no-error-summary
	@echo "== imports"; PYTHONPATH=. $(BIN)/lint-imports --no-cache | tail -n 3

docs: setup-dev
	@$(BIN)/python manage.py write_docs

bench: setup-dev
	@$(BIN)/python -m bench.web

# uv writes one lock for every supported Python, without any address in it. It lives in an environment of its own.
LOCK = $(VENV)-lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-annotate --no-header --upgrade pyproject.toml

lock:
	@test -x $(VENV)-lock/bin/uv || { echo "== installing uv into $(VENV)-lock"; $(PYTHON) -m venv $(VENV)-lock \
		&& $(VENV)-lock/bin/python -m pip install --quiet --disable-pip-version-check uv; }
	@$(LOCK) --output-file requirements.txt
	@$(LOCK) --extra test --extra dev --constraints requirements.txt --output-file requirements-dev.txt
	@grep -Eq '://|^-' requirements.txt requirements-dev.txt && { echo "The lock holds an address."; exit 1; } || true
	@echo "Locked. Now run the tests, and look at what changed: git diff --stat requirements*.txt"

setup: $(VENV)/.set-up
	@:

setup-dev: $(VENV)/.set-up-dev
	@:

# --require-hashes: what is installed is what was locked, whichever index it comes from.
# --no-deps: the lock is complete, so nothing else may come in.
define install
	@echo "== installing what $(1) locks into $(VENV) (once; a minute or so)"
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes --no-deps \
		--only-binary :all: -r $(1) || { \
		echo "Could not install. No network? Name your own package index in PIP_INDEX_URL, or copy the wheels to a"; \
		echo "folder and run: PIP_NO_INDEX=1 PIP_FIND_LINKS=/that/folder make $(MAKECMDGOALS)"; exit 1; }
	@touch $@
endef

$(VENV)/.set-up: requirements.txt | $(BIN)/python
	$(call install,requirements.txt)

$(VENV)/.set-up-dev: requirements-dev.txt | $(BIN)/python
	$(call install,requirements-dev.txt)
	@touch $(VENV)/.set-up

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo "Stet needs Python 3.11 or newer, and $(PYTHON) is not. Name one: make PYTHON=python3.13"; exit 1; }
	@echo "== making $(VENV) with $$($(PYTHON) --version)"
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
		echo "Python's venv module is missing or broken. On Debian and Ubuntu: apt install python3-venv"; exit 1; }
