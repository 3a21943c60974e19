# Two commands for a newcomer: `make demo` and `make test`. `make help` lists the rest.
.DEFAULT_GOAL := help
.PHONY: help setup system demo test serve check format lock templates bench eval-read fuzz clean

PYTHON ?= python3
BIN := .venv/bin

help: ## this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

setup: system .venv/.ready ## system packages, Python environment, demo keys
	@$(BIN)/docgen office import --samples

system:
	@deploy/install-system.sh test

.venv/.ready: requirements-dev.lock pyproject.toml deploy/install-python.sh
	@deploy/install-python.sh requirements-dev.lock
	@touch $@

demo: setup ## issue every example, then find them again
	@$(BIN)/docgen demo

test: setup ## every test, with real LibreOffice, PostgreSQL, SQLite and S3
	@$(BIN)/pytest

serve: setup ## the API at http://127.0.0.1:8000, documentation at /docs
	@$(BIN)/docgen serve

check: .venv/.ready ## style, types, import contracts, templates up to date; seconds
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/python -m templates.source --check

format: .venv/.ready ## lay out the code
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

templates: .venv/.ready ## write the Word templates anew
	@$(BIN)/python -m templates.source

bench: setup ## the figures of docs/performance.md
	@$(BIN)/python -m benchmarks

# Labelled papers of real offices lie in a folder beside the project; they are nobody's to publish.
CASES ?= $(patsubst %/labels.jsonl,%,$(firstword $(wildcard ../*/cases/labels.jsonl)))
SCORER ?= $(firstword $(wildcard ../*/tools/score_reader.py))
eval-read: setup ## precision and recall of the reader on labelled papers (CASES=folder SCORER=script)
	@$(BIN)/python -m benchmarks.reading "$(CASES)" "$(SCORER)"

SECONDS_EACH ?= 60
fuzz: setup ## broken files against everything that opens files, for SECONDS_EACH a target
	@$(BIN)/python -m tests.fuzz $(SECONDS_EACH)

lock: ## choose the newest versions anew (needs uv)
	uv pip compile --quiet --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links \
		--no-annotate --no-header --output-file requirements.lock pyproject.toml
	uv pip compile --quiet --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links \
		--no-annotate --no-header --extra dev --constraint requirements.lock \
		--output-file requirements-dev.lock pyproject.toml

clean: ## remove what was made here
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache
