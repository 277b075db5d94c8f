/**
 * What clients see: the same tests through the AWS SDK over HTTP and in process. They know nothing
 * of the emulator but how it is started, and each makes the tables that it needs.
 */
package dev.dynamoemulator.suite;
