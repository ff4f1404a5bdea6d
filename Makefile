# The front door. Python 3.11 or newer, git and make are all that these need.
.DEFAULT_GOAL := help
.PHONY: help demo dev test check bench lock clean
PY := .venv/bin/python
JOBS ?= $(shell getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2)
WORKERS := $(shell echo $$(($(JOBS) + 1)))  # one more than processors: tests wait for the database and for browsers

help:  ## say what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: .venv/.stamp-run  ## set everything up and open a living demo on http://127.0.0.1:8000
	$(PY) -m alongside demo

dev: .venv/.stamp-dev  ## open an empty instance that starts again when the code changes
	ALONGSIDE_DATA=.dev ALONGSIDE_DEBUG=1 $(PY) -m alongside serve --reload

test: check  ## set everything up and pass all tests
	@tools/browser
	@tools/calendar
	$(PY) -m pytest -n $(WORKERS) --dist worksteal -p tools.covering src/alongside
	$(PY) -m pytest -n $(WORKERS) --dist worksteal --cov --cov-report= src/pairing
	$(PY) -m coverage report --fail-under=100 --skip-covered
	$(PY) -m pytest -n $(WORKERS) --dist worksteal tests

check: .venv/.stamp-dev  ## the gates: style, types, imports, templates, migrations
	$(PY) -m ruff check
	$(PY) -m ruff format --check --quiet
	$(PY) -m mypy
	.venv/bin/lint-imports
	.venv/bin/djlint --lint --quiet src
	ALONGSIDE_TESTING=1 ALONGSIDE_DATA=.dev/check DJANGO_SETTINGS_MODULE=alongside.config.settings $(PY) -W ignore -m django makemigrations --check --dry-run

bench: .venv/.stamp-dev  ## measure: tables on the screen, JSON in benchmarks/results; make bench ONLY=pairing ROWS="what-if"
	set -e; for each in $(or $(ONLY),$(patsubst benchmarks/%/__main__.py,%,$(wildcard benchmarks/*/__main__.py))); do $(PY) -m benchmarks.$$each $(if $(ROWS),"$(ROWS)"); done

lock: .venv/.stamp-dev  ## write the lock files anew from pyproject.toml
	$(PY) -m pip install --quiet uv
	$(LOCK) -o requirements.lock pyproject.toml
	$(LOCK) -o requirements-dev.lock --extra pairing --constraint requirements.lock --group pyproject.toml:dev pyproject.toml

LOCK := .venv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-annotate --custom-compile-command 'make lock'

clean:  ## remove what set-up, tests and demo have made (stop them first)
	rm -rf .venv .demo .dev .coverage* .covered .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

.venv/.stamp-run: requirements.lock tools/set-up
	tools/set-up requirements.lock
	touch $@

.venv/.stamp-dev: requirements-dev.lock tools/set-up
	tools/set-up requirements-dev.lock
	touch $@ .venv/.stamp-run
