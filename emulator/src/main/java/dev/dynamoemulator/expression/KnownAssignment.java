package dev.dynamoemulator.expression;

import dev.dynamoemulator.model.AttributeType;
import dev.dynamoemulator.model.AttributeValue;

/**
 * What a request tells about a top-level attribute that its update writes, before any item is read.
 * Index keys are checked against it (data-model.md §4.4).
 *
 * @param attribute the attribute's name
 * @param type the type of the written value, or of the operand of an ADD or DELETE
 * @param value the written value where the request gives the very value; otherwise null
 */
public record KnownAssignment(String attribute, AttributeType type, AttributeValue value) {}
