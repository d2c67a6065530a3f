# Every target makes its own virtual environment in .venv first, from the exact versions of requirements.lock.
# The network is needed for that once; afterwards everything works offline.

VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
SHELL := /bin/bash

# Tests and transcripts start hundreds of processes: without bytecode each would compile the package and its expressions again.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help demo test lint bench accuracy fuzz gazetteer docs

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: $(INSTALLED) ## Make 300 sample reports in ./demo, read them, search, count, sum, and show one
	@PATH="$(CURDIR)/$(BIN):$$PATH" bash tools/demo.sh

# Four workers on two cores: tests that talk to a server or start processes leave a core idle much of their time.
test: $(INSTALLED) ## Run every test (real cases too, when GONGKAI_CASES names their folder)
	@$(BIN)/python -m pytest -n 4 --dist worksteal -rs

lint: $(INSTALLED) ## Check style (ruff) and types (mypy --strict)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(INSTALLED) ## Measure speed against bare lxml, raw tantivy, SQLite FTS5 and ripgrep, as one table of ratios
	@$(BIN)/python -m benchmarks

# Hours of work: an interrupted run goes on where it stopped, as long as the code is the same.
accuracy: $(INSTALLED) ## Measure how many cells of thousands of made-up pages are read right, wrong, or not at all
	@$(BIN)/python tests/accuracy/openings.py
	@$(BIN)/python tests/accuracy/measure.py --resume .cache/accuracy.jsonl

fuzz: $(INSTALLED) ## Feed the parser and the search hostile input, far more of it than `make test` does
	@GONGKAI_FUZZ=1 $(BIN)/python -m pytest -n 2 --dist worksteal -rs -m fuzz

gazetteer: $(INSTALLED) ## Build gongkai/data/gazetteer again from the packages that tools/ names
	@$(BIN)/python tools/build_gazetteer.py

docs: $(INSTALLED) ## Write the terminal transcripts of the READMEs and the generated pages of docs/ again
	@GONGKAI_WRITE_DOCS=1 $(BIN)/python -m pytest -q tests/test_docs.py

# The system's Python first, unless PYTHON names one: distributions build it for speed. It reads a page in four fifths of the time
# that one takes which was compiled without.
$(INSTALLED): requirements.lock pyproject.toml
	@python=""; for name in $${PYTHON:+"$$PYTHON"} /usr/bin/python3 python3 python3.14 python3.13 python3.12 python3.11; do \
		if "$$name" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then python="$$name"; break; fi; \
	done; \
	if [ -z "$$python" ]; then \
		echo "gongkai needs Python 3.11 or newer with its venv module: install it, or name it with PYTHON=/path/to/python3." >&2; \
		exit 1; \
	fi; \
	echo "Making $(VENV) with $$("$$python" --version): the exact versions of requirements.lock, then gongkai itself."; \
	[ -x $(BIN)/python ] || "$$python" -m venv $(VENV)
	@$(BIN)/python -m pip install -qq --disable-pip-version-check -r requirements.lock
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@
