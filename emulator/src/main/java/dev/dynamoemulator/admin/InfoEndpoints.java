package dev.dynamoemulator.admin;

import java.util.List;
import java.util.Map;

/** Tells which emulator it is, that it is up, and how it was started. */
record InfoEndpoints(Controls controls) {

  List<Route> routes() {
    return List.of(
        Route.plain(
            "GET",
            "/_emulator",
            () -> Map.of("name", "Dynamo Emulator", "version", controls.version())),
        Route.plain("GET", "/_emulator/health", () -> Map.of("status", "healthy")),
        Route.plain("GET", "/_emulator/options", controls::options));
  }
}
