package dev.dynamoemulator.admin;

import java.util.Collection;
import java.util.List;

/** The texts in which the endpoints refuse. */
final class AdminErrors {

  private static final int BAD_REQUEST = 400;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int METHOD_NOT_ALLOWED = 405;
  private static final int CONFLICT = 409;

  private AdminErrors() {}

  static AdminException notFromThisMachine() {
    return new AdminException(
        FORBIDDEN,
        "Only programs on the emulator's own machine may use these endpoints; start it with"
            + " --admin to let others use them too");
  }

  static AdminException foreignHost(String host) {
    return new AdminException(
        FORBIDDEN,
        "The host '"
            + host
            + "' is not a name of the loopback address; start the emulator with --admin to allow"
            + " others");
  }

  static AdminException foreignOrigin(String origin) {
    return new AdminException(
        FORBIDDEN, "Web pages of another origin may not use these endpoints: '" + origin + "'");
  }

  static AdminException noSuchPath(String path) {
    return new AdminException(NOT_FOUND, "There is no endpoint " + path);
  }

  static AdminException wrongMethod(String method, String path, List<String> allowed) {
    return new AdminException(
        METHOD_NOT_ALLOWED,
        path + " answers " + String.join(", ", allowed) + ", but not " + method);
  }

  static AdminException noJsonObject() {
    return new AdminException(BAD_REQUEST, "The body must be a JSON object");
  }

  static AdminException unknownMember(String name, Collection<String> known) {
    return new AdminException(
        BAD_REQUEST,
        "There is no member '"
            + name
            + "'; "
            + (known.isEmpty()
                ? "the body must be empty"
                : "there may be " + String.join(", ", known)));
  }

  static AdminException wrongValue(String name, String expected) {
    return new AdminException(BAD_REQUEST, "The member '" + name + "' must be " + expected);
  }

  static AdminException notOneOf(Collection<String> names) {
    return new AdminException(
        BAD_REQUEST, "The body must have one of the members " + String.join(", ", names));
  }

  static AdminException wrongSnapshotName(String name) {
    return new AdminException(
        BAD_REQUEST,
        "The name '"
            + name
            + "' must be of 1 to 100 letters, digits, dots, hyphens and underscores");
  }

  static AdminException noSuchSnapshot(String name) {
    return new AdminException(NOT_FOUND, "There is no snapshot '" + name + "'");
  }

  static AdminException noSuchFork(String name) {
    return new AdminException(NOT_FOUND, "There is no fork '" + name + "'");
  }

  static AdminException noSuchFault(String id) {
    return new AdminException(NOT_FOUND, "There is no fault '" + id + "'");
  }

  static AdminException noInsights() {
    return new AdminException(
        NOT_FOUND, "There is no such table or index, or its Contributor Insights are not enabled");
  }

  /** The emulator's own words about something that it never does. */
  static AdminException unsupported(UnsupportedOperationException refusal) {
    return new AdminException(CONFLICT, refusal.getMessage());
  }

  static AdminException invalid(IllegalArgumentException refusal) {
    return new AdminException(BAD_REQUEST, refusal.getMessage());
  }
}
