package dev.dynamoemulator.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamoemulator.model.Attributes;
import dev.dynamoemulator.model.Item;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a projection returns (expressions.md §7). */
class ProjectionTest {

  private static final Item ITEM =
      AttributeJson.item(
          """
          {a: {S: 'x'}, m: {M: {p: {N: '1'}, q: {N: '2'}, r: {M: {s: {N: '3'}, t: {N: '4'}}}}},
           l: {L: [{N: '0'}, {N: '1'}, {N: '2'}, {M: {u: {N: '5'}, v: {N: '6'}}}]}, nil: {NULL: true}}
          """);

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '~',
      value = {
        "a | {a: {S: 'x'}}",
        "a, nil | {a: {S: 'x'}, nil: {NULL: true}}",
        "absent | {}",
        "m.p, m.q | {m: {M: {p: {N: '1'}, q: {N: '2'}}}}",
        "m.r.t, m.p | {m: {M: {r: {M: {t: {N: '4'}}}, p: {N: '1'}}}}",
        "m.absent | {}",
        "m.absent.x, a | {a: {S: 'x'}}",
        "m.r.absent, m.p | {m: {M: {p: {N: '1'}}}}",
        "l[2], l[1] | {l: {L: [{N: '1'}, {N: '2'}]}}",
        "l[3].v, l[0], l[3].u | {l: {L: [{N: '0'}, {M: {v: {N: '6'}, u: {N: '5'}}}]}}",
        "l[9] | {}",
        "l[9], l[0] | {l: {L: [{N: '0'}]}}",
        "a.b | {}",
        "a[0] | {}",
        "m[0] | {}",
        "l.x | {}",
      })
  void selectsWhatThePathsLeadTo(String text, String expected) {
    assertThat(Expressions.projection(text).apply(ITEM)).isEqualTo(AttributeJson.item(expected));
  }

  @Test
  void missingItemGivesNothing() {
    assertThat(Expressions.projection("a, m.p").apply(Attributes.NONE)).isEqualTo(Item.EMPTY);
  }

  @Test
  void tellsWhatItReads() {
    Projection projection = Expressions.projection("m.p, l[0], m.q, a");

    assertThat(projection.attributeNames()).containsExactly("m", "l", "a");
    assertThat(projection.paths())
        .extracting(Path::toString)
        .containsExactly("[m, p]", "[l, [0]]", "[m, q]", "[a]");
  }

  @Test
  void canBeBuiltFromPathsThatOverlap() {
    Projection projection =
        Projection.of(List.of(new Path("m", List.of(new PathElement.Name("p"))), Path.of("m")));

    assertThat(projection.apply(ITEM).get("m")).isEqualTo(ITEM.get("m"));
  }

  @Test
  void attributesToGetAreLiteralNames() {
    Projection projection = Projection.ofAttributesToGet(List.of("x.y", "name", "absent"));

    assertThat(
            projection.apply(AttributeJson.item("{'x.y': {N: '1'}, name: {N: '2'}, z: {N: '3'}}")))
        .isEqualTo(AttributeJson.item("{'x.y': {N: '1'}, name: {N: '2'}}"));
  }
}
