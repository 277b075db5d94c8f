package dev.dynamoemulator.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Makes requests on the items of one table, most of them valid. The same seed, the same requests.
 */
final class RandomRequests {

  static final String TABLE = "things";
  static final String KEY = "{\"pk\":{\"S\":\"a\"},\"sk\":{\"N\":\"1\"}}";

  private static final List<String> NAMES = List.of("a", "b", "c", "d", "pk", "sk");
  private static final List<String> COMPARATORS = List.of("=", "<>", "<", "<=", ">", ">=");

  private final Random random;
  private final List<String> values = new ArrayList<>();

  RandomRequests(long seed) {
    this.random = new Random(seed);
  }

  /**
   * One request.
   *
   * @param input as JSON
   */
  record Request(String operation, String input) {}

  /** The item that the next request meets. */
  String item() {
    StringBuilder item = new StringBuilder(KEY.substring(0, KEY.length() - 1));
    for (String name : List.of("a", "b", "c", "d")) {
      if (random.nextInt(4) > 0) {
        item.append(",\"").append(name).append("\":").append(value(2));
      }
    }
    return item.append('}').toString();
  }

  Request next() {
    values.clear();
    return switch (random.nextInt(5)) {
      case 0 -> request("Scan", "", "FilterExpression", condition(2));
      case 1 -> request("GetItem", ",\"Key\":" + KEY, "ProjectionExpression", projection());
      case 2 -> request("DeleteItem", ",\"Key\":" + KEY, "ConditionExpression", condition(2));
      default -> request("UpdateItem", ",\"Key\":" + KEY, "UpdateExpression", update());
    };
  }

  private Request request(String operation, String members, String member, List<String> tokens) {
    String expression = String.join(" ", random.nextInt(8) == 0 ? mutated(tokens) : tokens);
    StringBuilder input = new StringBuilder("{\"TableName\":\"" + TABLE + "\"" + members);
    input.append(",\"").append(member).append("\":\"").append(expression).append('"');
    if (!values.isEmpty()) {
      input.append(",\"ExpressionAttributeValues\":{").append(String.join(",", values)).append('}');
    }
    return new Request(operation, input.append('}').toString());
  }

  /** One token less, one twice, or one in another place. */
  private List<String> mutated(List<String> tokens) {
    List<String> mutated = new ArrayList<>(tokens);
    String token = mutated.remove(random.nextInt(mutated.size()));
    switch (random.nextInt(3)) {
      case 0 -> {}
      case 1 -> mutated.addAll(List.of(token, token));
      default -> mutated.add(random.nextInt(mutated.size() + 1), token);
    }
    return mutated;
  }

  private List<String> condition(int depth) {
    int kind = random.nextInt(depth == 0 ? 6 : 10);
    return switch (kind) {
      case 0, 1, 2 -> join(operand(), List.of(one(COMPARATORS)), operand());
      case 3 -> join(operand(), List.of("BETWEEN"), operand(), List.of("AND"), operand());
      case 4 -> join(operand(), List.of("IN", "("), listed(this::operand), List.of(")"));
      case 5 -> function();
      case 6 -> join(List.of("NOT"), condition(depth - 1));
      case 7 -> join(condition(depth - 1), List.of("AND"), condition(depth - 1));
      case 8 -> join(condition(depth - 1), List.of("OR"), condition(depth - 1));
      default -> join(List.of("("), condition(depth - 1), List.of(")"));
    };
  }

  private List<String> function() {
    return switch (random.nextInt(5)) {
      case 0 -> join(List.of("attribute_exists", "("), path(), List.of(")"));
      case 1 -> join(List.of("attribute_not_exists", "("), path(), List.of(")"));
      case 2 -> join(List.of("begins_with", "("), path(), List.of(","), operand(), List.of(")"));
      case 3 -> join(List.of("contains", "("), path(), List.of(","), operand(), List.of(")"));
      default -> {
        String type = one(List.of("S", "N", "B", "BOOL", "NULL", "SS", "NS", "BS", "L", "M", "X"));
        String name = placeholder("{\"S\":\"" + type + "\"}");
        yield join(List.of("attribute_type", "("), path(), List.of(",", name, ")"));
      }
    };
  }

