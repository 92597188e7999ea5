// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.blocks;

import dev.modelward.onnx.bytes.Bytes;
import dev.modelward.onnx.tensor.ElementType;
import dev.modelward.onnx.tensor.Numbers;
import dev.modelward.onnx.tensor.Tensor;
import java.io.IOException;
import java.nio.FloatBuffer;

/** The numbers of a weight as its layer computes with them, read where they lie. */
public interface Values {

  /** The number of an element. */
  float at(long element);

  /** The numbers of a layer's blocks. */
  static Values of(LayerBlocks blocks) throws IOException {
    Tensor tensor = blocks.weight().tensor();
    if (blocks.scaling() instanceof Scaling.Quantized quantized) {
      Grid grid = Grid.of(quantized, blocks.tiling().dims());
      Numbers numbers = tensor.numbers();
      return element -> grid.value(element, numbers.at(element));
    }
    Bytes raw = tensor.raw();
    if (tensor.type() == ElementType.FLOAT32 && raw.size() <= Integer.MAX_VALUE) {
      FloatBuffer floats = raw.buffer().asFloatBuffer();
      return element -> floats.get((int) element);
    }
    Numbers numbers = tensor.numbers();
    return element -> (float) numbers.at(element);
  }

  /** The numbers of some elements. */
  default float[] at(long[] elements) {
    float[] values = new float[elements.length];
    for (int i = 0; i < elements.length; i++) {
      values[i] = at(elements[i]);
    }
    return values;
  }
}
