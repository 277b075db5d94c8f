package dev.dynamoemulator.operation.item;

import dev.dynamoemulator.engine.Engine;
import dev.dynamoemulator.expression.ExpressionCache;
import dev.dynamoemulator.fault.Faults;
import dev.dynamoemulator.model.Limits;
import dev.dynamoemulator.table.Catalogue;

/** What every operation on items works with. */
public record ItemAccess(
    Catalogue catalogue,
    Engine engine,
    ExpressionCache expressions,
    Limits limits,
    Faults faults) {}
