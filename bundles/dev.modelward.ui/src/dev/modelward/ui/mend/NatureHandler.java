// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.mend;

import dev.modelward.workspace.build.WardNature;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.WorkspaceJob;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.ui.handlers.HandlerUtil;

/** Lets the plans of the selected projects be built from now on, or not any more. */
@NonNullByDefault({})
public final class NatureHandler extends AbstractHandler implements IExecutableExtension {
  private Change change = Change.ADD;

  /** What is done with the nature. */
  enum Change {
    /** Plans are built. */
    ADD,
    /** Plans are only files. */
    REMOVE;

    private void in(IProject project, IProgressMonitor monitor) throws CoreException {
      switch (this) {
        case ADD -> WardNature.addTo(project, monitor);
        case REMOVE -> WardNature.removeFrom(project, monitor);
      }
    }
  }

  @Override
  public void setInitializationData(IConfigurationElement config, String property, Object data) {
    change = Change.valueOf(String.valueOf(data));
  }

  @Override
  public @Nullable Object execute(ExecutionEvent event) {
    List<IProject> projects =
        Stream.of(HandlerUtil.getCurrentStructuredSelection(event).toArray())
            .flatMap(each -> Optional.ofNullable(Adapters.adapt(each, IProject.class)).stream())
            .filter(IProject::isOpen)
            .toList();
    for (IProject project : projects) {
      WorkspaceJob job =
          new WorkspaceJob(project.getName()) {
            @Override
            public IStatus runInWorkspace(IProgressMonitor monitor) throws CoreException {
              change.in(project, monitor);
              return Status.OK_STATUS;
            }
          };
      job.setRule(project.getWorkspace().getRoot());
      job.schedule();
    }
    return null;
  }
}
