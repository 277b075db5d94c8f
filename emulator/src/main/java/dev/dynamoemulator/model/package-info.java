/**
 * The values of DynamoDB: attribute values, numbers, items, errors and limits. Depends on nothing
 * but the JDK.
 */
package dev.dynamoemulator.model;
