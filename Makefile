# Everything a newcomer needs: `make run` and `make test`. Needs Python 3.11 or newer, with pip and venv, and make.
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3; do \
	$$p -c 'import sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
# A module is compiled once, not by every program that a test starts.
unexport PYTHONDONTWRITEBYTECODE
VENV := .venv
BIN := $(VENV)/bin

.PHONY: import suites bench matrix package-check docs pdf pictures run test quick timed check format lint types layers data tests completions test-documents document-programs test-terminal terminal-programs test-real-terminals real-terminal-programs clean

run: $(VENV)/.installed
	@$(BIN)/caucasus-tui $(ARGS)

# The types beside the quick tests: they take one processor, and longer than the other gates together.
test: $(VENV)/.developed format lint layers data
	@$(MAKE) --no-print-directory --jobs=2 types quick
	@$(MAKE) --no-print-directory timed

# pip reports a cold install line by line; quiet keeps the first screen the dashboard's. Before 25.1 it has the program
# begin with loading regular expressions, which takes longer than to show the picture of the last start; an old one will do.
$(VENV)/.installed: pyproject.toml requirements.txt
	@test -n "$(PYTHON)" || { echo "caucasus-tui needs Python 3.11 or newer" >&2; exit 1; }
	@echo "Setting up in $(VENV), once …" >&2
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check 'pip>=25.1' 2>/dev/null || true
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	@touch $@

$(VENV)/.developed: $(VENV)/.installed requirements-dev.txt requirements-import.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements-dev.txt \
		--requirement requirements-import.txt
	@touch $@

format:
	$(BIN)/ruff format --check src tests tools bench

lint:
	$(BIN)/ruff check src tests tools bench

types:
	$(BIN)/mypy

layers:
	$(BIN)/lint-imports

data:
	$(BIN)/caucasus-tui check

tests: quick timed

quick:
	$(BIN)/python -m pytest -n auto -q --ignore tests/terminal

# They wait for their programs half of the time.
timed: AT_ONCE := 3
timed:
	$(ONCE_MORE) tests/terminal

# What a real terminal does is timed by the second: a machine under load may miss a limit once, not twice.
AT_ONCE := 2
ONCE_MORE = f() { $(BIN)/python -m pytest -n $(AT_ONCE) -q "$$@" || $(BIN)/python -m pytest -q --last-failed --last-failed-no-failures none "$$@"; }; f

# The program in real terminals, over SSH, in tmux and in screen; ends with the list of what was measured. After
# `make test`, which ran the others, CASES=slow is enough.
CASES ?= slow or not slow
test-terminal: $(VENV)/.developed terminal-programs
	$(ONCE_MORE) -m "$(CASES)" tests/terminal

# Installs what is missing where that can be done without asking; tests that lack something are skipped, and say so.
terminal-programs:
	@missing=; PATH="$$PATH:/usr/sbin"; \
	command -v sshd >/dev/null || missing="$$missing openssh-server"; \
	command -v ssh >/dev/null || missing="$$missing openssh-client"; \
	command -v tmux >/dev/null || missing="$$missing tmux"; \
	command -v screen >/dev/null || missing="$$missing screen"; \
	test -d /usr/share/i18n/locales || missing="$$missing locales"; \
	test -z "$$missing" && exit 0; \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -qq && \
		DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing >/dev/null; then exit 0; fi; \
	echo "not installed, so some tests are skipped:$$missing" >&2

# What real terminals show, held against what was meant; some ten minutes, and pictures in build/real-terminals.
test-real-terminals: $(VENV)/.developed real-terminal-programs
	$(BIN)/python -m tools.terminals $(ARGS)

# A terminal that is missing is passed over, and that is said; without an unseen screen nothing can be tried.
real-terminal-programs:
	@missing=; \
	for pair in Xvfb:xvfb xdotool:xdotool convert:imagemagick xwd:x11-apps xrefresh:x11-xserver-utils \
		xterm:xterm urxvt:rxvt-unicode stterm:stterm pterm:pterm kitty:kitty alacritty:alacritty \
		mosh-client:mosh screen:screen script:bsdutils; do \
		command -v $${pair%%:*} >/dev/null || missing="$$missing $${pair##*:}"; done; \
	test -z "$$missing" && exit 0; \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -qq && \
		DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing \
		libgl1-mesa-dri fonts-dejavu-core >/dev/null; then exit 0; fi; \
	echo "not installed, so not tried:$$missing" >&2

# After any change of the command line: shells and the manual know it from these files.
completions: $(VENV)/.developed
	$(BIN)/python -m tools.completions
	$(BIN)/python tools/man_page.py

# Ratios to an empty Textual program, pair by pair; nothing passes or fails by them.
bench: $(VENV)/.developed
	$(BIN)/python -m bench $(ARGS)

# The quick suite on every Python from 3.11 on that is here, and once with the newest packages the ranges allow.
matrix: $(VENV)/.developed
	$(BIN)/python -m tools.matrix $(ARGS)

# The built package, tried in empty environments on each Python that is here.
package-check: $(VENV)/.developed requirements-release.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements-release.txt
	$(BIN)/python -m tools.package_check

# Documentation that is taken from the code; pictures and the tour from the running program, which takes two minutes.
docs: $(VENV)/.developed
	$(BIN)/python -m tools.documents

pictures: $(VENV)/.developed
	$(BIN)/python -m tools.pictures

clean:
	rm -rf $(VENV) .matrix dist build

# Word, PDF and the printed page, read back as a recipient would: by an office, a browser, a PDF reader, and axe-core.
test-documents: $(VENV)/.documented document-programs
	CAUCASUS_TUI_DOCUMENTS=required $(BIN)/python -m pytest -n auto -q -m slow tests/test_brief_documents.py

# Dates that others wrote for their tests, read by them and by us, and briefs before validators of others;
# tests/README.md has the figures.
suites: $(VENV)/.developed
	$(BIN)/python -m tools.suites
	$(BIN)/python -m tools.validators

# What the brief as PDF needs: too heavy for everybody.
pdf: $(VENV)/.installed
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check $$(grep '^typst==' requirements-documents.txt)

# What reads HTML, PDF and BibTeX for `new --from` and `add`.
import: $(VENV)/.installed requirements-import.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements-import.txt

$(VENV)/.documented: $(VENV)/.developed requirements-documents.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --requirement requirements-documents.txt
	@touch $@

# Installs what is missing where that can be done without asking: as root on Debian and its like.
document-programs:
	@missing=; \
	has() { for name; do command -v $$name >/dev/null && return; done; return 1; }; \
	has chromium chromium-browser google-chrome || missing="$$missing chromium fonts-dejavu"; \
	has soffice libreoffice || missing="$$missing libreoffice-writer"; \
	has pdftotext || missing="$$missing poppler-utils"; \
	test -z "$$missing" && exit 0; \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing >/dev/null; \
	else echo "install first, under whatever names your system has for them:$$missing" >&2; exit 1; fi
