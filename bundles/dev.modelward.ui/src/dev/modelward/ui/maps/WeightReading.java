// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.maps;

import dev.modelward.protect.blocks.LayerBlocks;
import dev.modelward.protect.blocks.Values;
import dev.modelward.ui.heat.Histogram;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Counts how often the weights of a layer have which values; of very many it takes every so
 * manieth.
 */
public final class WeightReading extends Job {
  private static final int MOST = 2_000_000;
  private static final int PARTS = 64;

  private final Consumer<Histogram> receiver;
  private volatile Optional<LayerBlocks> wanted = Optional.empty();

  /** Hands on what was counted, on its own thread. */
  public WeightReading(Consumer<Histogram> receiver) {
    super(Messages.weights_job);
    this.receiver = receiver;
    setSystem(true);
  }

  /** Counts the weights of another layer; what was asked before is forgotten. */
  public void read(LayerBlocks layer) {
    cancel();
    wanted = Optional.of(layer);
    schedule();
  }

  @Override
  @NonNullByDefault({})
  protected IStatus run(IProgressMonitor monitor) {
    Optional<LayerBlocks> asked = wanted;
    try {
      if (asked.isPresent()) {
        double[] weights = weights(asked.get(), monitor);
        if (!monitor.isCanceled()) {
          receiver.accept(Histogram.of(PARTS, weights));
        }
      }
      return monitor.isCanceled() ? Status.CANCEL_STATUS : Status.OK_STATUS;
    } catch (IOException e) {
      return Status.error(String.valueOf(e.getMessage()), e);
    }
  }

  private static double[] weights(LayerBlocks layer, IProgressMonitor monitor) throws IOException {
    Values values = Values.of(layer);
    long step = Math.ceilDiv(Math.max(1, layer.weights()), MOST);
    double[] weights = new double[(int) Math.ceilDiv(layer.weights(), step)];
    for (int i = 0; i < weights.length && !monitor.isCanceled(); i++) {
      weights[i] = values.at(i * step);
    }
    return weights;
  }
}
