/**
 * The forms of exported and imported files: DynamoDB JSON, Ion and CSV, and how they are
 * compressed. The libraries for Ion, CSV and Zstandard are optional: their classes are loaded when
 * a job needs them.
 */
package dev.dynamoemulator.transfer.format;
