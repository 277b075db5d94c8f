package dev.dynamoemulator.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArnTest {

  @Test
  void hasItsPartsAndLeavesColonsInTheResource() {
    Arn arn = Arn.parse("arn:aws-cn:dynamodb:cn-north-1:111122223333:table/t/stream/2026:01:31");

    assertThat(arn)
        .isEqualTo(
            new Arn(
                "dynamodb",
                new Namespace("111122223333", "cn-north-1"),
                "table/t/stream/2026:01:31"));
    assertThat(arn.isOfDynamoDb("table/")).isTrue();
    assertThat(arn.isOfDynamoDb("backup/")).isFalse();
  }

  @Test
  void isOfDynamoDbOnlyWhenItsServiceIs() {
    Arn arn = Arn.parse("arn:aws:kinesis:us-east-1:000000000000:table/t");

    assertThat(arn.isOfDynamoDb("table/")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "table", "arn:aws:dynamodb:us-east-1:000000000000", "urn:a:b:c:d:e"})
  void isNoneOfAnotherForm(String text) {
    assertThat(Arn.parse(text)).isNull();
  }
}
