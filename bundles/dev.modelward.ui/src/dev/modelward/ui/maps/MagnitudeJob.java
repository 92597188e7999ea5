// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.maps;

import dev.modelward.learn.evaluate.MismatchException;
import dev.modelward.protect.analysis.Analyzer;
import dev.modelward.protect.importance.Criterion;
import dev.modelward.protect.importance.ImportanceMap;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/**
 * Analyzes a model by the magnitude of its weights, which needs no data, and keeps the map beside
 * it.
 */
public final class MagnitudeJob extends Job {
  private static final String ENDING = ".magnitude" + Shelf.ENDING;

  private final Subject subject;
  private final Consumer<Path> written;

  /** Tells, on its own thread, when the map is written. */
  public MagnitudeJob(Subject subject, Consumer<Path> written) {
    super(NLS.bind(Messages.magnitude_job, subject.file().getFileName()));
    this.subject = subject;
    this.written = written;
    setUser(true);
  }

  @Override
  @NonNullByDefault({})
  protected IStatus run(IProgressMonitor monitor) {
    Path file = subject.beside(ENDING);
    try (MonitorProgress progress = new MonitorProgress(monitor, getName())) {
      ImportanceMap map =
          Analyzer.on(1).analyze(subject.content().model(), new Criterion.Magnitude(), progress);
      progress.checkCancelled();
      map.write(file);
      refresh(file);
      written.accept(file);
      return Status.OK_STATUS;
    } catch (CancellationException e) {
      return Status.CANCEL_STATUS;
    } catch (IOException | MismatchException | CoreException e) {
      return Status.error(
          NLS.bind(Messages.magnitude_failed, file, String.valueOf(e.getMessage())), e);
    }
  }

  /** Lets the workspace see the file, if it lies there. */
  private static void refresh(Path file) throws CoreException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      return;
    }
    for (IContainer container :
        ResourcesPlugin.getWorkspace().getRoot().findContainersForLocationURI(folder.toUri())) {
      container.refreshLocal(IResource.DEPTH_ONE, null);
    }
  }
}
