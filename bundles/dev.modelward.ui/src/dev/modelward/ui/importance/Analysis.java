// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.importance;

import dev.modelward.ui.maps.MagnitudeJob;
import dev.modelward.ui.maps.Subject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.widgets.Display;

/** The analysis that somebody asked for, while it runs. */
final class Analysis {
  private final Display display;
  private final Runnable changed;
  private final List<Job> running = new ArrayList<>();

  /** Tells on the screen's thread when one begins and ends. */
  Analysis(Display display, Runnable changed) {
    this.display = display;
    this.changed = changed;
  }

  boolean isRunning() {
    return !running.isEmpty();
  }

  /** Starts one, and says on its own thread when a map is written. */
  void start(Subject subject, Consumer<Path> written) {
    Job job = new MagnitudeJob(subject, written);
    job.addJobChangeListener(
        new JobChangeAdapter() {
          @Override
          @NonNullByDefault({})
          public void done(IJobChangeEvent event) {
            display.asyncExec(() -> ended(job));
          }
        });
    running.add(job);
    job.schedule();
    changed.run();
  }

  private void ended(Job job) {
    running.remove(job);
    changed.run();
  }

  void cancel() {
    running.forEach(Job::cancel);
  }
}
