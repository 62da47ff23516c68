# Lockkeeper's commands. `make help` lists them.
SHELL := /bin/sh
JAVA_HOME := $(shell bin/jdk)
export JAVA_HOME
# Maven's own libraries use what JDK 24 and later warn of; the warnings would bury what matters.
QUIET := --sun-misc-unsafe-memory-access=allow
export MAVEN_OPTS := $(MAVEN_OPTS) $(shell $(JAVA_HOME)/bin/java $(QUIET) -version >/dev/null 2>&1 && echo $(QUIET))
MVN := mvn -q -B --no-transfer-progress
STAMP := target/.built
# What a build depends on: every tracked kind of source. A second `make demo` runs no Maven.
SOURCES := $(shell find bin/libpg-query pom.xml */pom.xml */src/main */src/build -type f 2>/dev/null)
PORT_OFFSET ?= 0
STACK = bin/local-stack --port-offset $(PORT_OFFSET)

.DEFAULT_GOAL := help
.PHONY: help build fmt check test it e2e demo up down docs clean jdk grammar

help: ## lists the commands
	@awk -F ':.*## ' '/^[a-z0-9]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

jdk:
	@test -n "$(JAVA_HOME)" || bin/jdk

grammar:
	@bin/libpg-query

build: jdk $(STAMP) ## compiles and packages everything that changed, without tests

$(STAMP): $(SOURCES) | grammar
	@echo "building with $(JAVA_HOME) (the first time Maven fetches about 500 MB) …"
	@$(MVN) package -Dmaven.test.skip=true -Djacoco.skip=true
	@mkdir -p $(@D) && touch $@

fmt: jdk grammar ## formats the code
	@$(MVN) spotless:apply

check: jdk grammar ## format, Error Prone, NullAway
	@$(MVN) spotless:check test-compile

test: jdk grammar ## everything: unit and integration tests, the browser scenario
	@bin/chromium >/dev/null
	@$(MVN) spotless:check
	@mvn -B --no-transfer-progress verify
	@mkdir -p $(dir $(STAMP)) && touch $(STAMP)

it: jdk grammar ## integration tests on a real broker and real databases, without the browser scenario
	@mvn -B --no-transfer-progress verify -DskipUTs -pl '!e2e'

e2e: build ## the browser scenario over the running product
	@bin/chromium >/dev/null
	@mvn -B --no-transfer-progress verify -pl e2e -am -DskipUTs -Dit.test=FirstBoatIT -Dfailsafe.failIfNoSpecifiedTests=false

demo: build ## the main job on embedded defaults, told in the terminal
	@if [ -t 0 ] && [ -t 1 ]; then $(STACK) demo --stay; else $(STACK) demo; fi

up: build ## starts the whole stack in the background
	@$(STACK) up

down: ## stops what `make up` started
	@$(STACK) down

docs: ## renders the generated pages under docs/
	@bin/render-docs

clean: down ## removes everything that was built and the local stack's data
	@$(MVN) clean
	@rm -rf target var
