// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.mend;

import dev.modelward.workspace.mend.Mend;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.WorkspaceJob;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.graphics.Image;
import org.eclipse.ui.IMarkerResolution2;

/** A way to mend what a marker says, which is taken in a job that one can cancel. */
@NonNullByDefault({})
record QuickFix(Mend mend) implements IMarkerResolution2 {
  @Override
  public String getLabel() {
    return mend.label();
  }

  @Override
  public String getDescription() {
    return mend.explanation();
  }

  @Override
  public @Nullable Image getImage() {
    return null;
  }

  @Override
  public void run(IMarker marker) {
    WorkspaceJob job =
        new WorkspaceJob(mend.label()) {
          @Override
          public IStatus runInWorkspace(IProgressMonitor monitor) throws CoreException {
            mend.run(marker, monitor);
            return Status.OK_STATUS;
          }
        };
    // a build asks for the rule of the whole project itself
    job.setRule(marker.getResource().getProject());
    job.setUser(true);
    job.schedule();
  }
}
