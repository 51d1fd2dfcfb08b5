# For developers on Linux, macOS or WSL. Everyone else uses the `planbuilder` command in .venv.
#   make serve   set up, build, and serve the site     make test   set up and pass every check and test
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
SHELL := /bin/bash
# Where it is set, each start of Python compiles every library anew: half of a start, and a tenth of a small build.
unexport PYTHONDONTWRITEBYTECODE
PYTHON ?= python3
BIN := .venv/bin
LOCKED = $(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	--no-emit-index-url --quiet
VERSION = $(shell sed -n 's/^__version__ = "\(.*\)"/\1/p' src/planbuilder/__init__.py)
ASSETS := theme_overrides/assets/manifest.json

.PHONY: help serve site pdf test tested gate fuzz mutants lighthouse lint browser-tests check wheel sbom audit lock bench setup clean

help: ## Show what there is to make
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 24

serve: setup ## Set up, build and serve the site; rebuilds when a file is saved
	$(BIN)/planbuilder serve

site: setup ## Build the site into site/
	$(BIN)/planbuilder build

check: setup ## Say what is wrong with the data
	$(BIN)/planbuilder check

test: lint tested ## Set up and pass every check and test, browser tests included

# Beside the lint, which one processor is busy with, if make may do two things at a time.
tested: setup .cache/chromium .cache/pango
	$(BIN)/python -m pytest -n 2 --dist worksteal

gate: setup .cache/chromium ## Every page in every setting with axe and checkers of HTML; goes on where it was stopped
	$(BIN)/python -m tools.gate --record

fuzz: setup ## Spoil files at random until the checker fails an editor, for MINUTES=5
	$(BIN)/python tools/fuzz.py $(or $(MINUTES),5)

mutants: .venv/tools ## Spoil the code itself, EACH=15 times a module, and see whether a test notices; docs/mutation.md
	$(BIN)/python tools/mutants.py $(EACH)

lighthouse: setup .cache/chromium ## Ask Lighthouse about each kind of page on a telephone, in two languages; needs the network
	$(BIN)/python -m tools.lighthouse

lint: .venv/ready ## Formatting, lint, types, layers
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

setup: .venv/ready $(ASSETS)

.venv/ready: requirements.lock pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv .venv || (apt-get update -qq && apt-get install -y -qq python3-venv && $(PYTHON) -m venv .venv)
	$(BIN)/python -m pip install --quiet --no-compile --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	$(BIN)/python -m compileall -q -x starters/ src/planbuilder && $(BIN)/python -c "import planbuilder.mkdocs.build, planbuilder.mkdocs.serve"
	touch $@

node_modules/.package-lock.json: package.json package-lock.json
	npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	touch $@

# The style sheet is cut to the rules that the templates use, so it is made anew when they change.
$(ASSETS): .venv/ready node_modules/.package-lock.json tools/build_assets.mjs \
		$(shell find theme_overrides src/planbuilder/templates -type f -not -path '*/assets/*')
	npm run --silent build

# One after another, whatever make does at the same time: only one apt-get can run.
.cache/chromium: | .venv/ready
	command -v chromium >/dev/null || (apt-get update -qq && apt-get install -y -qq chromium fonts-noto-core)
	mkdir -p .cache && touch $@

# What WeasyPrint draws with, for PDF files.
.cache/pango: | .venv/ready .cache/chromium
	$(BIN)/python -c "import weasyprint" 2>/dev/null || (apt-get update -qq && apt-get install -y -qq \
		libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-noto-core)
	mkdir -p .cache && touch $@

pdf: setup .cache/pango ## Make PDF files of the plans, for the next `make site`
	$(BIN)/planbuilder pdf

wheel: setup ## Make the package that a site of one's own installs, in dist/
	rm -rf build
	SOURCE_DATE_EPOCH=$${SOURCE_DATE_EPOCH:-$$(git log -1 --format=%ct)} \
		$(BIN)/python -m pip wheel --quiet --disable-pip-version-check --no-deps --no-build-isolation --wheel-dir dist .

.venv/tools: .venv/ready tools/requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r tools/requirements.txt
	touch $@

sbom: .venv/tools ## List what a release is made of, as CycloneDX, in dist/
	rm -rf .cache/sbom && mkdir -p .cache/sbom dist
	$(LOCKED) requirements.in -c requirements.lock -o .cache/sbom/requirements.txt
	sed 's/^dynamic = .*/version = "$(VERSION)"/; /^\[tool.setuptools.dynamic/,+1d' pyproject.toml > .cache/sbom/pyproject.toml
	$(BIN)/cyclonedx-py requirements .cache/sbom/requirements.txt --pyproject .cache/sbom/pyproject.toml \
		--output-reproducible -o dist/planbuilder-$(VERSION).python.cdx.json
	cp package.json package-lock.json .cache/sbom
	cd .cache/sbom && npm pkg set version=$(VERSION) && npm sbom --package-lock-only --omit dev \
		--sbom-format cyclonedx > ../../dist/planbuilder-$(VERSION).assets.cdx.json

audit: .venv/tools ## Ask whether a library of any lock is known to be unsafe; needs the network
	for lock in requirements.lock tools/requirements.txt bench/requirements.txt; do \
		$(BIN)/pip-audit --strict --disable-pip --require-hashes -r $$lock || exit 1; done
	for folder in . bench; do npm audit --prefix $$folder --package-lock-only || exit 1; done

lock: .venv/ready ## Pin the newest versions, with hashes, that requirements*.in allow
	$(BIN)/python -m pip install --quiet uv
	$(LOCKED) requirements-dev.in --upgrade -o requirements.lock
	$(LOCKED) bench/requirements.in --upgrade -o bench/requirements.txt
	$(LOCKED) tools/requirements.in --upgrade -o tools/requirements.txt

bench: setup ## Measure against other site generators and write docs/performance.md; BENCH=--help says what else
	$(BIN)/python -m bench $(BENCH)

clean: ## Remove everything that was made
	rm -rf .venv node_modules site .cache theme_overrides/assets
