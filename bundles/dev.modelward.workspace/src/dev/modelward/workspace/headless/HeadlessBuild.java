// SPDX-License-Identifier: EPL-2.0
package dev.modelward.workspace.headless;

import dev.modelward.cli.console.Console;
import dev.modelward.cli.console.JsonText;
import dev.modelward.cli.console.Printable;
import dev.modelward.cli.work.ExitCode;
import dev.modelward.cli.work.Failure;
import dev.modelward.cli.work.Refusal;
import dev.modelward.learn.run.Versions;
import dev.modelward.onnx.bytes.Bytes;
import dev.modelward.onnx.bytes.WholeFile;
import dev.modelward.workspace.build.WardBuilder;
import dev.modelward.workspace.problem.Markers;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.IWorkspaceDescription;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;

/** Builds projects in a workspace, and says what is wrong with them. */
record HeadlessBuild(IWorkspace workspace, Path from, Console console) {

  /** Builds what a request asks for, and gives the exit code. */
  int run(Request request, IProgressMonitor monitor) throws CoreException, IOException {
    boolean wasAutomatic = automatic(false);
    try {
      List<IProject> projects = new ArrayList<>();
      for (Path folder : request.projects()) {
        projects.add(new ProjectFolder(folder).open(workspace, monitor));
      }
      List<Finding> found = new ArrayList<>();
      for (IProject project : projects) {
        project.build(IncrementalProjectBuilder.FULL_BUILD, WardBuilder.ID, null, monitor);
        for (IMarker marker : new Markers(project).all()) {
          Finding.of(marker).ifPresent(found::add);
        }
      }
      found.sort(Finding.ORDER);
      return tell(
          request, new Findings(Versions.ofBundle(HeadlessBuild.class), request.projects(), found));
    } catch (Refusal e) {
      console.complain(e.failure().line(console.screen()));
      return ExitCode.BAD_INPUT;
    } finally {
      automatic(wasAutomatic);
      workspace.save(true, monitor);
    }
  }

  private int tell(Request request, Findings findings) throws Refusal {
    findings.all().forEach(finding -> console.line(Printable.of(finding.sentence())));
    console.line(
        "Projects: %d, errors: %d, warnings: %d."
            .formatted(
                findings.projects().size(),
                findings.errors(),
                findings.all().size() - findings.errors()));
    write(request.json(), findings.json());
    write(request.sarif(), new SarifLog(findings, from).json());
    return findings.errors() == 0 ? ExitCode.FINE : ExitCode.FINDINGS;
  }

  private static void write(Optional<Path> file, JsonText text) throws Refusal {
    if (file.isEmpty()) {
      return;
    }
    byte[] bytes = (text + "\n").getBytes(StandardCharsets.UTF_8);
    try {
      WholeFile.write(file.get(), Bytes.wrap(ByteBuffer.wrap(bytes))::writeTo);
    } catch (IOException e) {
      throw new Refusal(Failure.writing(file.get(), e));
    }
  }

  /** Turns automatic builds on or off, and says how it was. */
  private boolean automatic(boolean isOn) throws CoreException {
    IWorkspaceDescription description = workspace.getDescription();
    boolean was = description.isAutoBuilding();
    description.setAutoBuilding(isOn);
    workspace.setDescription(description);
    return was;
  }
}
