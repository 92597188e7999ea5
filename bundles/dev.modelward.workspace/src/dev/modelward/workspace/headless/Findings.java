// SPDX-License-Identifier: EPL-2.0
package dev.modelward.workspace.headless;

import dev.modelward.cli.console.JsonText;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/** What builds of some folders found, and how programs are told. */
record Findings(String version, List<Path> projects, List<Finding> all) {
  private static final long SCHEMA = 1;

  /** Keeps its own copies. */
  Findings {
    projects = List.copyOf(projects);
    all = List.copyOf(all);
  }

  /** How many of them are errors. */
  long errors() {
    return all.stream().filter(Finding::isError).count();
  }

  /** All of it as JSON. */
  JsonText json() {
    return new JsonText()
        .put("schema", SCHEMA)
        .put("version", version)
        .put("errors", errors())
        .put("warnings", all.size() - errors())
        .put(
            "projects",
            projects.stream()
                .map(folder -> new JsonText().put("folder", folder.toString()))
                .toList())
        .put("problems", all.stream().map(Findings::json).toList());
  }

  private static JsonText json(Finding finding) {
    OptionalLong line =
        finding.line() == 0 ? OptionalLong.empty() : OptionalLong.of(finding.line());
    return new JsonText()
        .put("kind", finding.kind().word())
        .put("severity", finding.level())
        .put("file", finding.file().toString())
        .put("line", line)
        .put("what", finding.what())
        .put("advice", finding.advice());
  }
}
