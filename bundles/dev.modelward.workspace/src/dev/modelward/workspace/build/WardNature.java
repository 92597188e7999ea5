// SPDX-License-Identifier: EPL-2.0
package dev.modelward.workspace.build;

import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.core.resources.ICommand;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.IProjectNature;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/** A project whose exposure plans are built. */
public final class WardNature implements IProjectNature {
  /** The nature's id. */
  public static final String ID = "dev.modelward.workspace.nature";

  private @Nullable IProject project;

  /** Makes a project one of these, if it is none. */
  public static void addTo(IProject project, IProgressMonitor monitor) throws CoreException {
    if (!project.hasNature(ID)) {
      IProjectDescription description = project.getDescription();
      description.setNatureIds(
          Stream.concat(Stream.of(ID), Stream.of(description.getNatureIds()))
              .toArray(String[]::new));
      project.setDescription(description, monitor);
    }
  }

  /** Makes a project none of these any more. */
  public static void removeFrom(IProject project, IProgressMonitor monitor) throws CoreException {
    IProjectDescription description = project.getDescription();
    description.setNatureIds(
        Stream.of(description.getNatureIds())
            .filter(nature -> !nature.equals(ID))
            .toArray(String[]::new));
    project.setDescription(description, monitor);
  }

  @Override
  public void configure() throws CoreException {
    IProjectDescription description = getProject().getDescription();
    if (Stream.of(description.getBuildSpec()).noneMatch(WardNature::isOurs)) {
      ICommand command = description.newCommand();
      command.setBuilderName(WardBuilder.ID);
      description.setBuildSpec(
          Stream.concat(Stream.of(description.getBuildSpec()), Stream.of(command))
              .toArray(ICommand[]::new));
      getProject().setDescription(description, null);
    }
  }

  @Override
  public void deconfigure() throws CoreException {
    IProjectDescription description = getProject().getDescription();
    description.setBuildSpec(
        Stream.of(description.getBuildSpec())
            .filter(command -> !isOurs(command))
            .toArray(ICommand[]::new));
    getProject().setDescription(description, null);
  }

  private static boolean isOurs(ICommand command) {
    return WardBuilder.ID.equals(command.getBuilderName());
  }

  @Override
  public IProject getProject() {
    return Objects.requireNonNull(project);
  }

  @Override
  @NonNullByDefault({})
  public void setProject(IProject project) {
    this.project = project;
  }
}
