package dev.dynamoemulator.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamoemulator.model.AttributeType;
import dev.dynamoemulator.model.Item;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What updates do (expressions.md §8.4, §8.5). */
class UpdateTest {

  private static final String VALUES =
      """
      {':n': {N: '5'}, ':one': {N: '1'}, ':s': {S: 'new'}, ':l': {L: [{S: 'y'}, {S: 'z'}]},
       ':ss': {SS: ['b', 'c']}, ':ns': {NS: ['2.0', '3']}, ':bs': {BS: ['AQ==']}, ':m': {M: {}},
       ':all': {SS: ['a', 'b']}, ':e': {SS: ['']}, ':null': {NULL: true}}
      """;

  private static Item apply(String text, Item old) {
    return Expressions.update(text, VALUES).apply(old);
  }

  private static void assertUpdated(String text, String old, String expected) {
    assertThat(apply(text, AttributeJson.item(old))).isEqualTo(AttributeJson.item(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '~',
      value = {
        "SET a = :n | {} | {a: {N: '5'}}",
        "SET a = :n | {a: {S: 'old'}, b: {N: '1'}} | {a: {N: '5'}, b: {N: '1'}}",
        "SET a = :null, b = :m | {} | {a: {NULL: true}, b: {M: {}}}",
        "SET a = b | {b: {L: []}} | {a: {L: []}, b: {L: []}}",
        "SET a = :n, b = a | {a: {N: '1'}} | {a: {N: '5'}, b: {N: '1'}}",
        "SET a = b, b = a | {a: {N: '1'}, b: {N: '2'}} | {a: {N: '2'}, b: {N: '1'}}",
        "SET m.x = :n | {m: {M: {y: {N: '1'}}}} | {m: {M: {y: {N: '1'}, x: {N: '5'}}}}",
        "SET m.a.b = :n | {m: {M: {a: {M: {}}}}} | {m: {M: {a: {M: {b: {N: '5'}}}}}}",
        "SET m.x = m.y | {m: {M: {y: {N: '1'}}}} | {m: {M: {y: {N: '1'}, x: {N: '1'}}}}",
        "SET l[0] = :n | {l: {L: [{S: 'a'}, {S: 'b'}]}} | {l: {L: [{N: '5'}, {S: 'b'}]}}",
        "SET l[9] = :n | {l: {L: [{S: 'a'}]}} | {l: {L: [{S: 'a'}, {N: '5'}]}}",
        "SET l[9] = :n, l[4] = :s | {l: {L: []}} | {l: {L: [{S: 'new'}, {N: '5'}]}}",
        "SET l[0].x = :n | {l: {L: [{M: {}}]}} | {l: {L: [{M: {x: {N: '5'}}}]}}",
        "SET l[0] = l[1], l[1] = l[0] | {l: {L: [{N: '1'}, {N: '2'}]}}"
            + " | {l: {L: [{N: '2'}, {N: '1'}]}}",
      })
  void set(String text, String old, String expected) {
    assertUpdated(text, old, expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '~',
      value = {
        "SET a = a + :n | {a: {N: '1.5'}} | {a: {N: '6.5'}}",
        "SET a = a - :n | {a: {N: '1'}} | {a: {N: '-4'}}",
        "SET a = :n + :n | {} | {a: {N: '10'}}",
        "SET a = (b - c) | {b: {N: '3'}, c: {N: '1'}} | {a: {N: '2'}, b: {N: '3'}, c: {N: '1'}}",
        "SET a = if_not_exists(a, :one) + :n | {} | {a: {N: '6'}}",
        "SET a = if_not_exists(a, :one) + :n | {a: {N: '0'}} | {a: {N: '5'}}",
        "SET a = a + :one | {a: {N: '99999999999999999999999999999999999998'}}"
            + " | {a: {N: '99999999999999999999999999999999999999'}}",
        "SET a = a + :one | {a: {N: '99999999999999999999999999999999999999'}}"
            + " | {a: {N: '1E38'}}",
      })
  void arithmetic(String text, String old, String expected) {
    assertUpdated(text, old, expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '~',
      value = {
        "SET a = if_not_exists(a, :n) | {} | {a: {N: '5'}}",
        "SET a = if_not_exists(a, :n) | {a: {S: 'x'}} | {a: {S: 'x'}}",
        "SET a = if_not_exists(a, :n) | {a: {NULL: true}} | {a: {NULL: true}}",
        "SET a = if_not_exists(b.c, if_not_exists(d, :n)) | {b: {N: '1'}} | {a: {N: '5'}, b: {N: '1'}}",
        "SET a = if_not_exists(b, a) | {a: {N: '1'}} | {a: {N: '1'}}",
        "SET a = if_not_exists(a, b) | {a: {N: '1'}, b: {N: '2'}} | {a: {N: '1'}, b: {N: '2'}}",
        "SET a = if_not_exists(a, if_not_exists(c, b)) | {a: {N: '1'}, b: {N: '2'}}"
            + " | {a: {N: '1'}, b: {N: '2'}}",
        "SET l = list_append(l, :l) | {l: {L: [{S: 'x'}]}} | {l: {L: [{S: 'x'}, {S: 'y'}, {S: 'z'}]}}",
        "SET l = list_append(:l, l) | {l: {L: [{S: 'x'}]}} | {l: {L: [{S: 'y'}, {S: 'z'}, {S: 'x'}]}}",
        "SET l = list_append(if_not_exists(l, :l), :l) | {}"
            + " | {l: {L: [{S: 'y'}, {S: 'z'}, {S: 'y'}, {S: 'z'}]}}",
      })
  void functions(String text, String old, String expected) {
    assertUpdated(text, old, expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '~',
      value = {
        "REMOVE a | {a: {N: '1'}, b: {N: '2'}} | {b: {N: '2'}}",
        "REMOVE a | {b: {N: '2'}} | {b: {N: '2'}}",
        "REMOVE m.x, m.z | {m: {M: {x: {N: '1'}, y: {N: '2'}}}} | {m: {M: {y: {N: '2'}}}}",
        "REMOVE m.x | {m: {M: {x: {N: '1'}}}} | {m: {M: {}}}",
        "REMOVE l[0] | {l: {L: [{N: '0'}, {N: '1'}]}} | {l: {L: [{N: '1'}]}}",
        "REMOVE l[0], l[2] | {l: {L: [{N: '0'}, {N: '1'}, {N: '2'}]}} | {l: {L: [{N: '1'}]}}",
        "REMOVE l[7] | {l: {L: [{N: '0'}]}} | {l: {L: [{N: '0'}]}}",
        "REMOVE l[0] SET l[1] = :n, l[5] = :s | {l: {L: [{N: '0'}, {N: '1'}]}}"
            + " | {l: {L: [{N: '5'}, {S: 'new'}]}}",
        "REMOVE l[1].x | {l: {L: [{N: '0'}, {M: {x: {N: '1'}}}]}} | {l: {L: [{N: '0'}, {M: {}}]}}",
      })
  void remove(String text, String old, String expected) {
    assertUpdated(text, old, expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '~',
      value = {
        "ADD a :n | {} | {a: {N: '5'}}",
        "ADD a :n | {a: {N: '-5'}} | {a: {N: '0'}}",
        "ADD a :ss | {} | {a: {SS: ['b', 'c']}}",
        "ADD a :ss | {a: {SS: ['a', 'b']}} | {a: {SS: ['a', 'b', 'c']}}",
        "ADD a :ns | {a: {NS: ['1', '2']}} | {a: {NS: ['1', '2', '3']}}",
        "ADD a :bs | {a: {BS: ['Ag==']}} | {a: {BS: ['AQ==', 'Ag==']}}",
        "ADD a :e | {a: {SS: ['a']}} | {a: {SS: ['a', '']}}",
        "ADD m.x :n | {m: {M: {}}} | {m: {M: {x: {N: '5'}}}}",
        "ADD l[0] :n, l[3] :n | {l: {L: [{N: '1'}]}} | {l: {L: [{N: '6'}, {N: '5'}]}}",
        "DELETE a :ss | {} | {}",
        "DELETE a :ss | {a: {SS: ['a', 'b']}} | {a: {SS: ['a']}}",
        "DELETE a :all | {a: {SS: ['a', 'b']}} | {}",
        "DELETE a :ns | {a: {NS: ['1', '2']}} | {a: {NS: ['1']}}",
        "DELETE a :bs | {a: {BS: ['AQ==', 'Ag==']}} | {a: {BS: ['Ag==']}}",
        "DELETE a :e | {a: {SS: ['', 'a']}} | {a: {SS: ['a']}}",
        "DELETE m.x :ss | {m: {M: {x: {SS: ['b']}}}} | {m: {M: {}}}",
        "DELETE l[0] :ss | {l: {L: [{SS: ['b', 'c']}, {N: '1'}]}} | {l: {L: [{N: '1'}]}}",
      })
  void addAndDelete(String text, String old, String expected) {
    assertUpdated(text, old, expected);
  }

  @Test
  void workedExampleWithListPositions() {
    Item old =
        AttributeJson.item(
            "{a: {N: '9'}, b: {M: {a: {N: '1'}, b: {N: '2'}, c: {N: '3'}}},"
                + " c: {L: [{N: '1'}, {N: '3'}]}}");
    Update update =
        Expressions.update(
            "set b.c=((c[1])+(b.a)), b.a = a, c[1] = a, c[4] = b.a - b.b, c[2] = b.c "
                + "add c[8] :ss, c[6] :two",
            "{':ss': {SS: ['x']}, ':two': {N: '2'}}");

    Item updated = update.apply(old);

    assertThat(updated)
        .isEqualTo(
            AttributeJson.item(
                "{a: {N: '9'}, b: {M: {a: {N: '9'}, b: {N: '2'}, c: {N: '4'}}},"
                    + " c: {L: [{N: '1'}, {N: '9'}, {N: '3'}, {N: '-1'}, {N: '2'}, {SS: ['x']}]}}"));
    assertThat(update.updatedNew().apply(updated))
        .isEqualTo(
            AttributeJson.item(
                "{b: {M: {a: {N: '9'}, c: {N: '4'}}}, c: {L: [{N: '9'}, {N: '3'}, {N: '2'}]}}"));
    assertThat(update.updatedOld().apply(old))
        .isEqualTo(AttributeJson.item("{b: {M: {a: {N: '1'}, c: {N: '3'}}}, c: {L: [{N: '3'}]}}"));
  }

  @Test
  void leavesTheOldItemAlone() {
    Item old = AttributeJson.item("{m: {M: {x: {L: [{N: '1'}]}}}, s: {SS: ['a']}}");

    apply("SET m.x[0] = :n REMOVE m.y ADD s :ss", old);

    assertThat(old).isEqualTo(AttributeJson.item("{m: {M: {x: {L: [{N: '1'}]}}}, s: {SS: ['a']}}"));
  }

  @Test
  void updatedNewLeavesOutWhatWasRemoved() {
    Item old = AttributeJson.item("{a: {N: '1'}, l: {L: [{N: '0'}, {N: '1'}]}}");
    Update update = Expressions.update("REMOVE a, l[0]", "{}");

    assertThat(update.updatedNew().apply(update.apply(old))).isEqualTo(Item.EMPTY);
    assertThat(update.updatedOld().apply(old))
        .isEqualTo(AttributeJson.item("{a: {N: '1'}, l: {L: [{N: '0'}]}}"));
  }

  @Test
  void updatedNewHoldsOnlyTheFragmentOnThePath() {
    Item old = AttributeJson.item("{m: {M: {x: {N: '5'}, y: {N: '1'}}}}");
    Update update = Expressions.update("SET m.x = :n", "{':n': {N: '5'}}");

    assertThat(update.updatedNew().apply(update.apply(old)))
        .isEqualTo(AttributeJson.item("{m: {M: {x: {N: '5'}}}}"));
  }

  @Test
  void tellsWhatTheRequestAloneKnows() {
    Update update =
        Expressions.update(
            "SET a = :s, b = a, c = d + :n, e = list_append(f, g), h = if_not_exists(h, :n), "
                + "i.j = :s, k = (:n) REMOVE l ADD m :n DELETE o :ss",
            VALUES);

    assertThat(update.knownAssignments())
        .containsExactly(
            new KnownAssignment("a", AttributeType.S, AttributeJson.value("{S: 'new'}")),
            new KnownAssignment("c", AttributeType.N, null),
            new KnownAssignment("e", AttributeType.L, null),
            new KnownAssignment("k", AttributeType.N, AttributeJson.value("{N: '5'}")),
            new KnownAssignment("m", AttributeType.N, null),
            new KnownAssignment("o", AttributeType.SS, null));
  }

  @Test
  void listsTargetsAndAllPathsInOrderOfAppearance() {
    Update update =
        Expressions.update(
            "SET a.b = if_not_exists(c, d) - e, f = list_append(g[0], :l) REMOVE h ADD i :n",
            VALUES);

    assertThat(update.targetPaths())
        .extracting(Path::toString)
        .containsExactly("[a, b]", "[f]", "[h]", "[i]");
    assertThat(update.targetAttributes()).containsExactly("a", "f", "h", "i");
    assertThat(update.paths())
        .extracting(Path::toString)
        .containsExactly("[a, b]", "[c]", "[d]", "[e]", "[f]", "[g, [0]]", "[h]", "[i]");
  }

  @Test
  void emptyUpdateChangesNothing() {
    Item key = AttributeJson.item("{pk: {S: 'k'}}");

    assertThat(Update.NONE.apply(key)).isEqualTo(key);
    assertThat(Update.NONE.create(key)).isEqualTo(key);
  }

  /** Alternator: test_nested_attribute_remove_from_missing_item; issue 5862. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "REMOVE a",
        "REMOVE a.b, c[0]",
        "DELETE a :ss",
        "DELETE a.b :ss",
        "REMOVE a.b DELETE c :ss"
      })
  void removalsAloneCreateNoItem(String text) {
    assertThat(Expressions.update(text, "{':ss': {SS: ['s']}}").create(Item.EMPTY)).isNull();
  }

  @Test
  void removalsMissNothingInAnItemThatIsCreated() {
    assertThat(
            Expressions.update("SET a = :n REMOVE b.c DELETE d[0] :ss ADD e :n", VALUES)
                .create(Item.EMPTY))
        .isEqualTo(AttributeJson.item("{a: {N: '5'}, e: {N: '5'}}"));
  }
}
