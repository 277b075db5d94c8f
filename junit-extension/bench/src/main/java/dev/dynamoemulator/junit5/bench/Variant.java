package dev.dynamoemulator.junit5.bench;

/** The ways to a DynamoDB that a test class may take. */
enum Variant {
  IN_PROCESS("@DynamoEmulator, in process", InProcess.class, false, 20, null),
  OVER_HTTP("@DynamoEmulator, over HTTP", OverHttp.class, false, 20, null),
  LOCAL_EMBEDDED("DynamoDB Local, embedded", DynamoDbLocalEmbedded.class, true, 20, null),
  LOCAL_SERVER("DynamoDB Local, ServerRunner", DynamoDbLocalServer.class, true, 20, null),
  IN_CONTAINER(
      "DynamoEmulatorContainer, one a class", InContainer.class, false, 4, Containers.EMULATOR),
  LOCAL_CONTAINER(
      "DynamoDB Local's container, one a class",
      DynamoDbLocalContainer.class,
      false,
      4,
      Containers.DYNAMODB_LOCAL);

  private final String title;
  private final Class<?> testClass;
  private final boolean usesDynamoDbLocal;
  private final int classes;
  private final String image;

  Variant(String title, Class<?> testClass, boolean usesDynamoDbLocal, int classes, String image) {
    this.title = title;
    this.testClass = testClass;
    this.usesDynamoDbLocal = usesDynamoDbLocal;
    this.classes = classes;
    this.image = image;
  }

  String title() {
    return title;
  }

  Class<?> testClass() {
    return testClass;
  }

  /** Whether it needs the class path with DynamoDB Local on it, and none of ours. */
  boolean usesDynamoDbLocal() {
    return usesDynamoDbLocal;
  }

  /** How many classes a JVM runs. */
  int classes() {
    return classes;
  }

  /** Why it has to be left out; null when it need not. */
  String obstacle() {
    return image == null ? null : Containers.obstacle(image);
  }
}
