/**
 * The emulator in a container, for Testcontainers. Needs nothing but Testcontainers itself; the
 * package {@code spring} is loaded only by Spring Boot.
 */
package dev.dynamoemulator.testcontainers;
