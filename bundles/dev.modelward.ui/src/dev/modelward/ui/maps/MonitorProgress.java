// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.maps;

import dev.modelward.learn.progress.Progress;
import java.util.concurrent.CancellationException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;

/** The progress of a job, as its monitor shows it. */
final class MonitorProgress implements Progress, AutoCloseable {
  private static final int TICKS = 1000;

  private final SubMonitor monitor;
  private int worked;

  MonitorProgress(IProgressMonitor monitor, String name) {
    this.monitor = SubMonitor.convert(monitor, name, TICKS);
  }

  private MonitorProgress(SubMonitor monitor) {
    this.monitor = monitor;
  }

  @Override
  public Progress part(String what, double share) {
    SubMonitor part = monitor.split((int) Math.round(share * TICKS));
    part.setWorkRemaining(TICKS);
    return new MonitorProgress(part);
  }

  @Override
  public void done(double fraction) {
    int now = (int) Math.round(fraction * TICKS);
    monitor.worked(Math.max(0, now - worked));
    worked = Math.max(worked, now);
  }

  @Override
  public void tell(String news) {
    monitor.subTask(news);
  }

  @Override
  public void checkCancelled() {
    if (monitor.isCanceled()) {
      throw new CancellationException();
    }
  }

  @Override
  public void close() {
    monitor.done();
  }
}
