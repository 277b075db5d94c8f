package dev.dynamoemulator.admin;

import dev.dynamoemulator.protocol.RequestJournal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Shows the last requests with their answers, once it has been told to keep some. */
record JournalEndpoints(RequestJournal journal) {

  private static final String PATH = "/_emulator/requests";
  private static final String KEEP = "keep";
  private static final int MOST_KEPT = 10_000;

  List<Route> routes() {
    return List.of(
        Route.plain(
            "GET",
            PATH,
            () ->
                Map.of(
                    "requests",
                    journal.entries().stream().map(JournalEndpoints::describe).toList())),
        new Route("PUT", PATH, (body, none) -> keep(body)),
        Route.plain("DELETE", PATH, this::clear));
  }

  private static Map<String, ?> describe(RequestJournal.Entry entry) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("requestId", entry.requestId());
    members.put("operation", entry.operation());
    members.put("request", entry.request());
    members.put("status", entry.status());
    members.put("error", entry.error());
    return members;
  }

  private Map<String, ?> keep(Members body) {
    journal.keep(body.only(KEEP).count(KEEP, 0, MOST_KEPT));
    return Map.of();
  }

  private Map<String, ?> clear() {
    journal.clear();
    return Map.of();
  }
}
