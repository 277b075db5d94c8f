package dev.dynamoemulator.admin;

import dev.dynamoemulator.protocol.WireRequest;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Keeps everybody out who could do harm without meaning to, or by way of a developer's browser. Web
 * pages never get in: no answer allows them, a request that tells its foreign origin is refused,
 * and so is one whose host name was led to the loopback address, as an attacker's can be.
 * Immutable.
 *
 * @param isOpen whether requests of other machines are let in
 */
record AdminGate(boolean isOpen) {

  private static final Pattern LOOPBACK =
      Pattern.compile("(localhost|127(\\.\\d{1,3}){3}|\\[::1])(:\\d+)?");

  void check(WireRequest request, boolean isFromThisMachine) {
    checkMachine(isFromThisMachine);
    checkOrigin(request);
    checkHost(request);
  }

  private void checkMachine(boolean isFromThisMachine) {
    if (!isOpen && !isFromThisMachine) {
      throw AdminErrors.notFromThisMachine();
    }
  }

  private static void checkOrigin(WireRequest request) {
    String origin = request.header("Origin");
    String host = request.header("Host");
    if (origin != null && (host == null || !origin.equalsIgnoreCase("http://" + host))) {
      throw AdminErrors.foreignOrigin(origin);
    }
  }

  /** Who opened the emulator to others has them call it by whatever names they know. */
  private void checkHost(WireRequest request) {
    String host = request.header("Host");
    if (!isOpen && host != null && !LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches()) {
      throw AdminErrors.foreignHost(host);
    }
  }
}