  private List<String> update() {
    List<String> tokens = new ArrayList<>();
    if (random.nextInt(3) > 0) {
      tokens.addAll(join(List.of("SET"), listed(this::assignment)));
    }
    if (random.nextInt(3) == 0) {
      tokens.addAll(join(List.of("REMOVE"), listed(this::path)));
    }
    if (random.nextInt(4) == 0 || tokens.isEmpty()) {
      tokens.addAll(join(List.of("ADD"), path(), List.of(placeholder(value(0)))));
    }
    if (random.nextInt(6) == 0) {
      tokens.addAll(join(List.of("DELETE"), path(), List.of(placeholder(value(0)))));
    }
    return tokens;
  }

  private List<String> assignment() {
    return join(path(), List.of("="), assigned());
  }

  private List<String> assigned() {
    return switch (random.nextInt(6)) {
      case 0 -> join(setOperand(), List.of(one(List.of("+", "-"))), setOperand());
      case 1 ->
          join(List.of("if_not_exists", "("), path(), List.of(","), setOperand(), List.of(")"));
      case 2 ->
          join(List.of("list_append", "("), setOperand(), List.of(","), setOperand(), List.of(")"));
      default -> setOperand();
    };
  }

  private List<String> projection() {
    return listed(this::path);
  }

  private List<String> operand() {
    return switch (random.nextInt(6)) {
      case 0, 1, 2 -> List.of(placeholder(value(1)));
      case 3 -> join(List.of("size", "("), path(), List.of(")"));
      default -> path();
    };
  }

  private List<String> setOperand() {
    return random.nextBoolean() ? path() : List.of(placeholder(value(1)));
  }

  private List<String> path() {
    String path = one(NAMES.subList(0, random.nextInt(10) == 0 ? 6 : 4));
    int steps = random.nextInt(3) == 0 ? 1 + random.nextInt(2) : 0;
    for (int i = 0; i < steps; i++) {
      path += random.nextBoolean() ? ".a" : "[" + random.nextInt(3) + "]";
    }
    return List.of(path);
  }

  private String placeholder(String value) {
    String name = ":v" + values.size();
    values.add("\"" + name + "\":" + value);
    return name;
  }

  private String value(int depth) {
    return switch (random.nextInt(depth == 0 ? 9 : 12)) {
      case 0, 1 -> "{\"S\":\"" + one(List.of("x", "xy", "y", "1")) + "\"}";
      case 2, 3, 4 -> "{\"N\":\"" + one(List.of("0", "1", "-2.5", "3", "1e20", "0.10")) + "\"}";
      case 5 -> "{\"B\":\"" + one(List.of("eA==", "AQI=")) + "\"}";
      case 6 -> random.nextBoolean() ? "{\"BOOL\":true}" : "{\"NULL\":true}";
      case 7 -> "{\"SS\":[\"x\",\"y\"]}";
      case 8 -> "{\"NS\":[\"1\",\"3\"]}";
      case 9, 10 -> "{\"L\":[" + value(depth - 1) + "," + value(depth - 1) + "]}";
      default -> "{\"M\":{\"a\":" + value(depth - 1) + "}}";
    };
  }

  private List<String> listed(Supplier<List<String>> element) {
    List<String> tokens = new ArrayList<>(element.get());
    for (int more = random.nextInt(3); more > 0; more--) {
      tokens.add(",");
      tokens.addAll(element.get());
    }
    return tokens;
  }

  private String one(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  @SafeVarargs
  private static List<String> join(List<String>... parts) {
    List<String> tokens = new ArrayList<>();
    for (List<String> part : parts) {
      tokens.addAll(part);
    }
    return tokens;
  }
}
