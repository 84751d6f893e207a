# Verbs for people and machines. `make help` lists them.
.DEFAULT_GOAL := help
PORT ?= 8000
HOST ?= 127.0.0.1
DATA := $(or $(DATA),$(PORTAL_DATA),var)
PYTHON ?= python3
ARTICLES ?= 100000
ifneq ($(words $(DATA)),1)
$(error 数据目录 DATA 的路径里不能有空格：$(DATA))
endif
export PORTAL_DATA := $(abspath $(DATA))

.PHONY: help run test test-fast check bench bench-search tools lock clean

help: ## list the verbs
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1|/' | column -t -s '|'

.venv/ready: requirements.lock pyproject.toml
	@deploy/python-check $(PYTHON)
	@echo "正在安装需要的软件，第一次要一两分钟……"
	$(PYTHON) -m venv .venv
	.venv/bin/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	.venv/bin/pip install --quiet --disable-pip-version-check --no-deps -e .
	@touch $@

.venv/ready-dev: .venv/ready requirements-dev.lock
	.venv/bin/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

run: .venv/ready ## set everything up and serve the demo portal (PORT=8000 HOST=127.0.0.1 DATA=var)
	@.venv/bin/portal migrate
	@.venv/bin/portal demo
	@.venv/bin/portal serve --host $(HOST) --port $(PORT)

tools: .venv/ready-dev ## install what the browser tests need (Chromium, CJK fonts, Java, npm tools)
	@tests/tools/install

test: tools ## run every test, browser tests included
	.venv/bin/pytest -n auto --maxprocesses 4 --dist loadgroup

test-fast: .venv/ready-dev ## run the tests without a browser
	.venv/bin/pytest -n auto --maxprocesses 4 --dist loadgroup -m "not browser"

check: .venv/ready-dev ## lint and types
	.venv/bin/ruff check portal tests demo bench docs migrations wsgi.py
	.venv/bin/ruff format --check portal tests demo bench docs migrations wsgi.py
	.venv/bin/mypy

bench: .venv/ready-dev ## measure the portal beside its peers, about eight minutes (BENCH="--help")
	.venv/bin/python -m bench.load $(BENCH)

bench-search: .venv/ready-dev ## measure the search beside a LIKE scan (ARTICLES=100000; PostgreSQL at 20000)
	.venv/bin/python -m bench.search $(ARTICLES)
	.venv/bin/python -m bench.search 20000 --postgresql

lock: .venv/ready-dev ## pin every dependency with hashes, after pyproject.toml changed
	.venv/bin/pip-compile --quiet --generate-hashes --strip-extras --no-emit-index-url --no-emit-find-links --no-header -o requirements.lock pyproject.toml
	.venv/bin/pip-compile --quiet --generate-hashes --strip-extras --no-emit-index-url --no-emit-find-links --no-header --allow-unsafe --extra dev -o requirements-dev.lock pyproject.toml

clean: ## remove the environment and caches; data stays
	rm -rf .venv build .pytest_cache .mypy_cache .ruff_cache tests/tools/node_modules
