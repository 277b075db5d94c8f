package dev.dynamoemulator.table;

import java.util.List;

/**
 * What a vector index is asked to be, without its state (vector-search.md §1).
 *
 * @param vectorAttribute the top-level attribute that holds the vector
 * @param searchSchema in the order given; empty when there is none
 */
public record VectorIndexDefinition(
    String name,
    String vectorAttribute,
    int dimensions,
    DistanceFunction distanceFunction,
    List<SearchAttribute> searchSchema,
    Projection projection) {

  public VectorIndexDefinition {
    searchSchema = List.copyOf(searchSchema);
  }

  /** The attributes of the search schema with their types. */
  public List<KeyAttribute> searchAttributes() {
    return searchSchema.stream().map(SearchAttribute::attribute).toList();
  }

  /** The attributes whose values partition the index, in the order of the schema. */
  public List<KeyAttribute> partitionKey() {
    return searchSchema.stream()
        .filter(SearchAttribute::isHash)
        .map(SearchAttribute::attribute)
        .toList();
  }

  /** The attribute of the search schema with that name, or null. */
  public SearchAttribute searchAttribute(String attributeName) {
    for (SearchAttribute attribute : searchSchema) {
      if (attribute.name().equals(attributeName)) {
        return attribute;
      }
    }
    return null;
  }

  /** The share of the table's budget of projected attributes (vector-search.md §1.5). */
  public int projectedAttributeCount() {
    int filters = searchSchema.size() - partitionKey().size();
    return 1 + filters + projection.nonKeyAttributes().size();
  }
}
