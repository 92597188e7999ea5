// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.bench;

import dev.modelward.learn.run.NativeTensor;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Our gradients by two sessions of one thread, each on half of the batch, and their mean. */
final class Halves implements Contender {
  private final OnnxContender first;
  private final OnnxContender second;
  private final ExecutorService other = Executors.newSingleThreadExecutor();

  Halves(Mode mode) throws Exception {
    first = new OnnxContender(mode, Vgg9.BATCH / 2, 1);
    second = new OnnxContender(mode, Vgg9.BATCH / 2, 1);
  }

  @Override
  public void step() throws Exception {
    Future<?> done =
        other.submit(() -> {
          second.step();
          return null;
        });
    first.step();
    done.get();
    List<NativeTensor> theirs = second.gradients();
    int middle = theirs.size() / 2;
    Future<?> summed = other.submit(() -> mean(first.gradients(), theirs, 0, middle));
    mean(first.gradients(), theirs, middle, theirs.size());
    summed.get();
  }

  private static void mean(List<NativeTensor> into, List<NativeTensor> from, int start, int end) {
    for (int i = start; i < end; i++) {
      FloatBuffer sum = into.get(i).floats();
      FloatBuffer part = from.get(i).floats();
      for (int at = 0; at < sum.capacity(); at++) {
        sum.put(at, (sum.get(at) + part.get(at)) / 2);
      }
    }
  }

  @Override
  public void close() throws Exception {
    other.shutdown();
    first.close();
    second.close();
  }
}
