// SPDX-License-Identifier: EPL-2.0
package dev.modelward.workspace.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;

/** Removes what builds of a project have made, but nothing that somebody else put there. */
record Cleaning(Site site) {

  /** Removes the artifacts and grants of all plans, and forgets how they were made. */
  void run() throws CoreException, IOException {
    for (IFile plan : site.plans()) {
      String name = plan.getProjectRelativePath().toString();
      remove(site.artifact(name));
      remove(site.grants(name));
    }
    Files.deleteIfExists(site.ledger());
    site.output().refreshLocal(IResource.DEPTH_INFINITE, null);
  }

  private static void remove(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> files = Files.walk(folder)) {
      all = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : all) {
      Files.delete(each);
    }
  }
}
