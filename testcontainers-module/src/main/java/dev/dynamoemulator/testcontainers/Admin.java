package dev.dynamoemulator.testcontainers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Clock and state of a running emulator, over its endpoints below {@code /_emulator}. What the
 * emulator refuses ends in an {@link IllegalStateException} with its reason. Thread-safe.
 *
 * <pre>{@code
 * @AfterEach
 * void reset() {
 *   emulator.getAdmin().reset();
 * }
 * }</pre>
 */
public final class Admin {

  private static final Pattern INSTANT = Pattern.compile("\"instant\":\"([^\"]*)\"");
  private static final Pattern NAME = Pattern.compile("\"name\":\"([^\"]*)\"");
  private static final Pattern DELETED = Pattern.compile("\"deleted\":(\\d+)");
  private static final Pattern ERROR = Pattern.compile("\"error\":\"((?:[^\"\\\\]|\\\\.)*)\"");

  private static final int OK = 200;

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI endpoint;

  /**
   * @param endpoint of an emulator that was started with {@code --admin}, or on this machine
   */
  public Admin(URI endpoint) {
    this.endpoint = endpoint;
  }

  boolean isOf(URI emulator) {
    return endpoint.equals(emulator);
  }

  /** Goes back to the baseline; without any, to how the emulator was started. */
  public void reset() {
    call("POST", "/reset", "");
  }

  /** Makes the present state the one that {@link #reset} goes back to. */
  public void baseline() {
    call("POST", "/baseline", "");
  }

  /**
   * Saves the present state.
   *
   * @return its name, for {@link #restore}
   */
  public String snapshot() {
    return member(NAME, call("POST", "/snapshots", ""));
  }

  /** Goes back to a state that was saved. */
  public void restore(String snapshot) {
    call("POST", "/snapshots/" + snapshot + "/restore", "");
  }

  /** Forgets a state that was saved. */
  public void deleteSnapshot(String snapshot) {
    call("DELETE", "/snapshots/" + snapshot, "");
  }

  /** The emulator's time. */
  public Instant now() {
    return Instant.parse(member(INSTANT, call("GET", "/clock", "")));
  }

  /** Stops the time there. */
  public void setClock(Instant instant) {
    call("PUT", "/clock", "{\"instant\":\"" + instant + "\"}");
  }

  /** Lets that time pass; everything that falls due has run when this returns. */
  public void advance(Duration duration) {
    call("POST", "/clock/advance", "{\"duration\":\"" + duration + "\"}");
  }

  /** Follows the system's time again. */
  public void releaseClock() {
    call("DELETE", "/clock", "");
  }

  /**
   * Deletes the items whose time to live is over.
   *
   * @return how many
   */
  public long sweepExpiredItems() {
    return Long.parseLong(member(DELETED, call("POST", "/time-to-live/sweep", "")));
  }

  private String call(String method, String path, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(endpoint.resolve("/_emulator" + path))
            .method(method, BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
      if (answer.statusCode() != OK) {
        throw new IllegalStateException(reason(answer.body()));
      }
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for the emulator", e);
    }
  }

  private static String reason(String body) {
    Matcher error = ERROR.matcher(body);
    return error.find() ? error.group(1) : body;
  }

  /** The answers are flat and plain, so that no JSON library need come along. */
  private static String member(Pattern member, String body) {
    Matcher found = member.matcher(body);
    if (!found.find()) {
      throw new IllegalStateException("Unexpected answer: " + body);
    }
    return found.group(1);
  }
}
