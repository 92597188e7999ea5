// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.maps;

import dev.modelward.protect.blocks.LayerBlocks;
import dev.modelward.protect.blocks.Values;
import dev.modelward.protect.importance.ImportanceMap;
import dev.modelward.protect.importance.MapException;
import dev.modelward.protect.importance.ScoredLayer;
import dev.modelward.ui.heat.Histogram;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Counts how often the weights of a layer have which values, of very many every so manieth, and
 * reads its most important blocks.
 */
public final class LayerReading extends Job {
  private static final int MOST = 2_000_000;
  private static final int PARTS = 64;
  private static final int KERNELS = 48;
  private static final Comparator<Kernel.Scored> WORST_FIRST =
      Comparator.comparing(Kernel.Scored::density)
          .thenComparing(Comparator.comparing(Kernel.Scored::number).reversed());

  private final Consumer<LayerSight> receiver;
  private volatile Optional<Question> wanted = Optional.empty();

  /** Hands on what was read, on its own thread. */
  public LayerReading(Consumer<LayerSight> receiver) {
    super(Messages.layer_job);
    this.receiver = receiver;
    setSystem(true);
  }

  /** Which layer of which map is asked for. */
  private record Question(OpenMap map, int layer) {}

  /** Reads another layer; what was asked before is forgotten. */
  public void read(OpenMap map, int layer) {
    cancel();
    wanted = Optional.of(new Question(map, layer));
    schedule();
  }

  @Override
  @NonNullByDefault({})
  protected IStatus run(IProgressMonitor monitor) {
    Optional<Question> asked = wanted;
    try {
      if (asked.isPresent()) {
        read(asked.get(), monitor);
      }
      return Status.OK_STATUS;
    } catch (CancellationException e) {
      return Status.CANCEL_STATUS;
    } catch (IOException | MapException e) {
      return Status.warning(String.valueOf(e.getMessage()), e);
    }
  }

  private void read(Question asked, IProgressMonitor monitor) throws IOException, MapException {
    Optional<LayerBlocks> layer = asked.map().layers().get(asked.layer());
    if (layer.isEmpty()) {
      return;
    }
    Values values = Values.of(layer.get());
    Histogram weights = Histogram.of(PARTS, weights(layer.get(), values, monitor));
    List<Kernel> kernels =
        best(asked, monitor).stream()
            .map(block -> Kernel.of(layer.get().tiling(), values, block))
            .toList();
    check(monitor);
    receiver.accept(new LayerSight(asked.layer(), weights, kernels));
  }

  private static double[] weights(LayerBlocks layer, Values values, IProgressMonitor monitor) {
    long step = Math.ceilDiv(Math.max(1, layer.weights()), MOST);
    double[] weights = new double[(int) Math.ceilDiv(layer.weights(), step)];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = values.at(i * step);
    }
    check(monitor);
    return weights;
  }

  /** The most important blocks of the layer, the best first. */
  private static List<Kernel.Scored> best(Question asked, IProgressMonitor monitor)
      throws IOException, MapException {
    ImportanceMap map = ImportanceMap.open(asked.map().entry().file());
    ScoredLayer layer = map.layers().get(asked.layer());
    PriorityQueue<Kernel.Scored> best = new PriorityQueue<>(WORST_FIRST);
    for (long block = 0; block < layer.scores().count(); block++) {
      best.add(new Kernel.Scored(block, layer.density(block)));
      if (best.size() > KERNELS) {
        best.poll();
      }
    }
    check(monitor);
    return best.stream().sorted(WORST_FIRST.reversed()).toList();
  }

  private static void check(IProgressMonitor monitor) {
    if (monitor.isCanceled()) {
      throw new CancellationException();
    }
  }
}
