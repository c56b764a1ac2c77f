# All tasks of developers and CI. `make` alone lists them.

.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

# The project's own tools come first: `sam build` looks for python3.13 on the PATH.
export PATH := $(CURDIR)/.venv/bin:$(PATH)
export SAM_CLI_TELEMETRY := 0
# Containers often set this. Without byte code, each process of the tests compiles all that it imports, for seconds.
unexport PYTHONDONTWRITEBYTECODE

# uv makes all environments, with the Python of .python-version, which it downloads if the machine has none. A uv on the
# PATH is used if it has the pinned version, because it decides what is installed.
UV_VERSION := $(shell sed -n 's/^uv==\([0-9.]*\).*/\1/p' requirements/uv.txt)
UV := $(shell [ "$$(uv --version 2>/dev/null | cut -d ' ' -f 2)" = "$(UV_VERSION)" ] && echo uv || echo .uv/bin/uv)
UV_IF_MISSING := $(filter .uv/bin/uv,$(UV))
# Wheels only: building a source distribution runs a program that no hash covers.
PINNED := --quiet --require-hashes --only-binary :all:

.PHONY: help
help: ## List the targets
	@grep -E '^[a-z0-9]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z0-9]+):.*## (.*)/make \1\t\2/' | expand -t 18

.PHONY: setup
setup: .venv/.complete .cloud/.complete ## Get the tools: .venv with the wod command, .cloud with the embedded cloud

.PHONY: demo
demo: setup ## Run the whole chain on this machine; BLOG=forja with another blog's samples, POST=file.json with your post
	.venv/bin/wod demo $(if $(BLOG),--blog "$(BLOG)") $(if $(POST),"$(POST)")

# GNU make 4 prints the output of each of several jobs when it ends.
TOGETHER := $(if $(filter output-sync,$(.FEATURES)),--output-sync)

# Three at once: the tests of the deployed chain often wait, and whatever computes can go on. Two and five take longer.
.PHONY: test
test: setup .audit/.complete ## Run linters and all tests
	@$(MAKE) --jobs 3 $(TOGETHER) e2e lint unit-notation unit-others integration

# Two processes with half of the tests each, as with xdist two take as long as one: reports go between its processes.
.PHONY: unit unit-notation unit-others
unit: setup ## Run the tests of the pure modules
	@$(MAKE) --jobs 2 $(TOGETHER) unit-notation unit-others
unit-notation: setup
	.venv/bin/pytest tests/unit/notation
unit-others: setup
	.venv/bin/pytest tests/unit --ignore tests/unit/notation

# A process for each core, as each imports AWS's clients and their mock for seconds; an idle one takes tests from another.
PARALLEL := --numprocesses $(shell getconf _NPROCESSORS_ONLN) --dist worksteal

.PHONY: integration
integration: setup ## Run the tests of stages and command against a mock of AWS, and of template and documents
	.venv/bin/pytest $(PARALLEL) tests/integration

.PHONY: coverage
coverage: setup ## Run both, and fail if they reach too little of layers/ and functions/
	.venv/bin/pytest $(PARALLEL) tests/unit tests/integration --cov

# A process for each stack of tests/e2e/conftest.py: their tests often wait.
.PHONY: e2e
e2e: setup ## Run the tests of the deployed chain, in an embedded cloud
	.venv/bin/pytest --numprocesses 3 --dist loadscope --no-loadscope-reorder tests/e2e

WORDPRESS_PACKAGES := wordpress mariadb-server php-cli php-mysql

.PHONY: wordpress
wordpress: setup ## Test the fetch against a real WordPress on this machine
	@dpkg --status $(WORDPRESS_PACKAGES) >/dev/null 2>&1 || \
		{ echo "This needs packages of Debian: sudo apt-get install $(WORDPRESS_PACKAGES)"; exit 1; }
	.venv/bin/pytest tests/wordpress

.PHONY: bench
bench: setup ## Measure reading, cold starts, the AWS calls of a post, their growth, and a post's time through the chain
	.venv/bin/python benchmarks/reading.py
	.venv/bin/python benchmarks/cold_start.py
	.venv/bin/python -m benchmarks.calls
	.venv/bin/python -m benchmarks.growth
	.venv/bin/python -m benchmarks.end_to_end

.PHONY: reliability
reliability: setup .reliability/.complete ## Send posts through the chain under every fault, and count them: takes hours
	.venv/bin/python -m reliability.faults

.PHONY: fuzz
fuzz: .fuzz/.complete ## Fuzz each pure reader for MINUTES (5), guided by coverage
	@for reader in read_post read_lines group_by_day date_sessions segment_day read_segment read_records; do \
		echo $$reader; .fuzz/bin/python fuzz/readers.py $$reader \
			-verbosity=0 -print_final_stats=1 -max_total_time=$$((60 * $(or $(MINUTES),5))) || exit; \
	done

