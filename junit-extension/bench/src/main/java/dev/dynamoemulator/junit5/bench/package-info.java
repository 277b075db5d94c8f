/**
 * Measures what a test class pays for its DynamoDB, with the extension and with what teams have
 * instead of it. Not part of a normal build.
 */
package dev.dynamoemulator.junit5.bench;
