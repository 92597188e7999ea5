// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.flow;

import dev.modelward.ui.folding.Folding;
import dev.modelward.ui.layered.LayeredLayout;
import dev.modelward.ui.layered.LayoutWatch;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jdt.annotation.NonNullByDefault;

/** Folds a graph and lays it out beside the screen's thread; whoever waits may cancel it. */
final class LayoutJob extends Job {
  private static final int TICKS = 1000;

  private final LayeredLayout layout;
  private final Supplier<Folding> folding;
  private final Consumer<Drawing> receiver;

  LayoutJob(
      String name, LayeredLayout layout, Supplier<Folding> folding, Consumer<Drawing> receiver) {
    super(name);
    this.layout = layout;
    this.folding = folding;
    this.receiver = receiver;
  }

  @Override
  @NonNullByDefault({})
  protected IStatus run(IProgressMonitor monitor) {
    try {
      Folding folded = folding.get();
      Watch watch = new Watch(SubMonitor.convert(monitor, getName(), TICKS));
      Drawing drawing = new Drawing(folded, layout.layout(folded.visible(), watch));
      if (!monitor.isCanceled()) {
        receiver.accept(drawing);
      }
      return Status.OK_STATUS;
    } catch (CancellationException e) {
      return Status.CANCEL_STATUS;
    }
  }

  /** The progress of a layout as a monitor shows it. */
  private static final class Watch implements LayoutWatch {
    private final SubMonitor monitor;
    private int worked;

    Watch(SubMonitor monitor) {
      this.monitor = monitor;
    }

    @Override
    public boolean cancelled() {
      return monitor.isCanceled();
    }

    @Override
    public void done(double fraction) {
      int now = (int) (fraction * TICKS);
      monitor.worked(Math.max(0, now - worked));
      worked = Math.max(worked, now);
    }
  }
}
