package dev.dynamoemulator.operation.item;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/**
 * What can be wrong with a {@code Key}, alike in GetItem, UpdateItem, DeleteItem and the batches
 * (data-model.md §4). For the tables {@code tbl}, with the key {@code pk:S}, and {@code pair}, with
 * {@code pk:S sk:B}.
 */
final class KeyParameterFaults {

  private static final String INVALID = "One or more parameter values were invalid: ";
  private static final String NOT_VALID = "One or more parameter values are not valid. ";

  private KeyParameterFaults() {}

  /** Faults of values, which need no table. */
  static Stream<Arguments> valueFaults() {
    return Stream.of(
        arguments(
            "{'pk':{}}",
            "Supplied AttributeValue is empty, must contain exactly one of the supported"
                + " datatypes"),
        arguments("{'pk':{'N':'x'}}", "The parameter cannot be converted to a numeric value: x"),
        arguments("{'pk':{'SS':[]}}", INVALID + "An string set  may not be empty"),
        arguments(
            "{'pk':{'S':'1'},'" + "n".repeat(65_536) + "':{'S':'1'}}",
            "Attribute name is too large, must be less than 65536 bytes"),
        arguments(
            "{'pk':" + Values.nested(33) + "}",
            "Nesting Levels have exceeded supported limits: Attributes in the item have nested"
                + " levels beyond supported limit"));
  }

  /** Rows of table, key and text. */
  static Stream<Arguments> schemaFaults() {
    String schema = "The provided key element does not match the schema";
    String empty = NOT_VALID + "The AttributeValue for a key attribute cannot contain an empty ";
    String partitionKey =
        INVALID + "Size of hashkey has exceeded the maximum size limit of2048 bytes";
    String sortKey =
        INVALID + "Aggregated size of all range keys has exceeded the size limit of 1024 bytes";
    String pk = "{'pk':{'S':'1'},'sk':";
    return Stream.of(
        arguments("tbl", "{}", schema),
        arguments("tbl", "{'pk':{'N':'1'}}", schema),
        arguments("tbl", "{'pk':{'NULL':true}}", schema),
        arguments("tbl", "{'pk':{'L':[]}}", schema),
        arguments("tbl", "{'other':{'S':'1'}}", schema),
        arguments("tbl", "{'pk':{'S':'1'},'extra':{'S':'1'}}", schema),
        arguments("pair", "{'pk':{'S':'1'}}", schema),
        arguments("pair", "{'sk':{'B':'AQ=='}}", schema),
        arguments("pair", pk + "{'S':'1'}}", schema),
        arguments("pair", "{'pk':{'S':'1'},'SK':{'B':'AQ=='}}", schema),
        arguments("tbl", "{'pk':{'S':''}}", empty + "string value. Key: pk"),
        arguments("pair", pk + "{'B':''}}", empty + "binary value. Key: sk"),
        arguments("tbl", "{'pk':" + Values.string(2049) + "}", partitionKey),
        arguments("pair", pk + Values.binary(1025) + "}", sortKey),
        arguments("none", "{}", "ResourceNotFoundException: Requested resource not found"),
        arguments(
            "none", "{'pk':{'S':''}}", "ResourceNotFoundException: Requested resource not found"));
  }
}
