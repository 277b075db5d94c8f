package dev.dynamoemulator.admin;

import dev.dynamoemulator.fault.FaultEffect;
import dev.dynamoemulator.fault.FaultRule;
import dev.dynamoemulator.fault.Faults;
import dev.dynamoemulator.fault.InjectedFault;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts rules to work that let requests fail, wait or be done in part, and takes them out again. */
record FaultEndpoints(Faults faults) {

  private static final String PATH = "/_emulator/faults";
  private static final String EFFECT = "effect";
  private static final String OPERATIONS = "operations";
  private static final String TABLES = "tables";
  private static final String PROBABILITY = "probability";
  private static final String TIMES = "times";

  List<Route> routes() {
    return List.of(
        Route.plain(
            "GET",
            PATH,
            () -> Map.of("faults", faults.list().stream().map(FaultEndpoints::describe).toList())),
        new Route("POST", PATH, (body, none) -> add(body)),
        Route.plain("DELETE", PATH, this::clear),
        Route.named("DELETE", PATH + "/*", this::remove));
  }

  private Map<String, ?> add(Members body) {
    body.only(EFFECT, "duration", "seconds", OPERATIONS, TABLES, PROBABILITY, TIMES);
    FaultRule rule =
        new FaultRule(
            effect(body),
            Set.copyOf(body.texts(OPERATIONS)),
            Set.copyOf(body.texts(TABLES)),
            body.number(PROBABILITY, 1),
            body.count(TIMES, 0, Integer.MAX_VALUE));
    return Map.of("id", faults.add(rule).id());
  }

  private static FaultEffect effect(Members body) {
    return switch (body.text(EFFECT)) {
      case "throttle" -> new FaultEffect.Throttle();
      case "serverError" -> new FaultEffect.ServerError();
      case "delay" -> new FaultEffect.Delay(body.duration());
      case "unprocessed" -> new FaultEffect.Unprocessed();
      case "conflict" -> new FaultEffect.Conflict();
      default ->
          throw AdminErrors.wrongValue(
              EFFECT, "one of throttle, serverError, delay, unprocessed, conflict");
    };
  }

  private static Map<String, ?> describe(InjectedFault fault) {
    FaultRule rule = fault.rule();
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("id", fault.id());
    members.put(EFFECT, name(rule.effect()));
    if (rule.effect() instanceof FaultEffect.Delay delay) {
      members.put("duration", delay.time());
    }
    members.put(OPERATIONS, List.copyOf(rule.operations()));
    members.put(TABLES, List.copyOf(rule.tables()));
    members.put(PROBABILITY, rule.probability());
    members.put(TIMES, rule.times());
    members.put("hits", fault.hits());
    return members;
  }

  private static String name(FaultEffect effect) {
    String type = effect.getClass().getSimpleName();
    return Character.toLowerCase(type.charAt(0)) + type.substring(1);
  }

  private Map<String, ?> clear() {
    faults.clear();
    return Map.of();
  }

  private Map<String, ?> remove(String id) {
    if (!id.matches("\\d{1,18}") || !faults.remove(Long.parseLong(id))) {
      throw AdminErrors.noSuchFault(id);
    }
    return Map.of();
  }
}
