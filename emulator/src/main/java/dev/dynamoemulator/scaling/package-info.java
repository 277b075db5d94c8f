/**
 * Auto scaling settings of tables, as they were given: nothing scales by them (control-plane.md
 * §10). May use storage and table.
 */
package dev.dynamoemulator.scaling;
