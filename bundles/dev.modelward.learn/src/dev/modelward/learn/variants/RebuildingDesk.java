// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.variants;

import dev.modelward.learn.data.OpenDataset;
import dev.modelward.learn.evaluate.Evaluation;
import dev.modelward.learn.evaluate.Evaluator;
import dev.modelward.learn.evaluate.MismatchException;
import dev.modelward.learn.progress.Progress;
import dev.modelward.learn.records.DataException;
import dev.modelward.learn.run.RunException;
import dev.modelward.onnx.Graph;
import dev.modelward.onnx.GraphEdit;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.bytes.Bytes;
import dev.modelward.onnx.tensor.Tensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;

/** Makes a model and a session of every variant. */
final class RebuildingDesk implements Desk {
  private final Inquiry inquiry;
  private final OpenDataset data;

  RebuildingDesk(Inquiry inquiry) throws DataException {
    this.inquiry = inquiry;
    this.data = inquiry.data().open();
  }

  @Override
  public Evaluation evaluate(Variant variant, int threads, Progress progress)
      throws RunException, IOException, MismatchException {
    inquiry.check(variant);
    try (Evaluator evaluator =
        Evaluator.of(inquiry.fixed(model(variant)), inquiry.settings().on(threads))) {
      return evaluator.evaluate(data, progress);
    }
  }

  private OnnxModel model(Variant variant) throws IOException {
    Graph graph = inquiry.model().graph();
    Map<String, ByteBuffer> numbers = new HashMap<>();
    for (Variant.Change change : variant.changes()) {
      Tensor tensor = graph.initializer(change.weight()).orElseThrow();
      ByteBuffer copy =
          numbers.computeIfAbsent(change.weight(), w -> ByteBuffer.allocate(size(tensor)));
      if (copy.position() == 0) {
        tensor.raw().pieces().forEach(copy::put);
      }
      change.writing().accept(copy.duplicate().clear().order(ByteOrder.LITTLE_ENDIAN));
    }
    GraphEdit edit = graph.edit();
    for (int i = 0; i < graph.initializers().size(); i++) {
      Tensor tensor = graph.initializers().get(i);
      if (numbers.containsKey(tensor.name())) {
        edit.replaceInitializer(i, tensor.withRaw(Bytes.wrap(numbers.get(tensor.name()).flip())));
      }
    }
    return inquiry.model().with(edit.apply());
  }

  private static int size(Tensor tensor) {
    return Math.toIntExact(tensor.type().bytes(tensor.elements()));
  }

  @Override
  public void close() throws IOException {
    data.close();
  }
}
