/** What writes did to items, for those who follow tables. May use item, storage and table. */
package dev.dynamoemulator.change;
