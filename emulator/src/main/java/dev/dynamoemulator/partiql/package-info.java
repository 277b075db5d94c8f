/**
 * PartiQL statements: parsed, bound to their parameters, and turned into the engine's write actions
 * and read plans. May use expression, table, engine and what they use.
 */
package dev.dynamoemulator.partiql;