.PHONY: lint
lint: setup .audit/.complete ## Check style, types, the template and security
	.venv/bin/ruff check
	.venv/bin/ruff format --check
	.venv/bin/codespell
	.venv/bin/mypy
	.venv/bin/cfn-lint
	mkdir -p .aws-sam && .venv/bin/python -m wod_cli.template > .aws-sam/expanded.json
	.audit/bin/checkov
	@# Only rules that name a type of ours can find anything, and each of the others would read the templates too.
	grep --only-matching --no-filename 'AWS::[A-Za-z0-9:]*' .aws-sam/expanded.json catalogue.template.json \
		| sort --unique > .aws-sam/types
	.audit/guard/cfn-guard validate --show-summary fail --data .aws-sam/expanded.json --data catalogue.template.json \
		--rules $$(grep --recursive --files-with-matches --fixed-strings --file .aws-sam/types .audit/guard/rules/*/cfn-guard \
			| grep --fixed-strings --invert-match --file .cfn-guard-skip)

.PHONY: format
format: setup ## Format the code
	.venv/bin/ruff check --fix
	.venv/bin/ruff format

.PHONY: events
events: setup ## Write the sample events again, after a change of a message
	.venv/bin/python events/make.py

.PHONY: docs
docs: setup ## Write generated files: schemas, tables and a picture in docs/, the catalogue's template, resources with a price
	.venv/bin/python -m wod.schemas docs/schemas
	.venv/bin/python docs/make.py
	.venv/bin/python -m docs.commands
	.venv/bin/python -m docs.quality_trend
	.venv/bin/python -m wod_cli.lakehouse.template
	.venv/bin/python -m wod_cli.costs.resources

.PHONY: pictures
pictures: setup ## Make the pictures of the README again, with a Chromium
	.venv/bin/python -m docs.pictures

# Tests must run the versions of the layers, so the layers' are chosen within requirements/dev.txt.
.PHONY: pins
pins: $(UV_IF_MISSING) ## Choose the newest versions of all dependencies, and pin them with hashes
	@for part in uv dev audit cloud fuzz reliability; do \
		$(UV) pip compile --quiet --upgrade --generate-hashes --custom-compile-command "make pins" \
			requirements/$$part.in -o requirements/$$part.txt || exit; \
	done
	@$(UV) pip compile --quiet --upgrade --generate-hashes --no-deps --custom-compile-command "make pins" \
		requirements/guard.in -o requirements/guard.txt
	@for layer in layers/*/; do \
		$(UV) pip compile --quiet --upgrade --generate-hashes --only-binary :all: --emit-build-options \
			--custom-compile-command "make pins" -c requirements/dev.txt \
			$${layer}requirements.in -o $${layer}requirements.txt || exit; \
	done

.PHONY: build
build: setup ## Build functions and layers into .aws-sam/build, for sam deploy
	.venv/bin/sam build

.PHONY: clean
clean: ## Stop the embedded cloud and remove everything that was made here
	-[ ! -x .venv/bin/wod ] || .venv/bin/wod local down
	rm -rf .venv .cloud .audit .fuzz .reliability .uv .cloud-state .aws-sam .pytest_cache .hypothesis .mypy_cache .ruff_cache

# Write the byte code of all that `wod` imports, for shells in which Python may not: there each start would take twice as long.
ALL_COMMANDS := "import pkgutil, wod_cli.commands as all; [pkgutil.resolve_name(f'{all.__name__}.{each.name}') for each in pkgutil.iter_modules(all.__path__)]"

.venv/.complete: requirements/dev.txt pyproject.toml .python-version $(UV_IF_MISSING)
	$(UV) venv --quiet --allow-existing .venv
	VIRTUAL_ENV=.venv $(UV) pip sync $(PINNED) requirements/dev.txt
	VIRTUAL_ENV=.venv $(UV) pip install --quiet --no-deps --no-build-isolation --editable .
	@.venv/bin/wod --help >/dev/null && .venv/bin/python -c $(ALL_COMMANDS)
	@touch $@

.cloud/.complete: requirements/cloud.txt .python-version $(UV_IF_MISSING)
	$(UV) venv --quiet --allow-existing .cloud
	VIRTUAL_ENV=.cloud $(UV) pip sync $(PINNED) requirements/cloud.txt
	@touch $@

.reliability/.complete: requirements/reliability.txt .python-version $(UV_IF_MISSING)
	$(UV) venv --quiet --allow-existing .reliability
	VIRTUAL_ENV=.reliability $(UV) pip sync $(PINNED) requirements/reliability.txt
	@touch $@

# cfn-guard is a program for each system in an archive in a wheel.
GUARD := $(subst Darwin,macos,$(subst Linux,ubuntu,$(shell uname -s)))/$(subst arm64,aarch64,$(shell uname -m))/cfn-guard

.audit/.complete: requirements/audit.txt requirements/guard.txt .python-version $(UV_IF_MISSING)
	$(UV) venv --quiet --allow-existing .audit
	VIRTUAL_ENV=.audit $(UV) pip sync $(PINNED) requirements/audit.txt requirements/guard.txt
	mkdir -p .audit/guard
	tar -xzf .audit/lib/python*/site-packages/cdklabs/cdk_validator_cfnguard/_jsii/*.tgz --strip-components 1 -C .audit/guard
	ln -sf bin/$(GUARD) .audit/guard/cfn-guard
	@touch $@

.fuzz/.complete: requirements/fuzz.txt .python-version $(UV_IF_MISSING)
	$(UV) venv --quiet --allow-existing .fuzz
	VIRTUAL_ENV=.fuzz $(UV) pip sync $(PINNED) requirements/fuzz.txt
	@touch $@

# Debian's Python has pip or venv only as packages of their own, and refuses to install into itself: either will do.
.uv/bin/uv: UV_PIN = $(PINNED) --requirement requirements/uv.txt
.uv/bin/uv: requirements/uv.txt
	python3 -m venv .uv && .uv/bin/pip install $(UV_PIN) || python3 -m pip install $(UV_PIN) --target .uv
