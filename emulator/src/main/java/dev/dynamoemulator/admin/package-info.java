/**
 * Our own endpoints beside the API: the clock, the state, transactions and what there is to know,
 * as JSON. May use protocol, engine and environment; what they do to an emulator goes through
 * {@link dev.dynamoemulator.admin.Controls}.
 */
package dev.dynamoemulator.admin;
