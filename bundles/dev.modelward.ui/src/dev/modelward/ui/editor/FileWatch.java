// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.editor;

import dev.modelward.workspace.ModelFile;
import dev.modelward.workspace.Stamp;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Has a model read again whenever its file looks different from when it was read. */
final class FileWatch extends Job implements AutoCloseable {
  static final long PERIOD = 1000;

  private final ModelFile file;
  private final ModelReading reading;
  private volatile boolean open = true;

  FileWatch(ModelFile file, ModelReading reading) {
    super(NLS.bind(Messages.watching_job, file.name()));
    this.file = file;
    this.reading = reading;
    setSystem(true);
  }

  @Override
  @NonNullByDefault({})
  protected IStatus run(IProgressMonitor monitor) {
    if (reading.getState() == Job.NONE && !looks().equals(reading.seen())) {
      reading.schedule();
    }
    if (open) {
      schedule(PERIOD);
    }
    return Status.OK_STATUS;
  }

  /** A place that cannot be reached looks as it did, so that a lost connection changes nothing. */
  private Stamp looks() {
    try {
      return file.stamp();
    } catch (CoreException e) {
      return reading.seen();
    }
  }

  @Override
  public void close() {
    open = false;
    cancel();
  }
}
