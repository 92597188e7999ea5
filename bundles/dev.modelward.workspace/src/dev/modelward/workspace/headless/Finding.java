// SPDX-License-Identifier: EPL-2.0
package dev.modelward.workspace.headless;

import dev.modelward.workspace.problem.Kind;
import dev.modelward.workspace.problem.Markers;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.IPath;

/** What a marker says: of which kind it is, where it is, what is wrong, and what to do. */
record Finding(Kind kind, Path file, int line, String what, String advice) {
  /** By file, then from top to bottom. */
  static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::file)
          .thenComparingInt(Finding::line)
          .thenComparing(Finding::kind)
          .thenComparing(Finding::what);

  /** What a marker of this product says. */
  static Optional<Finding> of(IMarker marker) {
    String word = marker.getAttribute(Markers.ID, "");
    Path file =
        Optional.ofNullable(marker.getResource().getLocation())
            .map(IPath::toPath)
            .orElse(Path.of(marker.getResource().getFullPath().toString()));
    return Stream.of(Kind.values())
        .filter(kind -> kind.word().equals(word))
        .findFirst()
        .map(kind ->
            new Finding(
                kind,
                file,
                marker.getAttribute(IMarker.LINE_NUMBER, 0),
                marker.getAttribute(Markers.WHAT, ""),
                marker.getAttribute(Markers.ADVICE, "")));
  }

  /** Whether there is no artifact, or none to hand out, because of it. */
  boolean isError() {
    return kind.severity() == IMarker.SEVERITY_ERROR;
  }

  /** How bad it is, in a word. */
  String level() {
    return isError() ? "error" : "warning";
  }

  /** All of it in one line. */
  String sentence() {
    String place = line == 0 ? file.toString() : file + ":" + line;
    return "%s: %s: %s %s [%s]".formatted(level(), place, what, advice, kind.word());
  }
}
