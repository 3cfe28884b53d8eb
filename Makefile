# Two commands do everything on a fresh machine: make demo, make test.
PYTHON ?= python3
BIN := .venv/bin
DATA := .demo-data
OUT := demo-output

.PHONY: help demo test run lint format lock program clean
help:
	@echo "make demo     plays the example municipality and opens the window on it"
	@echo "make test     every check and every test"
	@echo "make run      opens the window on your own data"
	@echo "make lint     the checks without the tests"
	@echo "make format   puts the source in the one layout"
	@echo "make lock     writes the lock files anew"
	@echo "make program  builds the packaged program into dist/"
	@echo "make clean    removes what the others made, except .venv"

demo:
	@$(PYTHON) installer/setup.py run
	rm -rf $(DATA) $(OUT)
	$(BIN)/bra-desktop demo --data $(DATA) --out $(OUT)
	@$(BIN)/python installer/show_demo.py $(DATA)

run:
	@$(PYTHON) installer/setup.py run
	$(BIN)/bra-desktop

lint:
	@$(PYTHON) installer/setup.py test
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

# As many workers as cores; what measures runs after them, alone.
test: lint
	$(BIN)/pytest --numprocesses logical -m "not benchmark"
	$(BIN)/pytest -m benchmark

format:
	$(BIN)/ruff check --fix --select I
	$(BIN)/ruff format

lock:
	@$(PYTHON) installer/setup.py test
	$(BIN)/python installer/lock.py

program:
	@$(PYTHON) installer/setup.py program
	$(BIN)/python installer/build.py

clean:
	rm -rf $(DATA) $(OUT) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find src tests installer -name __pycache__ -prune -exec rm -rf {} +
