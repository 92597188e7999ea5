// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.train;

import dev.modelward.learn.gradient.BatchStatistics;
import dev.modelward.onnx.Graph;
import dev.modelward.onnx.tensor.Tensor;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The running statistics of the batch norms, by the initializers that will keep them. */
final class Averages {
  private final List<BatchStatistics.Running> norms;
  private final Map<String, float[]> values = new LinkedHashMap<>();

  private Averages(List<BatchStatistics.Running> norms) {
    this.norms = norms;
  }

  /** The statistics as a graph has them now. */
  static Averages of(Graph graph, List<BatchStatistics.Running> norms) throws IOException {
    Averages averages = new Averages(norms);
    for (BatchStatistics.Running norm : norms) {
      for (String name : List.of(norm.mean(), norm.variance())) {
        Tensor tensor = graph.initializer(name).orElseThrow();
        float[] values = new float[Math.toIntExact(tensor.elements())];
        tensor.numbers().copyTo(values, 0);
        averages.values.put(name, values);
      }
    }
    return averages;
  }

  /** Moves every average a little towards what a batch has shown. */
  void follow(Crew crew) {
    for (BatchStatistics.Running norm : norms) {
      follow(values.get(norm.mean()), crew.outputs(norm.batchMean()), norm.momentum());
      follow(values.get(norm.variance()), crew.outputs(norm.batchVariance()), norm.momentum());
    }
  }

  private static void follow(float[] average, List<FloatBuffer> seen, double momentum) {
    for (int i = 0; i < average.length; i++) {
      double sum = 0;
      for (FloatBuffer each : seen) {
        sum += each.get(i);
      }
      average[i] = (float) (momentum * average[i] + (1 - momentum) * sum / seen.size());
    }
  }

  /** The numbers by name, in place. */
  Map<String, float[]> values() {
    return values;
  }
}
