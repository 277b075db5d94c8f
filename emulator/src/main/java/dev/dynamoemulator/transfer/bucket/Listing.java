package dev.dynamoemulator.transfer.bucket;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A page of ListObjectsV2.
 *
 * @param nextToken null on the last page
 */
record Listing(List<StoredObject> objects, String nextToken) {

  static Listing parse(InputStream body) {
    try {
      XMLStreamReader xml = Xml.reader(body);
      List<StoredObject> objects = new ArrayList<>();
      String token = null;
      String key = "";
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT) {
          switch (xml.getLocalName()) {
            case "Key" -> key = xml.getElementText();
            case "Size" ->
                objects.add(new StoredObject(key, Long.parseLong(xml.getElementText().trim())));
            case "NextContinuationToken" -> token = xml.getElementText();
            default -> {}
          }
        }
      }
      return new Listing(objects, token == null || token.isEmpty() ? null : token);
    } catch (XMLStreamException | NumberFormatException e) {
      throw BucketErrors.unreachable("The answer of S3", e);
    }
  }
}
