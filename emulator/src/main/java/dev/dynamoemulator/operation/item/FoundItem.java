package dev.dynamoemulator.operation.item;

import dev.dynamoemulator.engine.SearchResults;
import dev.dynamoemulator.expression.Projection;
import dev.dynamoemulator.json.AttributeWriter;
import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.Float32;
import dev.dynamoemulator.model.Item;
import dev.dynamoemulator.shape.ResponseWriter;
import dev.dynamoemulator.shape.ResponseWriter.AttributeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes what one search returns of the items that it found (vector-search.md §4.2): the vector
 * only when it is named, and then as the floats of the index.
 *
 * @param projection what to show of the projected attributes; null for all of them
 */
record FoundItem(String vectorAttribute, Projection projection) {

  void write(ResponseWriter out, SearchResults.Match match) {
    out.attributeMap("Item", source(match));
    out.decimal("Score", Float32.toString(match.score()));
  }

  /** The bytes that DynamoDB counts of what is returned. */
  int size(SearchResults.Match match) {
    return shown(match).size();
  }

  private Item shown(SearchResults.Match match) {
    return projection == null ? match.attributes() : projection.apply(attributes(match));
  }

  private AttributeSource source(SearchResults.Match match) {
    Item shown = shown(match);
    AttributeValue vector = shown.get(vectorAttribute);
    if (vector == null) {
      return json -> AttributeWriter.writeEntries(json, shown.attributes());
    }
    Map<String, AttributeValue> others = shown.toMap();
    others.remove(vectorAttribute);
    return json -> {
      AttributeWriter.writeEntries(json, others);
      AttributeWriter.writeFloats(json, vectorAttribute, (AttributeValue.L) vector);
    };
  }

  private Item attributes(SearchResults.Match match) {
    if (!projection.attributeNames().contains(vectorAttribute)) {
      return match.attributes();
    }
    Map<String, AttributeValue> attributes = match.attributes().toMap();
    List<AttributeValue> elements = new ArrayList<>(match.vector().length);
    for (float element : match.vector()) {
      elements.add(new AttributeValue.N(Float32.number(element)));
    }
    attributes.put(vectorAttribute, new AttributeValue.L(elements));
    return Item.of(attributes);
  }
}
