package dev.dynamoemulator.partiql;

/** What may stand between parentheses, as written: a term or a condition. */
sealed interface Expression permits Term, Predicate {}
