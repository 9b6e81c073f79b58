# Everything a newcomer needs: `make run` and `make test`. Needs Python 3.11 or newer, with pip and venv, and make.
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3; do \
	$$p -c 'import sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run test check format lint types layers data tests completions clean

run: $(VENV)/.installed
	@$(BIN)/caucasus-tui $(ARGS)

test: $(VENV)/.developed format lint types layers data tests

# pip reports a cold install line by line; quiet keeps the first screen the dashboard's.
$(VENV)/.installed: pyproject.toml requirements.txt
	@test -n "$(PYTHON)" || { echo "caucasus-tui needs Python 3.11 or newer" >&2; exit 1; }
	@echo "Setting up in $(VENV), once …" >&2
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	@touch $@

$(VENV)/.developed: $(VENV)/.installed requirements-dev.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements-dev.txt
	@touch $@

format:
	$(BIN)/ruff format --check src tests tools

lint:
	$(BIN)/ruff check src tests tools

types:
	$(BIN)/mypy

layers:
	$(BIN)/lint-imports

data:
	$(BIN)/caucasus-tui check

tests:
	$(BIN)/python -m pytest -n auto -q

# After any change of the command line: shells and the manual know it from these files.
completions: $(VENV)/.developed
	$(BIN)/python tools/completions.py
	$(BIN)/python tools/man_page.py

clean:
	rm -rf $(VENV) dist build
