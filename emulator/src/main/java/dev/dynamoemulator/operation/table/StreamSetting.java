package dev.dynamoemulator.operation.table;

import dev.dynamoemulator.shape.Struct;
import dev.dynamoemulator.table.StreamViewType;

/**
 * The member {@code StreamSpecification} of a request.
 *
 * @param viewType null when it is absent
 */
record StreamSetting(boolean isEnabled, StreamViewType viewType) {

  /** The setting, or null when the member is absent. */
  static StreamSetting of(Struct input) {
    Struct specification = input.struct("StreamSpecification");
    if (specification == null) {
      return null;
    }
    String viewType = specification.string("StreamViewType");
    return new StreamSetting(
        specification.isTrue("StreamEnabled"),
        viewType == null ? null : StreamViewType.valueOf(viewType));
  }

  void checkViewTypeFits() {
    if (!isEnabled && viewType != null) {
      throw TableDefinitionErrors.viewTypeOfDisabledStream();
    }
    if (isEnabled && viewType == null) {
      throw TableDefinitionErrors.streamWithoutViewType();
    }
  }
}
