// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.plan.live;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jdt.annotation.NonNullByDefault;

/** Reads a plan's document, and works out changes of it. */
final class PlanReading extends Job {
  private final LivePlan plan;

  PlanReading(LivePlan plan) {
    super(Messages.reading_job);
    this.plan = plan;
    setSystem(true);
    setPriority(Job.SHORT);
  }

  @Override
  @NonNullByDefault({})
  protected IStatus run(IProgressMonitor monitor) {
    List<Change> taken = new ArrayList<>();
    plan.deliver(plan.draft(taken), taken);
    return Status.OK_STATUS;
  }
}
