package dev.dynamoemulator.junit5.bench;

import org.testcontainers.DockerClientFactory;

/** The images that containers are made of, when they are on this machine. */
final class Containers {

  static final String EMULATOR = "dynamo-emulator:latest";
  static final String DYNAMODB_LOCAL = "amazon/dynamodb-local:latest";

  private Containers() {}

  /** Why there can be no container of the image; null when there can be one. */
  static String obstacle(String image) {
    if (!DockerClientFactory.instance().isDockerAvailable()) {
      return "no Docker daemon answers";
    }
    try {
      DockerClientFactory.instance().client().inspectImageCmd(image).exec();
      return null;
    } catch (com.github.dockerjava.api.exception.NotFoundException e) {
      return "the image " + image + " is not here";
    }
  }
}
