package dev.dynamoemulator.operation.global;

import dev.dynamoemulator.scaling.ScalingSettings;
import dev.dynamoemulator.scaling.TableScaling;
import dev.dynamoemulator.shape.Struct;
import dev.dynamoemulator.table.Table;
import java.util.List;

/**
 * The members in which a request gives the auto scaling of one dimension: that of a table itself,
 * and that of its indexes.
 *
 * @param indexes the member that lists the indexes
 * @param ofIndex the member of an index
 */
record ScalingMembers(Dimension dimension, String ofTable, String indexes, String ofIndex) {

  /** What is scaled, in the words of the names that the service gives to policies. */
  enum Dimension {
    READ("Read") {
      @Override
      TableScaling change(TableScaling scaling, ScalingSettings settings) {
        return scaling.reading(settings);
      }

      @Override
      TableScaling changeIndex(TableScaling scaling, String index, ScalingSettings settings) {
        return scaling.readingIndex(index, settings);
      }
    },

    WRITE("Write") {
      @Override
      TableScaling change(TableScaling scaling, ScalingSettings settings) {
        return scaling.writing(settings);
      }

      @Override
      TableScaling changeIndex(TableScaling scaling, String index, ScalingSettings settings) {
        return scaling.writingIndex(index, settings);
      }
    };

    private final String word;

    Dimension(String word) {
      this.word = word;
    }

    abstract TableScaling change(TableScaling scaling, ScalingSettings settings);

    abstract TableScaling changeIndex(TableScaling scaling, String index, ScalingSettings settings);
  }

  /** Refuses what Application Auto Scaling would. */
  void check(Struct parent) {
    ScalingRequest.check(parent.struct(ofTable));
    indexes(parent).forEach(index -> ScalingRequest.check(index.struct(ofIndex)));
  }

  /** The settings with what the parent gives; null gives nothing. */
  TableScaling change(TableScaling scaling, Struct parent, Table table) {
    if (parent == null) {
      return scaling;
    }
    String resource = "table/" + table.name();
    TableScaling changed = scaling;
    if (parent.has(ofTable)) {
      changed = dimension.change(changed, settings(parent.struct(ofTable), table, resource));
    }
    for (Struct index : indexes(parent)) {
      if (index.has(ofIndex)) {
        String name = index.string("IndexName");
        changed =
            dimension.changeIndex(
                changed, name, settings(index.struct(ofIndex), table, resource + "/index/" + name));
      }
    }
    return changed;
  }

  private ScalingSettings settings(Struct given, Table table, String resource) {
    return ScalingRequest.of(given, table.namespace(), resource, dimension.word);
  }

  private List<Struct> indexes(Struct parent) {
    List<Struct> elements = parent.structs(indexes);
    return elements == null ? List.of() : elements;
  }
}
