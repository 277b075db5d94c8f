package dev.dynamoemulator.testcontainers.spring;

import dev.dynamoemulator.testcontainers.DynamoEmulatorContainer;
import io.awspring.cloud.autoconfigure.core.AwsConnectionDetails;
import java.net.URI;
import org.springframework.boot.testcontainers.service.connection.ContainerConnectionDetailsFactory;
import org.springframework.boot.testcontainers.service.connection.ContainerConnectionSource;

/** Has the clients of Spring Cloud AWS call the container that is a {@code @ServiceConnection}. */
class DynamoEmulatorContainerConnectionDetailsFactory
    extends ContainerConnectionDetailsFactory<DynamoEmulatorContainer, AwsConnectionDetails> {

  @Override
  protected AwsConnectionDetails getContainerConnectionDetails(
      ContainerConnectionSource<DynamoEmulatorContainer> source) {
    return new Details(source);
  }

  private static final class Details extends ContainerConnectionDetails<DynamoEmulatorContainer>
      implements AwsConnectionDetails {

    Details(ContainerConnectionSource<DynamoEmulatorContainer> source) {
      super(source);
    }

    @Override
    public URI getEndpoint() {
      return getContainer().getEndpoint();
    }

    @Override
    public String getRegion() {
      return getContainer().getRegion();
    }

    @Override
    public String getAccessKey() {
      return getContainer().getAccessKey();
    }

    @Override
    public String getSecretKey() {
      return getContainer().getSecretKey();
    }
  }
}
