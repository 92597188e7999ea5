// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.train;

import dev.modelward.onnx.Graph;
import dev.modelward.onnx.GraphEdit;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.Opset;
import dev.modelward.onnx.bytes.Bytes;
import dev.modelward.onnx.tensor.ElementType;
import dev.modelward.onnx.tensor.Tensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;

/**
 * The file that keeps what a training has reached. It is an ONNX file of tensors without nodes,
 * whose metadata says which lesson they belong to, and how many workers share its batches: with
 * another number, sums would be rounded otherwise.
 */
record Checkpoint(Path file, String lesson, int workers) {
  private static final String LESSON = "modelward.lesson";
  private static final String WORKERS = "modelward.workers";
  private static final String LEDGER = "ledger";

  private static String weight(Parameter parameter) {
    return "weight/" + parameter.name();
  }

  private static String memory(int index, Parameter parameter) {
    return "memory" + index + "/" + parameter.name();
  }

  private static String average(String name) {
    return "average/" + name;
  }

  /** Writes the file as a whole. */
  void write(Memory memory) throws IOException {
    GraphEdit edit = Graph.named("checkpoint").edit();
    for (Parameter parameter : memory.parameters()) {
      List<Long> dims = parameter.weight().dims();
      Bytes numbers = Bytes.wrap(parameter.weight().memory());
      edit.add(Tensor.of(weight(parameter), ElementType.FLOAT32, dims, numbers));
      for (int i = 0; i < parameter.memories().length; i++) {
        edit.add(Tensor.ofFloats(memory(i, parameter), dims, parameter.memories()[i]));
      }
    }
    memory
        .averages()
        .values()
        .forEach((name, values) ->
            edit.add(Tensor.ofFloats(average(name), List.of((long) values.length), values)));
    edit.add(ledger(memory.ledger().numbers()));
    OnnxModel.of(8, List.of(new Opset("", 17)), edit.apply())
        .withMetadata(LESSON, lesson)
        .withMetadata(WORKERS, Integer.toString(workers))
        .write(file);
  }

  private static Tensor ledger(double[] numbers) {
    ByteBuffer bytes =
        ByteBuffer.allocate(numbers.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asDoubleBuffer().put(numbers);
    List<Long> dims = List.of((long) numbers.length);
    return Tensor.of(LEDGER, ElementType.FLOAT64, dims, Bytes.wrap(bytes));
  }

  /** Reads the file into a memory that the same lesson has made. */
  void read(Memory memory) throws IOException, TrainingException {
    OnnxModel kept = OnnxModel.open(file);
    check(LESSON, kept, lesson, "a checkpoint of this model, data set and recipe");
    check(WORKERS, kept, Integer.toString(workers), "a checkpoint of " + workers + " workers");
    for (Parameter parameter : memory.parameters()) {
      Tensor weight = tensor(kept, weight(parameter), parameter.weight().memory().capacity());
      ByteBuffer target = parameter.weight().memory();
      weight.raw().pieces().forEach(target::put);
      for (int i = 0; i < parameter.memories().length; i++) {
        read(kept, memory(i, parameter), parameter.memories()[i]);
      }
    }
    for (String name : memory.averages().values().keySet()) {
      read(kept, average(name), memory.averages().values().get(name));
    }
    Tensor ledger = kept.graph().initializer(LEDGER).orElseThrow(() -> missing(LEDGER));
    double[] numbers = new double[Math.toIntExact(ledger.elements())];
    ledger.numbers().copyTo(numbers, 0);
    if (!memory.ledger().restore(numbers)) {
      throw new TrainingException(
          file.toString(), "a ledger of such epochs", numbers.length + " numbers");
    }
  }

  private void check(String key, OnnxModel kept, String value, String expected)
      throws TrainingException {
    String found = kept.metadata().getOrDefault(key, "none");
    if (!found.equals(value)) {
      throw new TrainingException(file.toString(), expected, "one of " + found);
    }
  }

  private void read(OnnxModel kept, String name, float[] target)
      throws IOException, TrainingException {
    tensor(kept, name, target.length * (long) Float.BYTES).numbers().copyTo(target, 0);
  }

  private Tensor tensor(OnnxModel kept, String name, long bytes)
      throws IOException, TrainingException {
    Tensor tensor = kept.graph().initializer(name).orElseThrow(() -> missing(name));
    if (tensor.type() != ElementType.FLOAT32 || tensor.byteSize() != bytes) {
      throw new TrainingException(
          file.toString(), name + " of " + bytes + " bytes", tensor.toString());
    }
    return tensor;
  }

  private TrainingException missing(String name) {
    return new TrainingException(file.toString(), "the tensor " + name, "none");
  }
}
