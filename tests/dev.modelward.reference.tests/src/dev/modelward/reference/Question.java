// SPDX-License-Identifier: EPL-2.0
package dev.modelward.reference;

import dev.modelward.learn.chance.SplitMix64;
import dev.modelward.learn.run.NativeTensor;
import dev.modelward.learn.run.RunException;
import dev.modelward.onnx.Dimension;
import dev.modelward.onnx.Graph;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.Shape;
import dev.modelward.onnx.Value;
import dev.modelward.onnx.ValueType;
import dev.modelward.onnx.tensor.ElementType;
import dev.modelward.onnx.tensor.Tensor;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Inputs made up for a model: random floats, zeros for everything else. */
record Question(OnnxModel model, Map<String, NativeTensor> inputs) {

  /** Inputs of the declared sizes, and of one size in every direction that is left open. */
  static Question of(OnnxModel model, long open, long seed) throws RunException {
    Graph graph = model.graph();
    SplitMix64 random = new SplitMix64(seed);
    Map<String, NativeTensor> inputs = new LinkedHashMap<>();
    for (Value input : graph.inputs()) {
      if (graph.initializer(input.name()).isEmpty()) {
        inputs.put(input.name(), tensor(input, open, random));
      }
    }
    return new Question(model, inputs);
  }

  private static NativeTensor tensor(Value input, long open, SplitMix64 random)
      throws RunException {
    if (!(input.type() instanceof ValueType.OfTensor type)) {
      throw new IllegalArgumentException("input " + input.name() + " is no tensor");
    }
    if (!(type.shape() instanceof Shape.Ranked ranked)) {
      throw new IllegalArgumentException("input " + input.name() + " has no shape");
    }
    List<Long> dims = ranked.dims().stream().map(dim -> size(dim, open)).toList();
    NativeTensor tensor = NativeTensor.zeros(type.element(), dims);
    if (type.element() == ElementType.FLOAT32) {
      FloatBuffer floats = tensor.floats();
      while (floats.hasRemaining()) {
        floats.put((float) random.uniform());
      }
    }
    return tensor;
  }

  private static long size(Dimension dimension, long open) {
    // some exporters write -1 for a size that is open
    return dimension instanceof Dimension.Fixed fixed && fixed.size() >= 0 ? fixed.size() : open;
  }

  /** The float32 initializers of more than one number. */
  List<String> weights() {
    return model.graph().initializers().stream()
        .filter(tensor -> tensor.type() == ElementType.FLOAT32 && tensor.elements() > 1)
        .map(Tensor::name)
        .distinct()
        .toList();
  }
}
