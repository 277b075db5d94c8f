package dev.dynamoemulator.expression;

/**
 * Parses expressions and remembers the latest by their text, since clients send the same few texts
 * again and again with other names and values. One for each emulator. Thread-safe.
 *
 * <p>Every method fails for a fault that the text alone shows: an empty or too long expression,
 * syntax, redundant parentheses, unknown or misused functions, reserved words, repeated sections.
 */
public final class ExpressionCache {

  private static final int CAPACITY = 256;

  private final RecentlyUsed<ConditionExpression> conditions;
  private final RecentlyUsed<ConditionExpression> filters;
  private final RecentlyUsed<ConditionExpression> keyConditions;
  private final RecentlyUsed<ConditionExpression> searchConditions;
  private final RecentlyUsed<ProjectionExpression> projections;
  private final RecentlyUsed<UpdateExpression> updates;

  /** A cache that keeps some hundreds of expressions of each kind. */
  public ExpressionCache() {
    this(CAPACITY);
  }

  /**
   * @param capacity expressions of one kind that are kept for sure; twice as many may be
   */
  public ExpressionCache(int capacity) {
    conditions = conditions(ExpressionKind.CONDITION, capacity);
    filters = conditions(ExpressionKind.FILTER, capacity);
    keyConditions = conditions(ExpressionKind.KEY_CONDITION, capacity);
    searchConditions = conditions(ExpressionKind.SEARCH_CONDITION, capacity);
    projections = new RecentlyUsed<>(capacity, ProjectionExpression::parse);
    updates = new RecentlyUsed<>(capacity, UpdateExpression::parse);
  }

  private static RecentlyUsed<ConditionExpression> conditions(ExpressionKind kind, int capacity) {
    return new RecentlyUsed<>(capacity, text -> ConditionExpression.parse(kind, text));
  }

  public ConditionExpression condition(String text) {
    return conditions.get(text);
  }

  public ConditionExpression filter(String text) {
    return filters.get(text);
  }

  public ConditionExpression keyCondition(String text) {
    return keyConditions.get(text);
  }

  public ConditionExpression searchCondition(String text) {
    return searchConditions.get(text);
  }

  public ProjectionExpression projection(String text) {
    return projections.get(text);
  }

  public UpdateExpression update(String text) {
    return updates.get(text);
  }
}
