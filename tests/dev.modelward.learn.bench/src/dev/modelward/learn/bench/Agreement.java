// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.bench;

import dev.modelward.learn.run.NativeTensor;
import java.nio.FloatBuffer;
import java.util.Iterator;

/** Whether both sides computed the same: how far our gradients are from those of libtorch. */
final class Agreement {
  private Agreement() {}

  /** The largest difference of any weight's gradient, in parts of that gradient's length. */
  static double largestDifference(OnnxContender ours, TorchContender theirs) throws Exception {
    ours.step();
    theirs.step();
    double worst = 0;
    Iterator<NativeTensor> gradients = ours.gradients().iterator();
    for (float[] expected : theirs.gradients().values()) {
      worst = Math.max(worst, difference(expected, gradients.next().floats()));
    }
    return worst;
  }

  private static double difference(float[] expected, FloatBuffer found) {
    double length = 0;
    double difference = 0;
    for (int i = 0; i < expected.length; i++) {
      length += (double) expected[i] * expected[i];
      difference += Math.pow(expected[i] - found.get(i), 2);
    }
    return Math.sqrt(difference / length);
  }
}
