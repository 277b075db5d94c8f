package dev.dynamoemulator.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamoemulator.model.Attributes;
import dev.dynamoemulator.model.Item;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What conditions mean (expressions.md §5.1, §5.2). */
class ConditionTest {

  private static final Item ITEM =
      AttributeJson.item(
          """
          {s: {S: 'hello'}, s2: {S: 'hello'}, e: {S: ''}, wide: {S: 'é𝄞'},
           n: {N: '5'}, n2: {N: '5.0'}, big: {N: '100'},
           b: {B: 'AQL/'}, t: {BOOL: true}, f: {BOOL: false}, nil: {NULL: true},
           ss: {SS: ['a', 'b', '']}, ns: {NS: ['1', '2.50']}, bs: {BS: ['AQ==', 'Ag==']},
           l: {L: [{S: 'x'}, {N: '1'}, {L: [{S: 'deep'}]}, {M: {k: {N: '7'}}}, {SS: ['p', 'q']}]},
           m: {M: {k: {S: 'v'}, kid: {M: {x: {N: '1'}}}}}, el: {L: []}, em: {M: {}}}
          """);

  private static final String VALUES =
      """
      {':hello': {S: 'hello'}, ':hellp': {S: 'hellp'}, ':he': {S: 'he'}, ':ll': {S: 'll'},
       ':empty': {S: ''}, ':s5': {S: '5'}, ':a': {S: 'a'}, ':aa': {S: 'aa'},
       ':n0': {N: '0'}, ':n1': {N: '1'}, ':n2': {N: '2'}, ':n3': {N: '3'}, ':n4': {N: '4'},
       ':n5': {N: '5'}, ':n6': {N: '6'}, ':n25': {N: '2.5'}, ':n7': {N: '7'}, ':n9': {N: '9'},
       ':b': {B: 'AQL/'}, ':b1': {B: 'AQ=='}, ':b2': {B: 'Av8='}, ':b3': {B: 'Aw=='},
       ':true': {BOOL: true}, ':false': {BOOL: false}, ':null': {NULL: true},
       ':ss': {SS: ['', 'b', 'a']}, ':ss2': {SS: ['a']}, ':ns': {NS: ['2.5', '1.0']},
       ':bs': {BS: ['Ag==', 'AQ==']}, ':l': {L: []}, ':m': {M: {}}, ':x': {S: 'x'},
       ':deep': {L: [{S: 'deep'}]}, ':kmap': {M: {k: {N: '7.0'}}}, ':qp': {SS: ['q', 'p']},
       ':S': {S: 'S'}, ':N': {S: 'N'}, ':B': {S: 'B'}, ':BOOL': {S: 'BOOL'}, ':NULL': {S: 'NULL'},
       ':SS': {S: 'SS'}, ':NS': {S: 'NS'}, ':BS': {S: 'BS'}, ':L': {S: 'L'}, ':M': {S: 'M'}}
      """;

  private static boolean isTrue(String text, Attributes item) {
    return Expressions.condition(text, VALUES).isTrue(item);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "|",
      value = {
        "s = :hello | true",
        ":hello = s | true",
        "s = s2 | true",
        "s = :hellp | false",
        "n = n2 | true",
        "n = :n5 | true",
        "n = :s5 | false",
        "b = :b | true",
        "t = :true | true",
        "t = :false | false",
        "nil = :null | true",
        "ss = :ss | true",
        "ss = :ss2 | false",
        "ns = :ns | true",
        "bs = :bs | true",
        "el = :l | true",
        "em = :m | true",
        "l[3] = :kmap | true",
        "l[2] = :deep | true",
        "m.kid.x = :n1 | true",
        "m.k = l[0] | false",
        "absent = :n1 | false",
        "absent = gone | false",
        "l[9] = :n1 | false",
        "l.k = :n1 | false",
        "m[0] = :n1 | false",
        "s.k = :n1 | false",
        ":n1 = :n2 | false",
        ":n5 = n | true",
      })
  void equality(String text, boolean expected) {
    assertThat(isTrue(text, ITEM)).isEqualTo(expected);
  }

