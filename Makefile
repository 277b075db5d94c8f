# Every target is one Maven or Java call, so that nothing here is needed to work without make.
MVN ?= mvn -B -ntp
PORT ?= 8000
SEED ?= 1
REQUESTS ?= 2000
MODE ?= file
ITEMS ?= 1000000
HEAP ?= 256m

.PHONY: help build test test-one format readme lint run jar image image-local test-container test-s3mock examples dynamodb-local differential kcl sdk-v1 bench bench-junit bench-peers bench-transfer clean

help: ## list the targets
	@grep -hE '^[a-z0-9-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 18

build: ## compile everything and package it, without running tests
	$(MVN) package -DskipTests

test: ## build everything and run all tests
	$(MVN) verify

test-one: ## run one test class: make test-one CLASS=PutItemTest
	$(MVN) -pl emulator -am test -Dtest='$(CLASS)' -Dsurefire.failIfNoSpecifiedTests=false

format: ## lay out the sources as google-java-format does
	$(MVN) spotless:apply

readme: ## bring the README's tables of operations and options up to date
	$(MVN) -pl emulator -am test -Dtest=ReadmeTest -Dsurefire.failIfNoSpecifiedTests=false -Dreadme.update=true

lint: ## check layout, dependencies and compiler warnings, from scratch, also of the comparison and benchmarks
	$(MVN) -Pbench clean test-compile spotless:check \
	  -Dmaven.compiler.failOnWarning=true -Dmdep.skip

jar: ## build the standalone jar
	$(MVN) -pl emulator -am package -Dmaven.test.skip

run: jar ## build the standalone jar and run it on port 8000 (PORT=...)
	java -jar emulator/target/dynamo-emulator.jar --port $(PORT)

image: jar ## build the container image (TAG=...)
	testcontainers-module/image/build $(TAG)

image-local: jar ## the same from this machine's JDK, without a registry; for tests
	testcontainers-module/image/build --local $(TAG)

test-container: ## run the tests that need the image, starting a Docker daemon if need be
	.ci/container

test-s3mock: ## test exports and imports against S3Mock, which is fetched
	$(MVN) -q -N dependency:copy@s3mock -DoutputDirectory=emulator/target
	S3MOCK="$(CURDIR)/emulator/target/s3mock.jar" $(MVN) -pl emulator -am test \
	  -Dtest='S3MockTest,BucketsTest' -Dsurefire.failIfNoSpecifiedTests=false

examples: build ## run the examples of every language that is installed
	examples/run

dynamodb-local: ## fetch DynamoDB Local and run it in memory on port 8000 (PORT=...)
	$(MVN) -q -Pcomparison -pl emulator/comparison process-test-resources
	java -Djava.library.path=emulator/comparison/target/dynamodb-local \
	  -cp 'emulator/comparison/target/dynamodb-local/*' \
	  com.amazonaws.services.dynamodbv2.local.main.ServerRunner -inMemory -disableTelemetry -port $(PORT)

differential: jar ## compare with DynamoDB Local by random requests (SEED=..., REQUESTS=...)
	$(MVN) -Pcomparison -pl emulator/comparison test -Ddifferential.seed=$(SEED) -Ddifferential.requests=$(REQUESTS)

kcl: ## read a stream with the Kinesis Client Library; takes some minutes
	$(MVN) -Pclients -pl emulator/kcl -am test -Dtest='dev/dynamoemulator/kcl/**' -Dsurefire.failIfNoSpecifiedTests=false

sdk-v1: ## call the emulator with the AWS SDK for Java v1
	$(MVN) -Pclients -pl emulator/sdk-v1 -am test -Dtest='dev/dynamoemulator/sdkv1/**' -Dsurefire.failIfNoSpecifiedTests=false

bench: ## measure beside DynamoDB Local and peers (BENCH=--quick, or others)
	$(MVN) -q -Pbench -pl emulator,emulator/comparison,emulator/bench -am package -Dmaven.test.skip
	java -cp 'emulator/bench/target/classes:emulator/bench/target/libraries/*' \
	  dev.dynamoemulator.bench.Bench $(BENCH)

bench-junit: ## measure what a test class pays, beside DynamoDB Local and containers
	$(MVN) -q -Pbench -pl emulator/comparison,junit-extension/bench -am package -Dmaven.test.skip
	for part in FirstTestClassBench ExtensionCost; do \
	  java -Djava.util.logging.config.file=junit-extension/src/test/resources/logging.properties \
	    -cp 'junit-extension/bench/target/classes:junit-extension/bench/target/libraries/*' \
	    dev.dynamoemulator.junit5.bench.$$part || exit; \
	done

bench-peers: ## fetch the peers of the benchmark that are npm packages
	npm install --no-audit --no-fund --no-save --prefix emulator/bench/target dynalite @dynoxide/linux-x64

bench-transfer: ## import, export and import again (MODE=file|memory, ITEMS=..., HEAP=256m)
	$(MVN) -q -Pbench -pl emulator,emulator/comparison,emulator/bench -am package -Dmaven.test.skip
	java -Xmx$(HEAP) -Djava.util.logging.config.file=emulator/src/test/resources/logging.properties \
	  -cp 'emulator/bench/target/classes:emulator/bench/target/libraries/*' \
	  dev.dynamoemulator.bench.TransferBench $(MODE) $(ITEMS)

clean: ## delete what was built
	$(MVN) clean
	rm -rf examples/node/node_modules
