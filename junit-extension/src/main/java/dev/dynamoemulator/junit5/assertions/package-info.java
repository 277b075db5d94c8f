/**
 * AssertJ assertions about items and tables. Needs AssertJ, which is the user's; may use what the
 * emulator and fixtures offer, and nothing of the extension.
 */
package dev.dynamoemulator.junit5.assertions;
