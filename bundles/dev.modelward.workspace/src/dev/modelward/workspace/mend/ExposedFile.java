// SPDX-License-Identifier: EPL-2.0
package dev.modelward.workspace.mend;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;

/** A file in the clear in a folder that is handed out. */
record ExposedFile(IResource file) {

  /** Moves it to the top of its project, under a name that is free there. */
  void moveOut(IProgressMonitor monitor) throws CoreException {
    file.move(free(), false, monitor);
  }

  private IPath free() {
    IProject project = file.getProject();
    IPath place = project.getFullPath().append(file.getName());
    String stem = place.removeFileExtension().lastSegment();
    for (int i = 2; project.getWorkspace().getRoot().exists(place); i++) {
      place =
          project
              .getFullPath()
              .append(stem + "-" + i)
              .addFileExtension(String.valueOf(file.getFileExtension()));
    }
    return place;
  }
}
