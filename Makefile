# What a developer types. On Windows, or without make: the same in two commands, see README.md.
# Python's own bytecode switch is undone here: without .pyc files Great Expectations takes seconds longer to import.
unexport PYTHONDONTWRITEBYTECODE
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/installed
UV_VERSION := 0.13.9

.PHONY: install demo test lint lab bench lock suites clean

install: $(INSTALLED)

$(INSTALLED): requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check "uv==$(UV_VERSION)"
	$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes --compile-bytecode -r requirements.lock
	$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --editable .
	$(BIN)/python -m compileall -q algreg_lib
	touch $@

demo: install  ## the main job on the example workspace
	$(BIN)/algreg demo

test: install  ## all tests
	$(BIN)/python -m pytest -n 2 --dist loadfile

lint: install  ## style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

lab: install  ## JupyterLab in a copy of the example workspace
	test -d werk/voorbeeld || $(BIN)/algreg demo
	$(BIN)/algreg lab -w werk/voorbeeld

bench: install  ## the tables of speed and memory
	$(BIN)/python -m benchmarks

suites: install  ## the Great Expectations suites, built anew from the standard
	$(BIN)/python -m algreg_lib.quality.build

lock: install  ## requirements.lock, after a change in pyproject.toml
	$(BIN)/uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --upgrade \
		--generate-hashes --no-emit-index-url --no-annotate --no-header --output-file requirements.lock

clean:
	rm -rf $(VENV) werk artefacten
