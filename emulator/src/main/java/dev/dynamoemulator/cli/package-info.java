/** The program: arguments, environment variables, logging, exit codes. May use the root package. */
package dev.dynamoemulator.cli;
