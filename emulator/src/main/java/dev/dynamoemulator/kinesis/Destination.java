package dev.dynamoemulator.kinesis;

/**
 * A Kinesis stream to which the changes of a table are sent, or once were.
 *
 * @param description what went wrong; empty when nothing did
 */
public record Destination(
    String streamArn, DestinationStatus status, Precision precision, String description) {

  Destination with(DestinationStatus next) {
    return new Destination(streamArn, next, precision, "");
  }

  Destination with(Precision next) {
    return new Destination(streamArn, DestinationStatus.UPDATING, next, "");
  }

  Destination failed(String problem) {
    return new Destination(streamArn, DestinationStatus.ENABLE_FAILED, precision, problem);
  }
}
