PYTHON = .venv/bin/python

.PHONY: run test lint guidance constraints bench bench-setup clean-room clean

run: ## The program; without a display its main job, in build/demo
	@sh packaging/run.sh

test: lint ## Lint, and the whole suite
	$(PYTHON) -m pytest --numprocesses 2

lint:
	@sh packaging/environment.sh test
	.venv/bin/ruff check
	.venv/bin/ruff format --check
	.venv/bin/mypy
	.venv/bin/lint-imports

guidance: ## Write docs/guidance.md anew from the rules
	$(PYTHON) -m clausewright.guidance.page > docs/guidance.md

constraints: ## Write the exact versions of this environment down
	$(PYTHON) packaging/constraints.py > constraints.txt

bench: ## Ratios against references in the same run
	@sh packaging/environment.sh test
	$(PYTHON) tests/benchmarks/run.py

bench-setup: ## Install the peers that the benchmarks compare with
	@sh packaging/environment.sh test
	sh tests/benchmarks/setup.sh

clean-room: ## `make run` and `make test` in a fresh minimal Debian
	sh packaging/clean-room.sh

clean:
	rm -rf build dist .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis
