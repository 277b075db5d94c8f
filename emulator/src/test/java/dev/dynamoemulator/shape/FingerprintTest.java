package dev.dynamoemulator.shape;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamoemulator.model.RandomValues;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FingerprintTest {

  private static long of(String item) {
    return Fingerprint.of(
        Structs.of(
                "TransactWriteItems",
                "{'TransactItems':[{'Put':{'TableName':'tbl','Item':" + item + "}}]}")
            .structs("TransactItems"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'a':{'N':'1'},'b':{'S':''}}          | {'b':{'S':''},'a':{'N':'1.0'}}",
        "{'a':{'M':{'x':{'B':''},'y':{'L':[]}}}} | {'a':{'M':{'y':{'L':[]},'x':{'B':''}}}}",
        "{'a':{'SS':['x','y','z']}}            | {'a':{'SS':['z','x','y']}}",
        "{'a':{'NS':['1','2']}}                | {'a':{'NS':['2.0','1e0']}}",
        "{'a':{'BS':['AA==','AQ==']}}          | {'a':{'BS':['AQ==','AA==']}}"
      })
  void isTheSameForEqualContents(String one, String other) {
    assertThat(of(one)).isEqualTo(of(other));
  }

  @Test
  void isAnotherForEveryOtherContent() {
    List<String> items =
        List.of(
            "{}",
            "{'a':{'S':''}}",
            "{'a':{'B':''}}",
            "{'a':{'S':'1'}}",
            "{'a':{'N':'1'}}",
            "{'a':{'N':'-1'}}",
            "{'a':{'N':'10'}}",
            "{'a':{'SS':['1']}}",
            "{'a':{'NS':['1']}}",
            "{'a':{'BS':['AQ==']}}",
            "{'a':{'B':'AQ=='}}",
            "{'a':{'B':'AAE='}}",
            "{'a':{'BOOL':true}}",
            "{'a':{'BOOL':false}}",
            "{'a':{'NULL':true}}",
            "{'a':{'L':[]}}",
            "{'a':{'M':{}}}",
            "{'a':{'L':[{'S':'x'},{'S':'y'}]}}",
            "{'a':{'L':[{'S':'y'},{'S':'x'}]}}",
            "{'a':{'L':[{'L':[{'S':'x'}]},{'S':'y'}]}}",
            "{'a':{'SS':['x','y']}}",
            "{'a':{'SS':['xy']}}",
            "{'a':{'S':'x'},'b':{'S':'y'}}",
            "{'a':{'S':'y'},'b':{'S':'x'}}",
            "{'b':{'S':''}}",
            "{'a':{'M':{'a':{'S':''}}}}",
            "{'a':{'S':'Aa'}}",
            "{'a':{'S':'BB'}}");

    assertThat(items.stream().map(FingerprintTest::of)).doesNotHaveDuplicates();
  }

  @Test
  void tellsMembersApart() {
    String action = "{'TransactItems':[{'%s':{'TableName':'tbl','Key':{'id':{'S':'a'}}%s}}]}";
    Stream<String> inputs =
        Stream.of(
            action.formatted("Delete", ""),
            action.formatted("Update", ""),
            action.formatted("ConditionCheck", ""),
            action.formatted("Delete", ",'ConditionExpression':'a'"),
            action.formatted("Delete", ",'ConditionExpression':'b'"),
            action.formatted("Update", ",'UpdateExpression':'a'"),
            action.formatted("Delete", ",'ExpressionAttributeNames':{'a':'b'}"),
            action.formatted("Delete", ",'ExpressionAttributeNames':{'b':'a'}"));

    assertThat(
            inputs.map(
                input ->
                    Fingerprint.of(
                        Structs.of("TransactWriteItems", input).structs("TransactItems"))))
        .doesNotHaveDuplicates();
  }

  @Test
  void agreesWithEqualityOfRandomValues() {
    RandomValues values = new RandomValues(7);
    Set<Object> distinct = new HashSet<>();
    Set<Long> fingerprints = new HashSet<>();
    List<Object> all = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      all.add(values.value(3));
    }

    for (Object value : all) {
      distinct.add(value);
      fingerprints.add(Fingerprint.of(value));
    }

    assertThat(fingerprints.size()).isEqualTo(distinct.size());
  }
}
