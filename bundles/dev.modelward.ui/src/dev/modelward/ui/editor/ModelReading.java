// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.editor;

import dev.modelward.ui.model.ModelContent;
import dev.modelward.workspace.Complaint;
import dev.modelward.workspace.ModelFile;
import dev.modelward.workspace.Stamp;
import dev.modelward.workspace.Statuses;
import java.io.IOException;
import java.util.function.Consumer;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Reads a model, as often as it is scheduled, and hands on what came of it. */
final class ModelReading extends Job {
  private final ModelFile file;
  private final Consumer<Reading> receiver;
  private volatile Stamp seen = new Stamp(-1, -1);

  ModelReading(ModelFile file, Consumer<Reading> receiver) {
    super(NLS.bind(Messages.reading_job, file.name()));
    this.file = file;
    this.receiver = receiver;
  }

  /** How the file looked when it was read last. */
  Stamp seen() {
    return seen;
  }

  @Override
  @NonNullByDefault({})
  protected IStatus run(IProgressMonitor monitor) {
    Reading reading = read(monitor);
    if (monitor.isCanceled()) {
      return Status.CANCEL_STATUS;
    }
    receiver.accept(reading);
    return Status.OK_STATUS;
  }

  private Reading read(IProgressMonitor monitor) {
    try {
      seen = file.stamp();
      return new Reading.Done(new ModelContent(file.open(monitor)));
    } catch (IOException | CoreException e) {
      return new Reading.Failed(Complaint.of(file, e));
    } catch (RuntimeException e) {
      Complaint complaint = Complaint.of(file, e);
      ILog.of(ModelReading.class).log(Statuses.of(complaint, e));
      return new Reading.Failed(complaint);
    }
  }
}
