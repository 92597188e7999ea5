// SPDX-License-Identifier: EPL-2.0
package dev.modelward.workspace.headless;

import dev.modelward.cli.work.Failure;
import dev.modelward.cli.work.Refusal;
import dev.modelward.workspace.build.WardBuilder;
import dev.modelward.workspace.build.WardNature;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;

/** A folder with a project in it, which the workspace may not know yet. */
record ProjectFolder(Path folder) {

  /** The project, open and as it is on the disk. */
  IProject open(IWorkspace workspace, IProgressMonitor monitor) throws CoreException, Refusal {
    Path file = folder.resolve(IProjectDescription.DESCRIPTION_FILE_NAME);
    if (!Files.isRegularFile(file)) {
      throw refusal("Expected an Eclipse project, found no .project.", "Name a project's folder.");
    }
    IProjectDescription description = workspace.loadProjectDescription(IPath.fromPath(file));
    IProject project = workspace.getRoot().getProject(description.getName());
    if (!project.exists()) {
      project.create(description, monitor);
    }
    project.open(monitor);
    if (!IPath.fromPath(folder).equals(project.getLocation())) {
      throw refusal(
          "The workspace has another project of the name " + project.getName() + ".",
          "Choose another workspace with -data.");
    }
    project.refreshLocal(IResource.DEPTH_INFINITE, monitor);
    check(project);
    return project;
  }

  private void check(IProject project) throws CoreException, Refusal {
    IProjectDescription description = project.getDescription();
    boolean isBuilt =
        Stream.of(description.getBuildSpec())
            .anyMatch(command -> WardBuilder.ID.equals(command.getBuilderName()));
    if (!isBuilt || !List.of(description.getNatureIds()).contains(WardNature.ID)) {
      throw refusal(
          "This project is not of the ModelWard nature.",
          "Add the nature %s and the builder %s to its .project."
              .formatted(WardNature.ID, WardBuilder.ID));
    }
  }

  private Refusal refusal(String what, String remedy) {
    return new Refusal(new Failure(folder.toString(), what, remedy));
  }
}
