package dev.dynamoemulator.testcontainers;

import org.testcontainers.utility.DockerImageName;

/** The image under test: made before, and never looked for in a registry. */
final class Images {

  private static final DockerImageName NAME =
      DockerImageName.parse(System.getProperty("container.image", "dynamo-emulator:latest"))
          .asCompatibleSubstituteFor("dynamo-emulator");

  private Images() {}

  static DockerImageName name() {
    return NAME;
  }

  static DynamoEmulatorContainer container() {
    return new DynamoEmulatorContainer(NAME).withImagePullPolicy(image -> false);
  }
}
