package dev.dynamoemulator;

/** A program that starts an emulator, makes a table and puts an item, without any client. */
final class PutProgram {

  private PutProgram() {}

  public static void main(String[] arguments) {
    try (Emulator emulator = Emulator.start()) {
      emulator.call(
          "CreateTable",
          """
          {"TableName":"things","BillingMode":"PAY_PER_REQUEST",
           "AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"}],
           "KeySchema":[{"AttributeName":"pk","KeyType":"HASH"}]}
          """);
      emulator.call("PutItem", "{\"TableName\":\"things\",\"Item\":{\"pk\":{\"S\":\"a\"}}}");
    }
  }
}
