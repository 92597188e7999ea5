// SPDX-License-Identifier: EPL-2.0
package dev.modelward.workspace.build;

import dev.modelward.learn.progress.Progress;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;

/** Progress that Eclipse shows, and a question to it whether to go on. */
public final class WorkspaceProgress implements Progress {
  private static final int TICKS = 10_000;

  private final SubMonitor monitor;
  private final BooleanSupplier isUnwanted;
  private int worked;

  private WorkspaceProgress(SubMonitor monitor, BooleanSupplier isUnwanted) {
    this.monitor = monitor;
    this.isUnwanted = isUnwanted;
  }

  /** The progress of all that a monitor shows, which also something else may cancel. */
  public static WorkspaceProgress of(IProgressMonitor monitor, BooleanSupplier isUnwanted) {
    return new WorkspaceProgress(SubMonitor.convert(monitor, TICKS), isUnwanted);
  }

  @Override
  public Progress part(String what, double share) {
    SubMonitor child = monitor.newChild((int) (share * TICKS), SubMonitor.SUPPRESS_NONE);
    child.setWorkRemaining(TICKS);
    child.subTask(what);
    return new WorkspaceProgress(child, isUnwanted);
  }

  @Override
  public void done(double fraction) {
    int now = (int) (fraction * TICKS);
    if (now > worked) {
      monitor.worked(now - worked);
      worked = now;
    }
  }

  @Override
  public void tell(String news) {
    monitor.subTask(news);
  }

  @Override
  public void checkCancelled() {
    if (monitor.isCanceled() || isUnwanted.getAsBoolean()) {
      throw new CancellationException("cancelled");
    }
  }
}
