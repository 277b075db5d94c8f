package dev.dynamoemulator.table;

import dev.dynamoemulator.model.AttributeType;

/** One attribute of a key: its name and its type, which is S, N or B. */
public record KeyAttribute(String name, AttributeType type) {}
