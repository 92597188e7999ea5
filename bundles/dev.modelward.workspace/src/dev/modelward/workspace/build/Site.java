// SPDX-License-Identifier: EPL-2.0
package dev.modelward.workspace.build;

import dev.modelward.protect.build.Granting;
import dev.modelward.protect.plan.text.PlanFile;
import dev.modelward.runtime.artifact.Names;
import dev.modelward.workspace.Complaint;
import dev.modelward.workspace.Statuses;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.osgi.framework.FrameworkUtil;

/** A project that is built: where its plans are, where artifacts go, and with what. */
record Site(IProject project, Path folder, ProjectSettings settings) {
  /** The folder in the project to which artifacts go. */
  static final String OUTPUT = "protected";

  private static final String LEDGER = "ledger.json";

  static Site of(IProject project) throws CoreException {
    Optional<Path> folder = Optional.ofNullable(project.getLocation()).map(at -> at.toPath());
    if (folder.isEmpty()) {
      throw new CoreException(
          Statuses.of(
              new Complaint(Messages.remote_what, project.getName(), Messages.remote_advice),
              new IOException(project.getName())));
    }
    return new Site(project, folder.get(), ProjectSettings.of(project));
  }

  KeySource keys() {
    return new KeySource(folder, settings, name -> Optional.ofNullable(System.getenv(name)));
  }

  /** What artifacts are made with. */
  static String tool() {
    return "modelward "
        + Optional.ofNullable(FrameworkUtil.getBundle(Site.class))
            .map(bundle -> bundle.getVersion().toString())
            .orElse("unknown");
  }

  /** The file in which is noted how plans were built. */
  Path ledger() {
    return project.getWorkingLocation(ProjectSettings.NODE).append(LEDGER).toPath();
  }

  IFolder output() {
    return project.getFolder(OUTPUT);
  }

  Path outputPath() {
    return folder.resolve(OUTPUT);
  }

  /** Where the artifact of a plan goes. */
  Path artifact(String plan) {
    return outputPath().resolve(stem(plan) + Names.FOLDER);
  }

  /** Where the grants of a plan's recipients go. */
  Path grants(String plan) {
    return outputPath().resolve(stem(plan) + Granting.FOLDER);
  }

  private static String stem(String plan) {
    return plan.substring(0, plan.length() - PlanFile.ENDING.length())
        .replace('/', File.separatorChar);
  }

  /** The plans by their paths in the project, but none of those that lie among the artifacts. */
  List<IFile> plans() throws CoreException {
    List<IFile> plans = new ArrayList<>();
    project.accept(
        proxy -> {
          boolean isFile = proxy.getType() == IResource.FILE;
          if (isFile && proxy.getName().endsWith(PlanFile.ENDING)) {
            plans.add((IFile) proxy.requestResource());
          }
          return !proxy.isDerived() && !isOutput(proxy.requestFullPath());
        },
        IResource.NONE);
    return plans;
  }

  private boolean isOutput(IPath path) {
    return output().getFullPath().equals(path);
  }
}
