package dev.dynamoemulator.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dynamoemulator.model.DynamoDbException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The order of protocol.md §2: well-formedness, then the first member of the wrong type. */
class DecodingOrderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'TableName':1,'ConsistentRead':2}|NUMBER_VALUE cannot be converted to String",
        "{'ConsistentRead':2,'TableName':1}|NUMBER_VALUE cannot be converted to Boolean",
        "{'Key':{'a':{'N':''},'b':{'S':true}}}|TRUE_VALUE cannot be converted to String"
      })
  void reportsTheFirstMemberOfTheWrongType(String json, String message) {
    assertThat(failure(json.replace("''", "\"\""))).hasMessage(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{'TableName':1", "{'TableName':1}}", "{'TableName':1,'Key':}", "{'TableName':[}"})
  void reportsMalformedJsonBeforeAWrongType(String json) {
    assertThat(failure(json).getMessage()).isNull();
  }

  @Test
  void ignoresTypesOfUnknownMembers() {
    assertThatCode(() -> RequestDecoderTest.decode("GetItem", "{'Other':{'B':[1,{}]}}"))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", " [1] ", "null", "{'a':[{}]}", "1.5e3"})
  void findsJsonWellFormed(String json) {
    assertThat(WellFormedJson.is(bytes(json))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "{", "{}}", "[1", "{'a' 1}", "nul", "{}{}", "'a", "{'a':1}x"})
  void findsJsonMalformed(String json) {
    assertThat(WellFormedJson.is(bytes(json))).isFalse();
  }

  private static DynamoDbException failure(String json) {
    return catchThrowableOfType(
        DynamoDbException.class, () -> RequestDecoderTest.decode("GetItem", json));
  }

  private static byte[] bytes(String json) {
    return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
  }
}
