// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.mend;

import dev.modelward.workspace.mend.Mend;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
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
    Job job = Job.create(mend.label(), (ICoreRunnable) monitor -> mend.run(marker, monitor));
    job.setUser(true);
    job.schedule();
  }
}
