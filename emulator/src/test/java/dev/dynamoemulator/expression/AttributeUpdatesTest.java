package dev.dynamoemulator.expression;

import static dev.dynamoemulator.expression.Expressions.messageOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamoemulator.model.AttributeType;
import dev.dynamoemulator.model.Item;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The legacy parameter AttributeUpdates (legacy.md §5). */
class AttributeUpdatesTest {

  private static AttributeValueUpdate entry(AttributeAction action, String value) {
    return new AttributeValueUpdate(
        action, value == null ? null : LegacyConditionsTest.values(value).get(0));
  }

  private static Update update(AttributeAction action, String value) {
    return AttributeUpdates.update(Map.of("a", entry(action, value)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '~',
      nullValues = "-",
      value = {
        "PUT | {S: 'x'} | {} | {a: {S: 'x'}}",
        "- | {S: 'x'} | {a: {N: '1'}} | {a: {S: 'x'}}",
        "ADD | {N: '2'} | {a: {N: '1'}} | {a: {N: '3'}}",
        "ADD | {N: '2'} | {} | {a: {N: '2'}}",
        "ADD | {SS: ['a', 'b']} | {a: {SS: ['b', 'c']}} | {a: {SS: ['a', 'b', 'c']}}",
        "ADD | {NS: ['1']} | {} | {a: {NS: ['1']}}",
        "ADD | {L: [{S: 'y'}]} | {a: {L: [{S: 'x'}]}} | {a: {L: [{S: 'x'}, {S: 'y'}]}}",
        "ADD | {L: [{S: 'y'}]} | {} | {a: {L: [{S: 'y'}]}}",
        "DELETE | - | {a: {N: '1'}, b: {N: '2'}} | {b: {N: '2'}}",
        "DELETE | - | {b: {N: '2'}} | {b: {N: '2'}}",
        "DELETE | {SS: ['a']} | {a: {SS: ['a', 'b']}} | {a: {SS: ['b']}}",
        "DELETE | {SS: ['a', 'b']} | {a: {SS: ['a', 'b']}} | {}",
        "DELETE | {SS: ['a']} | {} | {}",
      })
  void actions(AttributeAction action, String value, String old, String expected) {
    assertThat(update(action, value).apply(AttributeJson.item(old)))
        .isEqualTo(AttributeJson.item(expected));
  }

  @Test
  void namesAreLiteral() {
    Update update = AttributeUpdates.update(Map.of("x.y[0]", entry(null, "{N: '1'}")));

    assertThat(update.apply(Item.EMPTY)).isEqualTo(AttributeJson.item("{'x.y[0]': {N: '1'}}"));
    assertThat(update.targetPaths()).containsExactly(Path.of("x.y[0]"));
  }

  @Test
  void deletionsAloneDoNotCreateAnItem() {
    Map<String, AttributeValueUpdate> entries = new LinkedHashMap<>();
    assertThat(AttributeUpdates.update(entries).create(Item.EMPTY)).isEqualTo(Item.EMPTY);

    entries.put("a", entry(AttributeAction.DELETE, null));
    entries.put("b", entry(AttributeAction.DELETE, "{SS: ['a']}"));
    assertThat(AttributeUpdates.update(entries).create(Item.EMPTY)).isNull();

    entries.put("c", entry(AttributeAction.ADD, "{N: '1'}"));
    assertThat(AttributeUpdates.update(entries).create(Item.EMPTY))
        .isEqualTo(AttributeJson.item("{c: {N: '1'}}"));
  }

  @Test
  void tellsTheTypesOfItsValues() {
    Map<String, AttributeValueUpdate> entries = new LinkedHashMap<>();
    entries.put("a", entry(null, "{S: 'x'}"));
    entries.put("b", entry(AttributeAction.ADD, "{N: '1'}"));
    entries.put("c", entry(AttributeAction.DELETE, "{SS: ['x']}"));
    entries.put("d", entry(AttributeAction.DELETE, null));

    assertThat(AttributeUpdates.update(entries).knownAssignments())
        .containsExactly(
            new KnownAssignment("a", AttributeType.S, AttributeJson.value("{S: 'x'}")),
            new KnownAssignment("b", AttributeType.N, null),
            new KnownAssignment("c", AttributeType.SS, null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '~',
      nullValues = "-",
      value = {
        "PUT | ~ ~ | faulty",
        "DELETE | ~ ~ | faulty",
        "PUT | - | One or more parameter values were invalid: Only DELETE action is allowed when no"
            + " attribute value is specified",
        "- | - | One or more parameter values were invalid: Only DELETE action is allowed when no"
            + " attribute value is specified",
        "ADD | - | One or more parameter values were invalid: Only DELETE action is allowed when no"
            + " attribute value is specified",
        "DELETE | {S: 'x'} | One or more parameter values were invalid: DELETE action with value is"
            + " not supported for the type S",
        "DELETE | {L: []} | One or more parameter values were invalid: DELETE action with value is"
            + " not supported for the type L",
        "ADD | {S: 'x'} | One or more parameter values were invalid: ADD action is not supported for"
            + " the type S",
        "ADD | {B: 'AQ=='} | One or more parameter values were invalid: ADD action is not supported"
            + " for the type B",
        "ADD | {BOOL: true} | One or more parameter values were invalid: ADD action is not supported"
            + " for the type BOOL",
        "ADD | {NULL: true} | One or more parameter values were invalid: ADD action is not supported"
            + " for the type NULL",
        "ADD | {M: {}} | One or more parameter values were invalid: ADD action is not supported for"
            + " the type M",
      })
  void requestFaults(AttributeAction action, String value, String message) {
    assertThat(messageOf(() -> update(action, value))).isEqualTo(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '~',
      value = {
        "ADD | {N: '1'} | {a: {S: 'x'}}",
        "ADD | {SS: ['a']} | {a: {NS: ['1']}}",
        "ADD | {L: []} | {a: {SS: ['a']}}",
        "DELETE | {SS: ['a']} | {a: {NS: ['1']}}",
        "DELETE | {SS: ['a']} | {a: {S: 'a'}}",
      })
  void storedTypeDiffers(AttributeAction action, String value, String old) {
    assertThat(messageOf(() -> update(action, value).apply(AttributeJson.item(old))))
        .isEqualTo("Type mismatch for attribute to update");
  }

  @Test
  void emptyName() {
    AttributeValueUpdate removal = new AttributeValueUpdate(AttributeAction.DELETE, null);

    assertThat(messageOf(() -> AttributeUpdates.update(Map.of("", removal))))
        .isEqualTo("Empty attribute name");
  }

  @Test
  void sumOutOfRange() {
    assertThat(
            messageOf(
                () ->
                    update(AttributeAction.ADD, "{N: '9.9E125'}")
                        .apply(AttributeJson.item("{a: {N: '9.9E125'}}"))))
        .isEqualTo(
            "Number overflow. Attempting to store a number with magnitude larger than supported"
                + " range");
  }
}
