package dev.dynamoemulator.transfer;

/**
 * What makes a request recognisable when it is repeated.
 *
 * @param text null when the request has none
 * @param content the fingerprint of all its members
 */
public record ClientToken(String text, long content) {}
