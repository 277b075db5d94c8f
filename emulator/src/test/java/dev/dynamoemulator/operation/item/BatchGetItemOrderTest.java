package dev.dynamoemulator.operation.item;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Evidence: items.md §1.2. The checks of one table's entry come before those of the next; the first
 * entry of a row has the fault that is reported.
 */
class BatchGetItemOrderTest {

  private static final ItemsFixture ITEMS = ItemsFixture.newer();

  private static final String SOUND = "'tbl':{'Keys':[{'pk':{'S':'1'}}]}";

  static {
    ITEMS.create("tbl", "pk:S");
    ITEMS.create("second", "pk:S");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'Keys':[{'pk':{'S':'1'}}],'AttributesToGet':['a','a'],'ProjectionExpression':'',"
            + "'ExpressionAttributeNames':{'a':'a'} | Can not use both expression and"
            + " non-expression parameters in the same request: Non-expression parameters:"
            + " {AttributesToGet} Expression parameters: {ProjectionExpression}",
        "'Keys':[{'pk':{'NS':[]}}],'AttributesToGet':['a','a'],'ExpressionAttributeNames':{} |"
            + " ExpressionAttributeNames can only be specified when using expressions",
        "'Keys':[{'pk':{'NS':[]}}],'AttributesToGet':['a','a'] | One or more parameter values were"
            + " invalid: Duplicate value in attribute name: a",
        "'Keys':[{'pk':{'NS':[]}}],'ProjectionExpression':'a,','ExpressionAttributeNames':"
            + "{'a':'a'} | ExpressionAttributeNames contains invalid key: Syntax error; key: \"a\"",
        "'Keys':[{'pk':{'NS':[]}}],'ProjectionExpression':'a,','ExpressionAttributeNames':"
            + "{'#a':'a'} | Invalid ProjectionExpression: Syntax error; token: \"<EOF>\", near:"
            + " \",\"",
        "'Keys':[{'pk':{'NS':[]}}],'ProjectionExpression':'a','ExpressionAttributeNames':"
            + "{'#a':'a'} | Value provided in ExpressionAttributeNames unused in expressions:"
            + " keys: {#a}",
        "'Keys':[{'pk':{'NS':[]}},{'pk':{'S':'1'}},{'pk':{'S':'1'}}] | One or more parameter values"
            + " were invalid: An number set  may not be empty",
        "'Keys':[{'pk':{'S':'1'}},{'pk':{'S':'1'}},{'pk':{'NS':[]}}] | Provided list of item keys"
            + " contains duplicates"
      })
  void reportsTheFaultThatTheServiceFindsFirst(String entry, String text) {
    String other = "'none':{'Keys':[{'pk':{'SS':[]}}]}";

    assertThat(fault("'tbl':{" + entry + "}," + other)).isEqualTo(text);
    assertThat(fault("'tbl':{" + entry + "}")).isEqualTo(text);
  }

  @Test
  void countsKeysOneByOne() {
    String hundred = "'tbl':{'Keys':" + BatchGetItemTest.keys(0, 100) + "}";
    String one = "'second':{'Keys':[{'pk':{'S':'1'}}]}";
    String same = "'second':{'Keys':[{'pk':{'S':'1'}},{'pk':{'S':'1'}}]}";
    String faulty = "'none':{'Keys':[{'pk':{'SS':[]}}]}";

    assertThat(fault(hundred + "," + one + "," + faulty))
        .isEqualTo("Too many items requested for the BatchGetItem call");
    assertThat(fault(hundred + "," + same))
        .isEqualTo("Too many items requested for the BatchGetItem call");
    assertThat(fault(hundred + "," + faulty))
        .isEqualTo("One or more parameter values were invalid: An string set  may not be empty");
  }

  @Test
  void looksUpAllTablesBeforeItChecksKeys() {
    assertThat(fault("'tbl':{'Keys':[{'x':{'S':'1'}}]},'none':{'Keys':[{'pk':{'S':'1'}}]}"))
        .isEqualTo("ResourceNotFoundException: Requested resource not found");
    assertThat(fault(SOUND + ",'second':{'Keys':[{'x':{'S':'1'}}],'ProjectionExpression':'pk.a'}"))
        .isEqualTo("The provided key element does not match the schema");
  }

  private static String fault(String tables) {
    return ITEMS.fault("BatchGetItem", "{'RequestItems':{" + tables + "}}");
  }
}
