package dev.dynamoemulator.transfer.bucket;

import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The body of an answer of S3 that is no success. */
record S3Error(String code, String message, String requestId) {

  static S3Error parse(byte[] body) {
    String code = "InternalError";
    String message = "S3 answers nothing that can be read";
    String requestId = "";
    try {
      XMLStreamReader xml = Xml.reader(new ByteArrayInputStream(body));
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT) {
          switch (xml.getLocalName()) {
            case "Code" -> code = xml.getElementText();
            case "Message" -> message = xml.getElementText();
            case "RequestId" -> requestId = xml.getElementText();
            default -> {}
          }
        }
      }
    } catch (XMLStreamException e) {
      // An answer of something else than S3; its status says enough.
      return new S3Error(code, message, requestId);
    }
    return new S3Error(code, message, requestId);
  }

  BucketException toException(int status) {
    return BucketErrors.answered(status, code, message, requestId);
  }
}
