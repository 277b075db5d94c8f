/** {@code @ServiceConnection} for Spring Cloud AWS; Spring Boot finds and loads it by itself. */
package dev.dynamoemulator.testcontainers.spring;
