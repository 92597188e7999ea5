// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.variants;

import dev.modelward.learn.build.Network;
import dev.modelward.learn.data.Dataset;
import dev.modelward.learn.evaluate.EvaluationSettings;
import dev.modelward.learn.evaluate.Metric;
import dev.modelward.learn.records.Origin;
import dev.modelward.learn.transform.Transform;
import dev.modelward.onnx.Attribute;
import dev.modelward.onnx.Dimension;
import dev.modelward.onnx.Graph;
import dev.modelward.onnx.GraphEdit;
import dev.modelward.onnx.Node;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.Opset;
import dev.modelward.onnx.Shape;
import dev.modelward.onnx.Value;
import dev.modelward.onnx.ValueType;
import dev.modelward.onnx.bytes.Bytes;
import dev.modelward.onnx.tensor.ElementType;
import dev.modelward.onnx.tensor.ExternalDataFile;
import dev.modelward.onnx.tensor.Tensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Models whose weights are varied, the data on which they are judged, and what is written. */
final class Trial {
  /** A weight of every model here. */
  static final String KERNEL = "conv0.weight";

  private static final int CLASSES = 10;
  private static final int PIXELS = 28 * 28;

  private Trial() {}

  static EvaluationSettings settings(int threads) {
    return EvaluationSettings.cpu(threads).by(Metric.CROSS_ENTROPY, Metric.TOP_1).batch(8);
  }

  static Dataset signs(int count) {
    return Dataset.of(new Origin.Glyphs(3, count)).with(new Transform.Scale(255));
  }

  static OnnxModel network() {
    return Network.of(5, 1, 28, 28)
        .conv(4, 3, 2)
        .batchNorm()
        .relu()
        .flatten()
        .dense(CLASSES)
        .model();
  }

  /** The network with all its numbers in a file beside it. */
  static OnnxModel outside(Path folder) throws IOException {
    OnnxModel model = network();
    List<Tensor> placed =
        new ExternalDataFile(folder, "numbers.bin").write(model.graph().initializers());
    GraphEdit edit = model.graph().edit();
    for (int i = 0; i < placed.size(); i++) {
      edit.replaceInitializer(i, placed.get(i));
    }
    Path file = folder.resolve("outside.onnx");
    model.with(edit.apply()).write(file);
    return OnnxModel.open(file);
  }

  /** The network with one more weight, which no node reads. */
  static OnnxModel withIdle(String name) {
    OnnxModel model = network();
    return model.with(model.graph().edit().add(Tensor.ofFloats(name, List.of(2L), 1, 2)).apply());
  }

  /** The network with one more weight, of which zero times is added to the output. */
  static OnnxModel withVain(String name) {
    OnnxModel model = network();
    int last = model.graph().nodes().size() - 1;
    Node output = model.graph().nodes().get(last);
    List<String> terms = List.of(output.inputs().getFirst(), "nothing");
    GraphEdit edit =
        model
            .graph()
            .edit()
            .add(Tensor.ofFloats(name, List.of(1L), 1))
            .add(Tensor.ofFloats("zero", List.of(1L), 0))
            .replaceNode(last, Node.of("Add", terms, output.outputs()))
            .insertNode(last, Node.of("Mul", List.of(name, "zero"), List.of("nothing")));
    return model.with(edit.apply());
  }

  /** A layer whose weights are kept as float16 and made wider by a node. */
  static OnnxModel halves() {
    ByteBuffer halves = ByteBuffer.allocate(2 * PIXELS * CLASSES).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < PIXELS * CLASSES; i++) {
      halves.putShort(Float.floatToFloat16((i * 37 % 101 - 50) / 500f));
    }
    GraphEdit edit = Graph.named("halves").edit();
    edit.add(
        Tensor.of(
            KERNEL,
            ElementType.FLOAT16,
            List.of((long) PIXELS, (long) CLASSES),
            Bytes.wrap(halves.flip())));
    edit.addInput(value("x", 1, 28, 28));
    edit.add(Node.of("Cast", List.of(KERNEL), List.of("w")).with(Attribute.of("to", 1)));
    edit.add(Node.of("Flatten", List.of("x"), List.of("flat")));
    edit.add(Node.of("MatMul", List.of("flat", "w"), List.of("y")));
    edit.addOutput(value("y", CLASSES));
    return OnnxModel.of(8, List.of(new Opset("", 17)), edit.apply());
  }

  private static Value value(String name, long... sizes) {
    List<Dimension> dims = new ArrayList<>(List.of(new Dimension.Named("n")));
    for (long size : sizes) {
      dims.add(new Dimension.Fixed(size));
    }
    return new Value(name, new ValueType.OfTensor(ElementType.FLOAT32, new Shape.Ranked(dims)));
  }

  /** The model, its kernel varied in place. */
  static Variants inPlace(OnnxModel model, int threads) throws Exception {
    return Variants.open(model, Set.of(KERNEL), signs(40), settings(threads));
  }

  /** The model, its kernel varied in sessions of their own. */
  static Variants rebuilt(OnnxModel model, int threads) throws Exception {
    return Variants.rebuilding(new Inquiry(model, Set.of(KERNEL), signs(40), settings(threads)));
  }

  /** The kernel multiplied by a factor. */
  static Variant scaled(float factor) {
    return Variant.none().with(KERNEL, numbers -> scale(numbers, factor));
  }

  private static void scale(ByteBuffer numbers, float factor) {
    for (int i = 0; i < numbers.capacity(); i += Float.BYTES) {
      numbers.putFloat(i, factor * numbers.getFloat(i));
    }
  }

  /** The first bytes of the kernel made zero. */
  static Variant zeroed(int bytes) {
    return Variant.none().with(KERNEL, numbers -> numbers.put(new byte[bytes]));
  }

  /** The kernel after some writing. */
  static Variant written(Consumer<ByteBuffer> writing) {
    return Variant.none().with(KERNEL, writing);
  }
}
