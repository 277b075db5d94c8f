package dev.dynamoemulator.operation.table;

import dev.dynamoemulator.environment.Ids;
import dev.dynamoemulator.shape.Struct;
import dev.dynamoemulator.table.Backfill;
import dev.dynamoemulator.table.DistanceFunction;
import dev.dynamoemulator.table.SearchAttribute;
import dev.dynamoemulator.table.VectorIndex;
import dev.dynamoemulator.table.VectorIndexDefinition;
import java.util.List;

/**
 * A vector index that a request defines, not yet checked (vector-search.md §1).
 *
 * @param searchSchema empty when the member is absent
 */
record VectorIndexRequest(
    String name,
    String vectorAttribute,
    long dimensions,
    DistanceFunction distanceFunction,
    List<SearchElement> searchSchema,
    ProjectionDefinition projection) {

  /** One element of a requested search schema. */
  record SearchElement(String attributeName, boolean isHash) {}

  /** The list of vector indexes in that member, in the order given; null when it is absent. */
  static List<VectorIndexRequest> listOf(Struct input, String member) {
    List<Struct> indexes = input.structs(member);
    return indexes == null ? null : indexes.stream().map(VectorIndexRequest::of).toList();
  }

  static VectorIndexRequest of(Struct index) {
    List<Struct> schema = index.structs("SearchSchema");
    return new VectorIndexRequest(
        index.string("IndexName"),
        index.struct("VectorAttribute").string("AttributeName"),
        index.longNumber("Dimensions"),
        DistanceFunction.valueOf(index.string("DistanceFunction")),
        schema == null ? List.of() : schema.stream().map(VectorIndexRequest::element).toList(),
        ProjectionDefinition.of(index));
  }

  private static SearchElement element(Struct element) {
    return new SearchElement(
        element.string("AttributeName"), "HASH".equals(element.string("SearchSchemaElementType")));
  }

  /** The attributes of the search schema in the order given. */
  List<String> searchAttributes() {
    return searchSchema.stream().map(SearchElement::attributeName).toList();
  }

  /** The share of the table's budget of projected attributes (vector-search.md §1.5). */
  int projectedAttributeCount() {
    long filters = searchSchema.stream().filter(element -> !element.isHash()).count();
    return 1 + (int) filters + projection.nonKeyAttributeCount();
  }

  /** Whether it repeats a definition as it is. */
  boolean asksFor(VectorIndexDefinition definition) {
    List<SearchElement> present =
        definition.searchSchema().stream()
            .map(attribute -> new SearchElement(attribute.name(), attribute.isHash()))
            .toList();
    return vectorAttribute.equals(definition.vectorAttribute())
        && dimensions == definition.dimensions()
        && distanceFunction == definition.distanceFunction()
        && searchSchema.equals(present)
        && KeptIndexes.isSame(projection.toProjection(), definition.projection());
  }

  /** The definition; the request has been checked. */
  VectorIndexDefinition toDefinition(AttributeDefinitions definitions) {
    return new VectorIndexDefinition(
        name,
        vectorAttribute,
        (int) dimensions,
        distanceFunction,
        searchSchema.stream()
            .map(
                element ->
                    new SearchAttribute(definitions.get(element.attributeName()), element.isHash()))
            .toList(),
        projection.toProjection());
  }

  /** The index in state CREATING. */
  VectorIndex toVectorIndex(AttributeDefinitions definitions, Backfill backfill, Ids ids) {
    return VectorIndex.creating(
        toDefinition(definitions), IndexDefinition.collection(ids), backfill);
  }
}
