package dev.dynamoemulator.engine;

import dev.dynamoemulator.table.Table;

/** A write of a batch, with the table that it goes to. It has no condition. */
public record TableWrite(Table table, WriteAction action) {}
