package dev.dynamoemulator.bench;

import java.util.List;

/**
 * A server that can be measured.
 *
 * @param isOurs whether it is an emulator of this build
 * @param command starts it; {@code PORT} stands for the port
 */
record Target(String name, boolean isOurs, List<String> command) {

  static final String PORT = "PORT";

  List<String> command(int port) {
    return command.stream().map(part -> part.equals(PORT) ? Integer.toString(port) : part).toList();
  }
}
