package dev.dynamoemulator.insight;

import dev.dynamoemulator.model.AttributeValue;
import java.util.Map;

/**
 * A key and its part in the traffic.
 *
 * @param key the values of the key attributes by their names
 * @param amount capacity units, or requests that were throttled
 * @param error by how much the amount may be too high, because so many other keys came along
 */
public record Contributor(Map<String, AttributeValue> key, double amount, double error) {}
