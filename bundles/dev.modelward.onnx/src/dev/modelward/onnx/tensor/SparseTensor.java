// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx.tensor;

import dev.modelward.onnx.bytes.Bytes;
import dev.modelward.onnx.bytes.OnnxFormatException;
import dev.modelward.onnx.bytes.Trail;
import dev.modelward.onnx.wire.Packed;
import dev.modelward.onnx.wire.WireReader;
import java.util.ArrayList;
import java.util.List;

/** A tensor that keeps only the elements that are not zero, and where they stand. */
public record SparseTensor(Tensor values, Tensor indices, List<Long> dims) {
  private static final int VALUES = 1;
  private static final int INDICES = 2;
  private static final int DIMS = 3;

  /** Keeps its own copy of the sizes. */
  public SparseTensor {
    dims = List.copyOf(dims);
  }

  /** The name, which is the name of the values. */
  public String name() {
    return values.name();
  }

  /** Reads a sparse tensor message. */
  public static SparseTensor read(Bytes message, Trail trail) throws OnnxFormatException {
    WireReader reader = new WireReader(message, trail);
    List<Tensor> values = new ArrayList<>();
    List<Tensor> indices = new ArrayList<>();
    List<Long> dims = new ArrayList<>();
    while (reader.next()) {
      switch (reader.field()) {
        case VALUES -> values.add(Tensor.read(reader.bytes(), trail.down("values")));
        case INDICES -> indices.add(Tensor.read(reader.bytes(), trail.down("indices")));
        case DIMS -> Packed.integers(reader, dims::add);
        default -> {}
      }
    }
    return new SparseTensor(only(values, "values", reader), only(indices, "indices", reader), dims);
  }

  private static Tensor only(List<Tensor> found, String what, WireReader reader)
      throws OnnxFormatException {
    if (found.size() != 1) {
      throw reader.wrong("one tensor of " + what, String.valueOf(found.size()));
    }
    return found.get(0);
  }
}
