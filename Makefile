# `make site` and `make test` do all the set-up they need on a fresh machine.

# Another Python than the machine's python3: make site PYTHON=python3.12
PYTHON ?=
# How many tests run side by side.
WORKERS ?= 2

# The day of the edition that pages show: that of the last commit.
EDITION = $(or $(SOURCE_DATE_EPOCH),$(shell git log -1 --format=%ct 2>/dev/null))

export PYTHON
BIN := .venv/bin
SOURCES := $(wildcard generator setup tests bench)

.DEFAULT_GOAL := help
.PHONY: help site check serve test lint format lock bench clean setup-site setup-test
MAKEFLAGS += --no-print-directory

help: ## Say what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

site: setup-site ## Build the site into site/
	@SOURCE_DATE_EPOCH="$(EDITION)" $(BIN)/framework build

check: setup-site ## Say what is wrong with the content
	@$(BIN)/framework check

serve: setup-site ## Show the site while writing
	@$(BIN)/framework serve

test: setup-test ## Examine code, content and the built site
	@status=0; \
	$(BIN)/ruff check --quiet $(SOURCES) || status=1; \
	$(BIN)/ruff format --quiet --check $(SOURCES) || status=1; \
	$(BIN)/mypy --no-error-summary $(SOURCES) || status=1; \
	$(BIN)/pytest -n $(WORKERS) --dist worksteal || status=$$?; \
	exit $$status

lint: setup-test ## Examine the code alone
	@$(BIN)/ruff check $(SOURCES)
	@$(BIN)/ruff format --check $(SOURCES)
	@$(BIN)/mypy $(SOURCES)

format: setup-test ## Bring the code into its form
	@$(BIN)/ruff check --fix --quiet $(SOURCES)
	@$(BIN)/ruff format $(SOURCES)

bench: setup-test ## Measure build, check and page weight
	@$(BIN)/python -m bench

lock: ## Renew requirements*.txt and package-lock.json
	@setup/lock

clean: ## Remove everything that was made
	@rm -rf .venv build site node_modules .mypy_cache .pytest_cache .ruff_cache *.egg-info
	@find generator setup tests bench -type d -name __pycache__ -prune -exec rm -rf {} + 2>/dev/null || true

setup-site:
	@setup/venv site

setup-test:
	@setup/venv test
	@setup/npm
	@setup/browser
	@setup/kiwix
	@setup/libreoffice
