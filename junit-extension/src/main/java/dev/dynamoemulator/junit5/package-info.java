/**
 * The JUnit extension: an emulator for each test class, its tables and seeds, and what is injected
 * into tests. Classes that need the AWS SDK are loaded only when a test asks for something of it.
 */
package dev.dynamoemulator.junit5;
