// SPDX-License-Identifier: EPL-2.0
package dev.modelward.workspace.build;

import dev.modelward.workspace.Complaint;
import dev.modelward.workspace.Statuses;
import dev.modelward.workspace.problem.Markers;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.jobs.ISchedulingRule;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/** Keeps the artifacts of a project's plans as their plans, models, data and keys are now. */
public final class WardBuilder extends IncrementalProjectBuilder {
  /** The builder's id. */
  public static final String ID = "dev.modelward.workspace.builder";

  private static final IProject[] ALONE = {};

  @Override
  @NonNullByDefault({})
  protected IProject[] build(
      int kind, @Nullable Map<String, String> arguments, @Nullable IProgressMonitor monitor)
      throws CoreException {
    Occasion occasion = occasion(kind);
    if (kind == AUTO_BUILD && isUntouched()) {
      return ALONE;
    }
    WorkspaceProgress progress =
        WorkspaceProgress.of(
            monitor == null ? new NullProgressMonitor() : monitor,
            () -> occasion == Occasion.AUTOMATIC && isInterrupted());
    try {
      new ProjectBuild(Site.of(getProject()), occasion).run(progress);
      return ALONE;
    } catch (CancellationException e) {
      OperationCanceledException cancelled = new OperationCanceledException();
      cancelled.initCause(e);
      throw cancelled;
    } catch (IOException e) {
      throw new CoreException(failure(e));
    }
  }

  /** An automatic build is a full one for Eclipse where it is the first. */
  private static Occasion occasion(int kind) {
    boolean isAutomatic =
        Optional.ofNullable(Job.getJobManager().currentJob())
            .filter(job -> job.belongsTo(ResourcesPlugin.FAMILY_AUTO_BUILD))
            .isPresent();
    if (isAutomatic || kind == AUTO_BUILD) {
      return Occasion.AUTOMATIC;
    }
    return kind == FULL_BUILD ? Occasion.THOROUGH : Occasion.ASKED;
  }

  /** Whether nothing happened in the project; who asks for a build means data elsewhere, too. */
  private boolean isUntouched() {
    return Optional.ofNullable(getDelta(getProject()))
        .filter(delta -> delta.getAffectedChildren().length == 0)
        .isPresent();
  }

  private IStatus failure(IOException cause) {
    Complaint complaint =
        new Complaint(
            String.valueOf(cause.getMessage()), getProject().getName(), Messages.build_advice);
    return Statuses.of(complaint, cause);
  }

  @Override
  @NonNullByDefault({})
  protected void clean(@Nullable IProgressMonitor monitor) throws CoreException {
    Site site = Site.of(getProject());
    try {
      new Cleaning(site).run();
      new Markers(getProject()).clear();
    } catch (IOException e) {
      throw new CoreException(failure(e));
    }
  }

  @Override
  @NonNullByDefault({})
  public ISchedulingRule getRule(int kind, @Nullable Map<String, String> arguments) {
    return getProject();
  }
}
