# The two commands: make run, make test. Both set everything up first.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: help setup run test test-full lint texts bench clean

help: ## show this list
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1	/'

setup: $(READY) ## make .venv with the package (editable) and all that tests need

FRONTEND := hatch_build.py $(shell find frontend -type f -not -path '*/node_modules/*')

$(READY): pyproject.toml tests.lock $(FRONTEND)
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed, this is " + sys.version.split()[0] + "; name another with make PYTHON=python3.12" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --requirement tests.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $(READY)

run: setup ## build the graph from the embedded table, print what was found and three answers, serve it on 127.0.0.1:8000
	$(BIN)/kg build
	@$(BIN)/kg query planned-not-reported
	@$(BIN)/kg query employment-results
	@$(BIN)/kg query settlement-centres
	@$(BIN)/kg serve

test: setup lint ## every test and lint (under 10 minutes on 2 cores)
	$(BIN)/pytest -m "not full"

test-full: setup lint ## the exhaustive matrices too
	$(BIN)/pytest

lint: setup ## formatting rules, types, layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

texts: setup ## bring the catalogue of the portal's texts up to date (docs/translations.md)
	$(BIN)/python -m tests.web.catalogue

bench: setup ## what is claimed about speed and memory, measured
	$(BIN)/python benchmarks/stages.py
	$(BIN)/python benchmarks/reasoning.py
	$(BIN)/python benchmarks/validation.py
	$(BIN)/python benchmarks/register.py

clean: ## remove what make made
	rm -rf $(VENV) release .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
