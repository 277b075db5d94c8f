package dev.dynamoemulator.protocol;

import dev.dynamoemulator.environment.AdjustableClock;
import dev.dynamoemulator.environment.Environment;
import dev.dynamoemulator.environment.Ids;
import dev.dynamoemulator.fault.Faults;
import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.model.Wording;
import dev.dynamoemulator.operation.Operation;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Dispatchers of a test's own operations. */
public final class SampleDispatcher {

  public static final Namespaces NAMESPACES =
      new Namespaces(new Namespace("000000000000", "us-east-1"), false);

  private SampleDispatcher() {}

  public static Dispatcher of(Operation... operations) {
    return of(Wording.NEWER, AllowedOrigins.ALL, NAMESPACES, operations);
  }

  public static Dispatcher of(
      Wording wording, AllowedOrigins origins, Namespaces namespaces, Operation... operations) {
    Environment environment = new Environment(AdjustableClock.fixed(Instant.EPOCH), Ids.seeded(1));
    return new Dispatcher(
        Arrays.stream(operations).collect(Collectors.toMap(Operation::name, Function.identity())),
        namespaces,
        origins,
        wording,
        environment,
        new Faults(environment));
  }
}
