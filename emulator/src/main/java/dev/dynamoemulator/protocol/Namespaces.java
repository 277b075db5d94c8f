package dev.dynamoemulator.protocol;

import dev.dynamoemulator.model.Namespace;

/**
 * Chooses the account and region that a request acts in. An access key id of twelve digits is the
 * account; every other id belongs to the default account. Immutable.
 *
 * @param home the default account, and the region of requests that name none
 * @param shared whether all callers see the tables of {@code home}
 */
public record Namespaces(Namespace home, boolean shared) {

  private static final int ACCOUNT_LENGTH = 12;

  Namespace of(String accessKeyId, String region) {
    if (shared) {
      return home;
    }
    return new Namespace(isAccount(accessKeyId) ? accessKeyId : home.account(), region);
  }

  private static boolean isAccount(String accessKeyId) {
    if (accessKeyId.length() != ACCOUNT_LENGTH) {
      return false;
    }
    for (int i = 0; i < ACCOUNT_LENGTH; i++) {
      char c = accessKeyId.charAt(i);
      if (c < '0' || c > '9') {
        return false;
      }
    }
    return true;
  }
}
