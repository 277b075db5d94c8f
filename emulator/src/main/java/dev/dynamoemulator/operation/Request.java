package dev.dynamoemulator.operation;

import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.model.Wording;
import dev.dynamoemulator.shape.Struct;

/**
 * A decoded request whose members satisfy their constraints.
 *
 * @param input the members of the operation's input
 * @param namespace the caller's account and region
 * @param wording the generation of message texts to answer in
 */
public record Request(Struct input, Namespace namespace, Wording wording) {}
