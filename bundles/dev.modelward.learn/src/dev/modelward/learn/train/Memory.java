// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.train;

import dev.modelward.learn.lesson.Lesson;
import dev.modelward.learn.run.NativeTensor;
import dev.modelward.learn.run.RunException;
import dev.modelward.onnx.Graph;
import dev.modelward.onnx.GraphEdit;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.bytes.Bytes;
import dev.modelward.onnx.tensor.Tensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All that a training changes: weights, what the optimizer remembers, averages, the ledger. */
record Memory(List<Parameter> parameters, Averages averages, Ledger ledger)
    implements AutoCloseable {

  static Memory of(Lesson lesson, Material material, long steps) throws RunException, IOException {
    List<Parameter> parameters = new ArrayList<>();
    try {
      for (Tensor tensor : material.trained()) {
        parameters.add(Parameter.of(tensor, lesson.recipe().optimizer()));
      }
    } catch (RunException | IOException e) {
      parameters.forEach(Parameter::close);
      throw e;
    }
    Averages averages = Averages.of(lesson.model().graph(), material.running());
    return new Memory(List.copyOf(parameters), averages, new Ledger(steps));
  }

  /** A model with what was learned in the place of what it had. */
  OnnxModel writtenInto(OnnxModel model) {
    Map<String, Bytes> learned = new HashMap<>();
    parameters.forEach(parameter -> learned.put(parameter.name(), bytes(parameter.weight())));
    averages.values().forEach((name, values) -> learned.put(name, bytes(values)));
    Graph graph = model.graph();
    GraphEdit edit = graph.edit();
    for (int i = 0; i < graph.initializers().size(); i++) {
      Tensor tensor = graph.initializers().get(i);
      if (learned.containsKey(tensor.name())) {
        edit.replaceInitializer(i, tensor.withRaw(learned.get(tensor.name())));
      }
    }
    return model.with(edit.apply());
  }

  private static Bytes bytes(NativeTensor tensor) {
    ByteBuffer copy = ByteBuffer.allocate(tensor.memory().capacity());
    copy.put(tensor.memory());
    return Bytes.wrap(copy.flip());
  }

  static Bytes bytes(float[] values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return Bytes.wrap(bytes);
  }

  @Override
  public void close() {
    parameters.forEach(Parameter::close);
  }
}
