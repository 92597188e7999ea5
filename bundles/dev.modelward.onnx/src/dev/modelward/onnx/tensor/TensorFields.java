// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx.tensor;

/** The field numbers of {@code TensorProto} in onnx.proto. */
final class TensorFields {
  static final int DIMS = 1;
  static final int DATA_TYPE = 2;
  static final int FLOAT_DATA = 4;
  static final int INT32_DATA = 5;
  static final int STRING_DATA = 6;
  static final int INT64_DATA = 7;
  static final int NAME = 8;
  static final int RAW_DATA = 9;
  static final int DOUBLE_DATA = 10;
  static final int UINT64_DATA = 11;
  static final int DOC_STRING = 12;
  static final int EXTERNAL_DATA = 13;
  static final int DATA_LOCATION = 14;

  private TensorFields() {}

  /** The field that holds elements of a type when they are not raw bytes. */
  static int dataOf(ElementType type) {
    return switch (type) {
      case FLOAT32, COMPLEX64 -> FLOAT_DATA;
      case FLOAT64, COMPLEX128 -> DOUBLE_DATA;
      case INT64 -> INT64_DATA;
      case UINT32, UINT64 -> UINT64_DATA;
      case STRING -> STRING_DATA;
      default -> INT32_DATA;
    };
  }

  /** Whether a field holds elements, wherever they lie. */
  static boolean isData(int field) {
    return field >= FLOAT_DATA && field <= INT64_DATA
        || field >= RAW_DATA && field <= UINT64_DATA
        || field == EXTERNAL_DATA
        || field == DATA_LOCATION;
  }
}