  /**
   * What has no size is unequal to everything, as a missing attribute is (expressions.md §5.2;
   * DynamoDB Local and dynalite agree). §5.1 has every comparison with it false.
   */
  @ParameterizedTest
  @CsvSource(
      delimiterString = "|",
      value = {
        "s <> :hello | false",
        "s <> :hellp | true",
        "n <> :s5 | true",
        "absent <> :n1 | true",
        "absent <> gone | true",
        "size(absent) <> :n1 | true",
        "size(n) <> :n1 | true",
        "NOT size(n) <> :n1 | false",
      })
  void inequality(String text, boolean expected) {
    assertThat(isTrue(text, ITEM)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "|",
      value = {
        "s < :hellp | true",
        "s <= :hello | true",
        "s < :hello | false",
        "s > :he | true",
        "s >= :hellp | false",
        "n < :n6 | true",
        "n < big | true",
        "n >= :n5 | true",
        "n > :s5 | false",
        "n < :s5 | false",
        "b < :b3 | true",
        "b > :b1 | true",
        "e < s | true",
        ":n6 > n | true",
        "absent < :n1 | false",
        "absent >= :n1 | false",
        "t <= f | false",
        "t >= t2 | false",
        "l < m | false",
        "s BETWEEN :he AND :hellp | true",
        "n BETWEEN :n5 AND :n5 | true",
        "n BETWEEN :n6 AND :n7 | false",
        "n BETWEEN :he AND :hello | false",
        "n BETWEEN :n1 AND big | true",
        ":n6 BETWEEN n AND big | true",
        "absent BETWEEN :n1 AND :n2 | false",
        "n BETWEEN absent AND :n6 | false",
        "size(s) BETWEEN :n5 AND :n6 | true",
      })
  void order(String text, boolean expected) {
    assertThat(isTrue(text, ITEM)).isEqualTo(expected);
  }

  @Test
  void stringsAreOrderedByUtf8() {
    Condition condition = Expressions.condition("a < b", "{}");

    assertThat(condition.isTrue(AttributeJson.item("{a: {S: '\uE000'}, b: {S: '𐀀'}}"))).isTrue();
    assertThat(condition.isTrue(AttributeJson.item("{a: {S: 'A'}, b: {S: 'a'}}"))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "|",
      value = {
        "n IN (:n5) | true",
        "n IN (:s5, :n6, :n5) | true",
        "n IN (:s5, :n6) | false",
        "n IN (absent, n2) | true",
        "l[3] IN (:kmap) | true",
        "absent IN (:n5) | false",
        "absent IN (gone) | false",
        ":n5 IN (n) | true",
        "size(s) IN (:n5) | true",
        "size(n) IN (:n5) | false",
      })
  void membership(String text, boolean expected) {
    assertThat(isTrue(text, ITEM)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "|",
      value = {
        "attribute_exists(s) | true",
        "attribute_exists(nil) | true",
        "attribute_exists(m.kid.x) | true",
        "attribute_exists(l[2][0]) | true",
        "attribute_exists(l[5]) | false",
        "attribute_exists(absent) | false",
        "attribute_exists(m.gone.x) | false",
        "attribute_not_exists(absent) | true",
        "attribute_not_exists(nil) | false",
        "attribute_not_exists(s.x) | true",
        "attribute_type(s, :S) | true",
        "attribute_type(n, :N) | true",
        "attribute_type(b, :B) | true",
        "attribute_type(t, :BOOL) | true",
        "attribute_type(nil, :NULL) | true",
        "attribute_type(ss, :SS) | true",
        "attribute_type(ns, :NS) | true",
        "attribute_type(bs, :BS) | true",
        "attribute_type(l, :L) | true",
        "attribute_type(m, :M) | true",
        "attribute_type(m, :L) | false",
        "attribute_type(absent, :S) | false",
        "attribute_type(:n1, :N) | true",
        "begins_with(s, :he) | true",
        "begins_with(s, :hello) | true",
        "begins_with(s, :empty) | true",
        "begins_with(s, :ll) | false",
        "begins_with(b, :b1) | true",
        "begins_with(b, :b2) | false",
        "begins_with(n, :s5) | false",
        "begins_with(s, n) | false",
        "begins_with(absent, :he) | false",
        "begins_with(:hello, :he) | true",
      })
  void functions(String text, boolean expected) {
    assertThat(isTrue(text, ITEM)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "|",
      value = {
        "contains(s, :ll) | true",
        "contains(s, :empty) | true",
        "contains(s, :a) | false",
        "contains(s, :n5) | false",
        "contains(b, :b2) | true",
        "contains(b, :b3) | false",
        "contains(ss, :a) | true",
        "contains(ss, :aa) | false",
        "contains(ss, :empty) | true",
        "contains(ss, :n1) | false",
        "contains(ns, :n25) | true",
        "contains(ns, :n2) | false",
        "contains(bs, :b1) | true",
        "contains(bs, :b3) | false",
        "contains(l, :x) | true",
        "contains(l, :n1) | true",
        "contains(l, :s5) | false",
        "contains(l, :deep) | true",
        "contains(l, :kmap) | true",
        "contains(l, :qp) | true",
        "contains(m, :x) | false",
        "contains(n, :n5) | false",
        "contains(t, :true) | false",
        "contains(absent, :x) | false",
        "contains(s, absent) | false",
        "contains(s, s2) | true",
        "contains(ns, size(l[2])) | true",
        "contains(:hello, :ll) | true",
      })
  void containment(String text, boolean expected) {
    assertThat(isTrue(text, ITEM)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "|",
      value = {
        "size(s) = :n5 | true",
        "size(e) = :n0 | true",
        "size(wide) = :n3 | true",
        "size(b) = :n3 | true",
        "size(ss) = :n3 | true",
        "size(ns) = :n2 | true",
        "size(bs) = :n2 | true",
        "size(l) = :n5 | true",
        "size(m) = :n2 | true",
        "size(el) = :n0 | true",
        "size(em) = :n0 | true",
        "size(:hello) = :n5 | true",
        "size(s) = size(s2) | true",
        "size(n) = :n0 | false",
        "size(t) < :n9 | false",
        "size(nil) >= :n0 | false",
        "size(absent) < :n9 | false",
        "size(absent) = :n0 | false",
        "NOT size(absent) = :n0 | true",
      })
  void sizes(String text, boolean expected) {
    assertThat(isTrue(text, ITEM)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "|",
      value = {
        "NOT s = :hello | false",
        "NOT absent = :n1 | true",
        "NOT NOT s = :hello | true",
        "NOT s = :hellp AND n = :n5 | true",
        "NOT (s = :hello AND n = :n6) | true",
        "NOT s = :hellp OR n = :n6 | true",
        "s = :hellp AND n = :n6 OR t = :true | true",
        "t = :true OR s = :hellp AND n = :n6 | true",
        "(t = :true OR s = :hellp) AND n = :n6 | false",
        "s = :hello AND n = :n5 AND t = :true | true",
        "s = :hello AND n = :n5 AND t = :false | false",
        "s = :hellp OR n = :n6 OR t = :true | true",
      })
  void precedence(String text, boolean expected) {
    assertThat(isTrue(text, ITEM)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "|",
      value = {
        "attribute_not_exists(s) | true",
        "attribute_exists(s) | false",
        "s = :hello | false",
        "s <> :hello | true",
        "size(s) = :n0 | false",
        "NOT s = :hello | true",
      })
  void missingItemHasNoAttributes(String text, boolean expected) {
    assertThat(isTrue(text, Attributes.NONE)).isEqualTo(expected);
  }

  @Test
  void placeholderIsOneElementWhateverItHolds() {
    Placeholders placeholders =
        Placeholders.of(
            Expressions.names("#dotted", "x.y", "#index", "[3]", "#word", "size"), null);

    Condition condition =
        Expressions.condition(
            "attribute_exists(#dotted) AND attribute_exists(#word.#index)", placeholders);

    assertThat(
            condition.isTrue(AttributeJson.item("{'x.y': {N: '1'}, size: {M: {'[3]': {N: '1'}}}}")))
        .isTrue();
    assertThat(
            condition.isTrue(
                AttributeJson.item("{x: {M: {y: {N: '1'}}}, size: {M: {'[3]': {N: '1'}}}}")))
        .isFalse();
  }

  @Test
  void listsPathsInOrderOfAppearance() {
    Condition condition =
        Expressions.condition(
            "c.x = :v AND (size(b[1]) > :v OR NOT a IN (d, c)) "
                + "AND e BETWEEN :v AND f AND contains(g, h) AND attribute_type(i, :t)",
            "{':v': {N: '1'}, ':t': {S: 'S'}}");

    assertThat(condition.paths())
        .extracting(Path::toString)
        .containsExactly(
            "[c, x]", "[b, [1]]", "[a]", "[d]", "[c]", "[e]", "[f]", "[g]", "[h]", "[i]");
    assertThat(condition.attributeNames())
        .containsExactly("c", "b", "a", "d", "e", "f", "g", "h", "i");
  }
}
