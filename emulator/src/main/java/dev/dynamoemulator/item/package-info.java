/**
 * The compact binary form in which items are stored, and its ways to and from values and JSON. May
 * use model, json and Jackson's generator.
 */
package dev.dynamoemulator.item;
