.DEFAULT_GOAL := help
.PHONY: help setup format check lint types layers test
PY := .venv/bin/python

help:  ## show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  %-16s %s\n", $$1, $$2}'

setup: .venv/.ready  ## create .venv from uv.lock

.venv/.ready: pyproject.toml uv.lock
	test -x $(PY) || python3 -m venv .venv
	test -x .venv/bin/uv || .venv/bin/python -m pip install -q uv
	.venv/bin/uv sync --frozen -q
	touch $@

format: setup  ## format the code
	.venv/bin/ruff format .
	.venv/bin/ruff check --fix .

lint: setup  ## format and lint check
	.venv/bin/ruff format --check .
	.venv/bin/ruff check .

types: setup  ## strict types
	.venv/bin/mypy

layers: setup  ## the stages import one way
	.venv/bin/lint-imports

check: lint types layers  ## all static checks

test: setup  ## all tests
	.venv/bin/pytest
