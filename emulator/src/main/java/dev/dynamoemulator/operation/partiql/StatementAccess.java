package dev.dynamoemulator.operation.partiql;

import dev.dynamoemulator.engine.Engine;
import dev.dynamoemulator.model.Limits;
import dev.dynamoemulator.partiql.StatementCache;
import dev.dynamoemulator.table.Catalogue;

/** What every operation on statements works with. */
public record StatementAccess(
    Catalogue catalogue, Engine engine, StatementCache statements, Limits limits) {}
