# `make` prints what there is. Every target works a second time and does only what is missing.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
HOST ?= 127.0.0.1
PORT ?= 8000
SERVE ?= 1

MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help setup setup-dev demo test lint lock bench

help:
	@echo "make demo     set up, bring in a sample article, check it, serve the desk on $(HOST):$(PORT)"
	@echo "              (SERVE=0 stops before serving, PORT=8001 serves on another port)"
	@echo "make test     set up and run the tests"
	@echo "make lint     format, lint, types, import contracts"
	@echo "make bench    measure the desk's pages and exports"
	@echo "make lock     choose versions anew and write requirements.txt and requirements-dev.txt"
	@echo "Another Python: make demo PYTHON=python3.13 VENV=.venv313"

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo "Stet needs Python 3.11 or newer, and $(PYTHON) is not. Name one: make PYTHON=python3.13"; exit 1; }
	@echo "== making $(VENV) with $$($(PYTHON) --version)"
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
		echo "Python's venv module is missing or broken. On Debian and Ubuntu: apt install python3-venv"; exit 1; }

# --require-hashes: what is installed is what was locked, whichever index it comes from.
# --no-deps: the lock is complete, so nothing else may come in.
define install
	@echo "== installing what $(1) locks (once; some minutes on a slow line)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps \
		--only-binary :all: -r $(1) || { \
		echo "Could not install. No network? Then name your own package index with PIP_INDEX_URL, or copy wheels"; \
		echo "to a folder and run: PIP_NO_INDEX=1 PIP_FIND_LINKS=/that/folder make $(MAKECMDGOALS)"; exit 1; }
	@touch $@
endef

$(VENV)/.set-up: requirements.txt | $(BIN)/python
	$(call install,requirements.txt)

$(VENV)/.set-up-dev: requirements-dev.txt | $(BIN)/python
	$(call install,requirements-dev.txt)
	@touch $(VENV)/.set-up

setup: $(VENV)/.set-up

setup-dev: $(VENV)/.set-up-dev
