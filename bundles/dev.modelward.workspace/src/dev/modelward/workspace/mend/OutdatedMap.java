// SPDX-License-Identifier: EPL-2.0
package dev.modelward.workspace.mend;

import dev.modelward.learn.yaml.YamlException;
import dev.modelward.protect.plan.text.PlanFile;
import dev.modelward.workspace.Complaint;
import dev.modelward.workspace.Statuses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.osgi.util.NLS;

/** The importance map of a plan that says which model it was made from no more. */
record OutdatedMap(IMarker marker) {

  /** Deletes it, so that the next build that somebody asks for makes another one. */
  void delete(IProgressMonitor monitor) throws CoreException {
    Path plan = marker.getResource().getLocation().toPath();
    try {
      Files.deleteIfExists(PlanFile.read(plan).plan().survey().map());
    } catch (YamlException e) {
      // the build says what is wrong with the plan
      return;
    } catch (IOException e) {
      String what = NLS.bind(Messages.undeleted_what, e.getMessage());
      throw new CoreException(
          Statuses.of(new Complaint(what, plan.toString(), Messages.undeleted_advice), e));
    }
    marker.getResource().getProject().refreshLocal(IResource.DEPTH_INFINITE, monitor);
  }
}
