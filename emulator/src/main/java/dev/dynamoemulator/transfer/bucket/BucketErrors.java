package dev.dynamoemulator.transfer.bucket;

/**
 * Why buckets cannot be used: the failure codes and messages of the service (control-plane.md §3.1
 * rule 8, §4.7), whose ends are request ids.
 */
final class BucketErrors {

  private static final String NO_ID = "0000000000000000";
  private static final int NOT_FOUND = 404;
  private static final int FORBIDDEN = 403;

  private BucketErrors() {}

  static BucketException noSuchBucket() {
    return noSuchBucket(NO_ID);
  }

  static BucketException noSuchBucket(String requestId) {
    return service(
        "S3NoSuchBucket",
        "The specified bucket does not exist",
        NOT_FOUND,
        "NoSuchBucket",
        requestId);
  }

  static BucketException noSuchKey() {
    return service(
        "S3NoSuchKey", "The specified key does not exist.", NOT_FOUND, "NoSuchKey", NO_ID);
  }

  /** A key that cannot be the name of a file below the bucket's folder. */
  static BucketException keyOutsideOfBucket() {
    return service("S3AccessDenied", "Access Denied", FORBIDDEN, "AccessDenied", NO_ID);
  }

  /** Whatever an S3 API answers. */
  static BucketException answered(int status, String code, String message, String requestId) {
    return code.equals("NoSuchBucket")
        ? noSuchBucket(requestId)
        : service("S3" + code, message, status, code, requestId);
  }

  static BucketException unreachable(Object place, Throwable cause) {
    return new BucketException("S3Unreachable", place + " cannot be used: " + cause, cause);
  }

  private static BucketException service(
      String failureCode, String message, int status, String code, String requestId) {
    return new BucketException(
        failureCode,
        message
            + " (Service: Amazon S3; Status Code: "
            + status
            + "; Error Code: "
            + code
            + "; Request ID: "
            + requestId
            + "; Proxy: null)");
  }
}
