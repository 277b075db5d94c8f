package dev.dynamoemulator.table;

/** A table before and after a change; the same twice when nothing changed. */
record TableChange(TableDescription before, TableDescription after) {}
