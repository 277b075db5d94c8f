package dev.dynamoemulator.testcontainers;

import static org.junit.jupiter.api.extension.ConditionEvaluationResult.disabled;
import static org.junit.jupiter.api.extension.ConditionEvaluationResult.enabled;

import com.github.dockerjava.api.exception.NotFoundException;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.DockerClientFactory;

/** What {@link NeedsImage} stands for. */
final class ImageCondition implements ExecutionCondition {

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (!DockerClientFactory.instance().isDockerAvailable()) {
      return disabled("no Docker daemon answers");
    }
    String image = Images.name().asCanonicalNameString();
    try {
      DockerClientFactory.lazyClient().inspectImageCmd(image).exec();
      return enabled(image + " is there");
    } catch (NotFoundException e) {
      return disabled("there is no image " + image + "; make image builds it");
    }
  }
}
