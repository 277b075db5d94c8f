/** The operations that carry out PartiQL statements (partiql.md). */
package dev.dynamoemulator.operation.partiql;
