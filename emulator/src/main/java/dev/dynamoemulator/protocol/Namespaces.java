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

  Namespace of(String accessKeyId, String region) {
    if (shared) {
      return home;
    }
    return new Namespace(Namespace.isAccount(accessKeyId) ? accessKeyId : home.account(), region);
  }
}
