package dev.dynamoemulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dynamoemulator.admin.Admin;
import dev.dynamoemulator.protocol.WireRequest;
import dev.dynamoemulator.protocol.WireResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Calls the endpoints of an emulator without a socket, as a program on the same machine. */
record AdminClient(Admin admin) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** An answer's status and members. */
  record Answer(int status, JsonNode body) {

    String error() {
      return body.path("error").asText();
    }
  }

  static AdminClient of(Emulator emulator) {
    return new AdminClient(new Admin(new EmulatorControls(emulator), false));
  }

  Answer get(String path) {
    return call("GET", path, "");
  }

  Answer put(String path, String body) {
    return call("PUT", path, body);
  }

  Answer post(String path, String body) {
    return call("POST", path, body);
  }

  Answer delete(String path) {
    return call("DELETE", path, "");
  }

  Answer call(String method, String path, String body) {
    return call(method, path, body, Map.of("Host", "localhost:8000"), true);
  }

  Answer call(
      String method,
      String path,
      String body,
      Map<String, String> headers,
      boolean isFromThisMachine) {
    WireRequest request =
        new WireRequest(method, path, null, headers::get, body.getBytes(StandardCharsets.UTF_8));
    try (WireResponse answer = admin.answer(request, isFromThisMachine)) {
      return new Answer(answer.status(), JSON.readTree(answer.bodyText()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
