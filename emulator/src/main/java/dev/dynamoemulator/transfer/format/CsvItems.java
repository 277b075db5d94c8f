package dev.dynamoemulator.transfer.format;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.dynamoemulator.model.AttributeType;
import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.Binary;
import dev.dynamoemulator.model.DynamoNumber;
import dev.dynamoemulator.model.InvalidNumberException;
import dev.dynamoemulator.model.Item;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Items of lines of CSV (control-plane.md §4.10). Columns that are keys take the type that the
 * table defines, others are strings. An empty cell is an empty string; in the column of a key it is
 * no attribute, so that indexes can be sparse (inferred).
 */
final class CsvItems implements ItemReader {

  private final CloseableIterator<CsvRecord> lines;
  private final Map<String, AttributeType> keyTypes;
  private List<String> header;

  /**
   * @param keyTypes of all attributes that are keys of the table or an index
   */
  CsvItems(InputStream in, CsvOptions options, Map<String, AttributeType> keyTypes) {
    this.lines =
        CsvReader.builder()
            .fieldSeparator(options.separator())
            .skipEmptyLines(true)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .ofCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))
            .iterator();
    this.keyTypes = keyTypes;
    this.header = options.header();
  }

  @Override
  public ReadItem next() throws IOException {
    try {
      if (header == null && lines.hasNext()) {
        header = withoutByteOrderMark(lines.next().getFields());
      }
      return lines.hasNext() ? item(lines.next().getFields()) : null;
    } catch (CsvParseException malformed) {
      throw FormatErrors.malformed(malformed);
    } catch (UncheckedIOException unreadable) {
      throw unreadable.getCause();
    }
  }

  private static List<String> withoutByteOrderMark(List<String> names) {
    if (!names.get(0).startsWith("\uFEFF")) {
      return names;
    }
    List<String> clean = new ArrayList<>(names);
    clean.set(0, names.get(0).substring(1));
    return clean;
  }

  private ReadItem item(List<String> cells) {
    if (cells.size() != header.size()) {
      return ReadItem.faulty(FormatErrors.columns(header.size(), cells.size()));
    }
    Map<String, AttributeValue> attributes = new LinkedHashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      String column = header.get(i);
      String cell = cells.get(i);
      AttributeType type = keyTypes.get(column);
      try {
        if (type == null) {
          attributes.put(column, new AttributeValue.S(cell));
        } else if (!cell.isEmpty()) {
          attributes.put(column, key(type, cell));
        }
      } catch (InvalidNumberException fault) {
        return ReadItem.faulty(FormatErrors.number(fault, cell));
      } catch (IllegalArgumentException noBase64) {
        return ReadItem.faulty(FormatErrors.base64(column));
      }
    }
    return ReadItem.of(Item.of(attributes));
  }

  private static AttributeValue key(AttributeType type, String cell) {
    return switch (type) {
      case N -> new AttributeValue.N(DynamoNumber.parse(cell));
      case B -> new AttributeValue.B(Binary.wrap(Base64.getDecoder().decode(cell)));
      default -> new AttributeValue.S(cell);
    };
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
