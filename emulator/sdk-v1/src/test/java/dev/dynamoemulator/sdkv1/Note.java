package dev.dynamoemulator.sdkv1;

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBAttribute;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBHashKey;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBIndexHashKey;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBRangeKey;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTable;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBVersionAttribute;
import java.util.Set;

/** As the mapper wants it: mutable, with annotated getters. */
@DynamoDBTable(tableName = "Notes")
public final class Note {

  static final String BY_TOPIC = "by-topic";

  private String author;
  private Integer number;
  private String topic;
  private Set<String> tags;
  private Long version;

  /** For the mapper. */
  public Note() {}

  Note(String author, int number, String topic) {
    this.author = author;
    this.number = number;
    this.topic = topic;
  }

  @DynamoDBHashKey
  public String getAuthor() {
    return author;
  }

  public void setAuthor(String author) {
    this.author = author;
  }

  @DynamoDBRangeKey
  public Integer getNumber() {
    return number;
  }

  public void setNumber(Integer number) {
    this.number = number;
  }

  @DynamoDBIndexHashKey(globalSecondaryIndexName = BY_TOPIC)
  public String getTopic() {
    return topic;
  }

  public void setTopic(String topic) {
    this.topic = topic;
  }

  @DynamoDBAttribute
  public Set<String> getTags() {
    return tags;
  }

  public void setTags(Set<String> tags) {
    this.tags = tags;
  }

  @DynamoDBVersionAttribute
  public Long getVersion() {
    return version;
  }

  public void setVersion(Long version) {
    this.version = version;
  }
}
