package dev.dynamoemulator.sdkv1;

import com.amazonaws.auth.AWSStaticCredentialsProvider;
import com.amazonaws.auth.BasicAWSCredentials;
import com.amazonaws.client.builder.AwsClientBuilder.EndpointConfiguration;
import com.amazonaws.services.dynamodbv2.AmazonDynamoDB;
import com.amazonaws.services.dynamodbv2.AmazonDynamoDBClientBuilder;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapper;
import com.amazonaws.services.dynamodbv2.model.BillingMode;
import com.amazonaws.services.dynamodbv2.model.CreateTableRequest;
import com.amazonaws.services.dynamodbv2.model.DescribeTableRequest;
import com.amazonaws.services.dynamodbv2.model.Projection;
import com.amazonaws.services.dynamodbv2.model.ProjectionType;
import com.amazonaws.waiters.WaiterParameters;
import dev.dynamoemulator.Emulator;
import java.net.URI;

/** An emulator with the table of {@link Note}, and the clients on it. */
final class NotesTable implements AutoCloseable {

  static final String NAME = "Notes";

  private final Emulator emulator = Emulator.start();
  private final AmazonDynamoDB client = client(emulator.endpoint());
  private final DynamoDBMapper mapper = new DynamoDBMapper(client);

  NotesTable() {
    CreateTableRequest request =
        mapper
            .generateCreateTableRequest(Note.class)
            .withBillingMode(BillingMode.PAY_PER_REQUEST.name());
    request
        .getGlobalSecondaryIndexes()
        .forEach(
            index -> index.setProjection(new Projection().withProjectionType(ProjectionType.ALL)));
    client.createTable(request);
    client.waiters().tableExists().run(new WaiterParameters<>(new DescribeTableRequest(NAME)));
  }

  AmazonDynamoDB client() {
    return client;
  }

  DynamoDBMapper mapper() {
    return mapper;
  }

  @Override
  public void close() {
    client.shutdown();
    emulator.close();
  }

  private static AmazonDynamoDB client(URI endpoint) {
    return AmazonDynamoDBClientBuilder.standard()
        .withEndpointConfiguration(new EndpointConfiguration(endpoint.toString(), "us-east-1"))
        .withCredentials(new AWSStaticCredentialsProvider(new BasicAWSCredentials("id", "secret")))
        .build();
  }
}
