package dev.dynamoemulator.cli;

import dev.dynamoemulator.EmulatorOptions;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URISyntaxException;

/** Asks an emulator on this machine whether it answers; for containers without any other client. */
final class Healthcheck {

  private static final int TIMEOUT_MILLIS = 2_000;

  private Healthcheck() {}

  /** Whether the emulator at the host and port of the options answers. */
  static boolean passes(EmulatorOptions options) {
    String host = options.host().equals("0.0.0.0") ? "127.0.0.1" : options.host();
    try {
      URI uri = new URI("http", null, host, options.port(), "/", null, null);
      HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
      connection.setConnectTimeout(TIMEOUT_MILLIS);
      connection.setReadTimeout(TIMEOUT_MILLIS);
      try {
        return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
      } finally {
        connection.disconnect();
      }
    } catch (IOException | URISyntaxException e) {
      return false;
    }
  }
}
