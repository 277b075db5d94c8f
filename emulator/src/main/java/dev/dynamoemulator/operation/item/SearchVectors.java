package dev.dynamoemulator.operation.item;

import static dev.dynamoemulator.expression.ExpressionKind.PROJECTION;
import static dev.dynamoemulator.expression.ExpressionKind.SEARCH_CONDITION;

import dev.dynamoemulator.engine.SearchResults;
import dev.dynamoemulator.engine.SearchRules;
import dev.dynamoemulator.engine.VectorErrors;
import dev.dynamoemulator.expression.Condition;
import dev.dynamoemulator.expression.ExpressionParameterErrors;
import dev.dynamoemulator.expression.Projection;
import dev.dynamoemulator.expression.SearchConditions;
import dev.dynamoemulator.json.CheckedValue;
import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.Float32;
import dev.dynamoemulator.operation.Call;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.operation.Reply;
import dev.dynamoemulator.operation.Request;
import dev.dynamoemulator.shape.Struct;
import dev.dynamoemulator.table.TableSchema;
import dev.dynamoemulator.table.VectorIndex;
import java.util.List;

/**
 * Finds the items whose vectors are nearest to a given one. The checks stand in the order of
 * vector-search.md §4.4, as far as the request alone allows before the table is looked up.
 */
public final class SearchVectors implements Operation {

  private static final int TOP_K_LIMIT = 100;

  private final ItemAccess access;

  public SearchVectors(ItemAccess access) {
    this.access = access;
  }

  @Override
  public String name() {
    return "SearchVectors";
  }

  @Override
  public boolean readsItems(Request request) {
    return true;
  }

  @Override
  public Call check(Request request) {
    Struct input = request.input();
    ExpressionParameters.checkNamesAreUsable(input, SEARCH_CONDITION, PROJECTION);
    if (ExpressionParameters.hasUnusableValues(input, SEARCH_CONDITION)) {
      throw ExpressionParameterErrors.valuesWithoutExpression(SEARCH_CONDITION);
    }
    checkTopK(input.integer("TopK"));
    float[] vector = checkedVector(input.values("SearchVector"));
    ExpressionParameters parameters =
        ExpressionParameters.open(input, access.expressions(), request.wording());
    Condition condition = parameters.searchCondition();
    Projection projection = parameters.projection();
    parameters.checkAllUsed();
    SearchConditions conditions =
        condition == null ? SearchConditions.NONE : SearchConditions.of(condition);
    return () -> search(request, vector, conditions, projection);
  }

  private Reply search(
      Request request, float[] vector, SearchConditions conditions, Projection projection) {
    Struct input = request.input();
    TableSchema table =
        access.catalogue().table(request.namespace(), input.string("TableName")).schema();
    VectorIndex index = SearchRules.searchable(table, input.string("IndexName"));
    SearchRules.checkConditions(index, conditions);
    SearchRules.checkDimensions(index, vector);
    SearchResults results =
        access.engine().search(index, vector, input.integer("TopK"), conditions);
    FoundItem found = new FoundItem(index.definition().vectorAttribute(), projection);
    List<SearchResults.Match> fitting =
        fitting(results.matches(), found, access.limits().batchGetSize());
    return out -> {
      out.objects("SearchResults", fitting, found::write);
      CapacityReport.of(input).writeSearch(out, results.bytes());
    };
  }

  /** The best of them, as many as an answer holds; there is no token to ask for the others with. */
  private static List<SearchResults.Match> fitting(
      List<SearchResults.Match> matches, FoundItem found, int limit) {
    int bytes = 0;
    for (int i = 0; i < matches.size(); i++) {
      bytes += found.size(matches.get(i));
      if (bytes > limit) {
        return matches.subList(0, i);
      }
    }
    return matches;
  }

  private static void checkTopK(int topK) {
    if (topK > TOP_K_LIMIT) {
      throw VectorErrors.topKOutOfRange(topK, TOP_K_LIMIT);
    }
  }

  private static float[] checkedVector(List<CheckedValue> values) {
    float[] vector = new float[values.size()];
    for (int i = 0; i < vector.length; i++) {
      CheckedValue element = values.get(i);
      if (element.firstFault() != null) {
        throw ItemErrors.invalidValue(element.fault());
      }
      if (!(element.value() instanceof AttributeValue.N number)) {
        throw VectorErrors.invalidSearchVector();
      }
      vector[i] = Float32.of(number.value());
      if (!Float.isFinite(vector[i])) {
        throw VectorErrors.invalidSearchVector();
      }
    }
    return vector;
  }
}
