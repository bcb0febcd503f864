.DEFAULT_GOAL := help
.PHONY: help setup system system-test run check format lint types layers schema fast test bench bench-growth samples bench-reading fuzz soak determinism clean
SHELL := /bin/bash
PY := .venv/bin/python
# Documents that `make run` reads; `make run DOCS="a.pdf b.txt"` reads others.
DOCS ?= $(sort $(filter-out %.md,$(wildcard raw_docs/*.*)))
OUT ?= outputs
# Test processes side by side.
WORKERS ?= 2

help:  ## show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{split($$1, t, " "); printf "  %-12s %s\n", t[1], $$2}'

run: setup system  ## read the samples in raw_docs/ (or DOCS="...") into outputs/
	.venv/bin/kehoach parse $(DOCS) -o $(OUT)

test: setup system-test  ## all tests, with the floor of test coverage
	KEHOACH_CACHE="$(CURDIR)/.cache/documents" .venv/bin/pytest -n $(WORKERS) --dist loadgroup --durations=15 --cov \
		--cov-report=term:skip-covered

check: lint types layers schema fast  ## static checks and the fast tests

setup: .venv/.ready  ## create .venv from uv.lock

.venv/.ready: pyproject.toml uv.lock scripts/setup.sh
	scripts/setup.sh
	@touch $@

system:  ## install the OCR models if they are missing (Debian packages)
	@scripts/system.sh run

system-test:  ## the same, and what only the tests need (fonts)
	@scripts/system.sh test

format: setup  ## format the code and mend what ruff can mend
	.venv/bin/ruff format .
	.venv/bin/ruff check --fix .

lint: setup  ## formatting and lint
	.venv/bin/ruff format --check .
	.venv/bin/ruff check .

types: setup  ## strict types
	.venv/bin/mypy

layers: setup  ## the stages import one way
	.venv/bin/lint-imports

schema: setup  ## the committed schemas are those of the models
	.venv/bin/kehoach schema --check

fast: setup system-test  ## the tests that need no OCR, no corpus and no patience
	.venv/bin/pytest -n $(WORKERS) -m "not ocr and not slow and not corpus"

fuzz: setup system-test  ## 2,000 mutated files through the whole pipeline (FUZZ_FILES, FUZZ_SEED)
	FUZZ_FILES=$${FUZZ_FILES:-2000} .venv/bin/pytest tests/batch/test_fuzz.py

soak: setup system-test  ## a thousand documents, killed in the middle and resumed (SOAK="--documents 50 --single 15")
	mkdir -p benchmarks/results
	$(PY) -m benchmarks.soak $(SOAK) --json benchmarks/results/soak.json --markdown benchmarks/results/soak.md

determinism: setup system-test  ## the whole corpus with 1 and 4 workers and on a cluster: the same bytes (hours with scans)
	DETERMINISM=corpus .venv/bin/pytest -n 0 tests/batch/test_determinism.py

bench: setup system-test  ## our speed and memory beside other tools, into benchmarks/results/
	mkdir -p benchmarks/results
	$(PY) -m benchmarks.speed --json benchmarks/results/speed.json --markdown benchmarks/results/speed.md

bench-growth: setup system-test  ## cost from 1 to 500 pages and from 10 to 10,000 documents, as table and curves (half an hour)
	mkdir -p benchmarks/results
	$(PY) -m benchmarks.growth --json benchmarks/results/growth.json --svg docs/growth.svg

samples: setup system-test  ## draw the documents of raw_docs/ anew from tests/samples/
	$(PY) -m tests.samples.generate raw_docs

bench-reading: setup  ## how well pages are read, against other programs; PAGES=5 for a short run
	@scripts/system.sh bench
	$(PY) -m benchmarks.reading --pages $(or $(PAGES),20)
	$(PY) -m benchmarks.reading_router

clean:  ## remove the environment and all caches (outputs/ stays)
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .coverage
