// SPDX-License-Identifier: EPL-2.0
package dev.modelward.workspace.build;

import dev.modelward.runtime.artifact.Names;
import dev.modelward.workspace.Complaint;
import dev.modelward.workspace.problem.Kind;
import dev.modelward.workspace.problem.Place;
import dev.modelward.workspace.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What lies in the folders that are handed out, and should not. */
record Exposure(Site site) {
  private static final String MODEL = ".onnx";

  /** Models in the clear, and artifacts that none of some plans makes. */
  List<Problem> problems(Set<String> plans) throws IOException {
    Set<Path> ours = plans.stream().map(site::artifact).collect(Collectors.toSet());
    List<Problem> problems = new ArrayList<>();
    List<Path> folders = new ArrayList<>();
    folders.add(site.outputPath());
    site.settings().exported().forEach(name -> folders.add(site.folder().resolve(name)));
    for (Path folder : folders) {
      for (Path file : files(folder)) {
        if (isPlain(folder, file)) {
          problems.add(problem(Kind.PLAIN_MODEL_EXPOSED, file));
        } else if (isOrphan(file, ours)) {
          problems.add(problem(Kind.STALE_ARTIFACT, file));
        }
      }
    }
    return problems;
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** What lies in an artifact, or in what a build left of one, is its public model or tampering. */
  private static boolean isPlain(Path folder, Path file) {
    return file.toString().endsWith(MODEL)
        && !folder.relativize(file).toString().contains(Names.FOLDER);
  }

  private boolean isOrphan(Path file, Set<Path> ours) {
    return file.startsWith(site.outputPath())
        && isNamed(file, Names.MANIFEST)
        && !ours.contains(file.getParent());
  }

  private static boolean isNamed(Path file, String name) {
    return name.equals(String.valueOf(file.getFileName()));
  }

  private static Problem problem(Kind kind, Path file) {
    boolean isPlain = kind == Kind.PLAIN_MODEL_EXPOSED;
    String what = isPlain ? Messages.plain_what : Messages.orphan_what;
    String advice = isPlain ? Messages.plain_advice : Messages.orphan_advice;
    return new Problem(kind, Place.of(file), new Complaint(what, file.toString(), advice));
  }
}
