/**
 * Our own endpoints beside the API: the clock, the state, transactions, replication, faults and
 * what there is to know, as JSON. May use model, json, protocol, engine, replication, fault,
 * insight and environment; what they do to an emulator goes through {@link
 * dev.dynamoemulator.admin.Controls}.
 */
package dev.dynamoemulator.admin;
