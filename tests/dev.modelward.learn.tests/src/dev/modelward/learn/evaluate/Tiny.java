// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.evaluate;

import dev.modelward.learn.data.Dataset;
import dev.modelward.learn.data.Fixture;
import dev.modelward.learn.records.NumpyArray;
import dev.modelward.learn.records.Origin;
import dev.modelward.learn.records.Stored;
import dev.modelward.onnx.Dimension;
import dev.modelward.onnx.Graph;
import dev.modelward.onnx.GraphEdit;
import dev.modelward.onnx.Node;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.Opset;
import dev.modelward.onnx.Shape;
import dev.modelward.onnx.Value;
import dev.modelward.onnx.ValueType;
import dev.modelward.onnx.tensor.ElementType;
import dev.modelward.onnx.tensor.Tensor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** Models of a node or two, and data of a few numbers, whose figures can be found by hand. */
final class Tiny {
  /** A size that a model leaves open. */
  static final long OPEN = -1;

  private Tiny() {}

  static Value value(String name, ElementType type, long... sizes) {
    List<Dimension> dims =
        LongStream.of(sizes)
            .<Dimension>mapToObj(
                size -> size == OPEN ? new Dimension.Named("n") : new Dimension.Fixed(size))
            .toList();
    return new Value(name, new ValueType.OfTensor(type, new Shape.Ranked(dims)));
  }

  static OnnxModel model(GraphEdit edit) {
    return OnnxModel.of(8, List.of(new Opset("", 17)), edit.apply());
  }

  /** A node of one operator between x and y of the same sizes, with the tensors it reads. */
  static OnnxModel node(String operator, long[] sizes, Tensor... tensors) {
    GraphEdit edit = Graph.named("tiny").edit();
    edit.addInput(value("x", ElementType.FLOAT32, sizes));
    List<String> inputs = new ArrayList<>(List.of("x"));
    for (Tensor tensor : tensors) {
      edit.add(tensor);
      inputs.add(tensor.name());
    }
    edit.add(Node.of(operator, inputs, List.of("y")));
    edit.addOutput(value("y", ElementType.FLOAT32, sizes));
    return model(edit);
  }

  /** The inputs themselves, be they scores or images. */
  static OnnxModel identity(long... sizes) {
    return node("Identity", sizes);
  }

  /** Records of scores in a row, and their labels. */
  static Dataset scores(Path folder, int classes, float[] scores, long... labels) {
    String shape = "%d, %d".formatted(labels.length, classes);
    return numpy(folder, Fixture.npy("<f4", shape, Fixture.floats(scores)), Stored.NUMBERS, labels);
  }

  /** Grey images of 2 by 2 equal pixels each, with labels. */
  static Dataset planes(Path folder, float... greys) {
    float[] pixels = new float[4 * greys.length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = greys[i / 4];
    }
    String shape = "%d, 1, 2, 2".formatted(greys.length);
    byte[] inputs = Fixture.npy("<f4", shape, Fixture.floats(pixels));
    return numpy(folder, inputs, Stored.CHW, new long[greys.length]);
  }

  private static Dataset numpy(Path folder, byte[] inputs, Stored stored, long... labels) {
    byte[] truth = Fixture.npy("<i8", labels.length + ",", Fixture.longs(labels));
    return Dataset.of(
        new Origin.Numpy(
            new NumpyArray.Single(Fixture.write(folder, "x.npy", inputs)),
            new NumpyArray.Single(Fixture.write(folder, "y.npy", truth)),
            stored));
  }
}
