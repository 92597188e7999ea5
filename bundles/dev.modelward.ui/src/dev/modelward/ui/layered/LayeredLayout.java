// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.layered;

import dev.modelward.ui.diagram.BoxSizes;
import dev.modelward.ui.diagram.Diagram;
import dev.modelward.ui.diagram.Layout;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Lays a diagram out in layers from top to bottom.
 *
 * <p>The diagram is cut into strips at its narrow places, ELK lays each strip out, and edges over
 * many layers run in lanes beside the boxes. So time grows with the number of boxes only, which the
 * layered algorithm by itself does not offer: each long edge costs it a dummy node per layer.
 */
public final class LayeredLayout {

  /** ELK's recursions are as deep as the longest path of a strip. */
  private static final long STACK_BYTES = 256L << 20;

  private static final int POLL_MILLIS = 25;

  private final BoxSizes sizes;

  /** A layout for boxes of these sizes. */
  public LayeredLayout(BoxSizes sizes) {
    this.sizes = sizes;
  }

  /**
   * The layout of a diagram.
   *
   * @throws CancellationException if the watch cancels or the calling thread is interrupted
   */
  public Layout layout(Diagram diagram, LayoutWatch watch) {
    Work work = new Work(diagram, sizes);
    FutureTask<Layout> task = new FutureTask<>(work);
    Thread thread = new Thread(null, task, "Diagram layout", STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
    try {
      return await(task, work, watch);
    } finally {
      work.stop();
    }
  }

  private static Layout await(FutureTask<Layout> task, Work work, LayoutWatch watch) {
    while (true) {
      if (watch.cancelled()) {
        throw new CancellationException("The layout was cancelled");
      }
      watch.done(work.fraction());
      try {
        Layout layout = task.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
        watch.done(1);
        return layout;
      } catch (TimeoutException stillRunning) {
        continue;
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new CancellationException("The layout was interrupted");
      } catch (ExecutionException failed) {
        throw new IllegalStateException("The layout failed", failed.getCause());
      }
    }
  }
}
