# Two commands matter: `make run` shows the program on the sample mails, `make test` proves it.
.DEFAULT_GOAL := help
.PHONY: help run test check dev pictures clean
.DELETE_ON_ERROR:

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet --quiet
SAMPLE_WEEK := 2026-W47
TESTS ?= -n 2

help:  ## what can be made
	@sed -n 's/^\([a-z]*\):.*##  */  make \1\t/p' $(MAKEFILE_LIST)

run: $(VENV)/.for-running  ## read the sample mails and write their weekly report, in Japanese and English
	@status=0; $(BIN)/reqdrift run --config pipeline.toml || status=$$?; \
	case $$status in \
	0) ;; \
	3) echo "Done in part (status 3): at least one mail cannot be read. It is kept whole and the report names it;"; \
	   echo "see $(BIN)/reqdrift quarantine list. One of the sample mails is broken on purpose." ;; \
	*) exit $$status ;; \
	esac
	@echo "The report of week $(SAMPLE_WEEK):"
	@for language in ja en; do \
	  $(BIN)/reqdrift report --config pipeline.toml --week $(SAMPLE_WEEK) --lang $$language || exit $$?; \
	done

test: $(VENV)/.for-developing  ## run all tests (as root, what they need of Debian is installed first)
	@sh tests/system_packages.sh
	@$(BIN)/python -m pytest $(TESTS)

check: $(VENV)/.for-developing  ## lint, formatting, types and the rule who may import whom
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

dev: $(VENV)/.for-developing  ## the environment with everything that developers need

pictures: $(VENV)/.for-developing  ## take the README's pictures of the report again (wants Chromium)
	@$(BIN)/python bench/pictures.py

clean:  ## remove the environment and what `make run` wrote
	rm -rf $(VENV) var

# A stamp each, so that a second call has nothing to do. Hashes are required; the build backend is in the lock as well,
# so the project itself is installed without asking a registry for anything.
$(VENV)/.for-running: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "reqdrift needs Python 3.11 or later; make PYTHON=… names another one" >&2; exit 1; }
	@echo "Making $(VENV) from requirements.lock; this takes a minute or two …"
	@$(PYTHON) -m venv $(VENV)
	@$(PIP) install --require-hashes --only-binary :all: -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.for-developing: $(VENV)/.for-running requirements-dev.lock
	@echo "Adding the developers' tools from requirements-dev.lock …"
	@$(PIP) install --require-hashes --only-binary :all: -r requirements-dev.lock
	@touch $@
