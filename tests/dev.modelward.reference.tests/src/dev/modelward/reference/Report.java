// SPDX-License-Identifier: EPL-2.0
package dev.modelward.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The figures that a run of the suite has found, in tables for people to read. */
final class Report implements AutoCloseable {
  private final Map<String, List<String>> tables = new TreeMap<>();
  private final Map<String, Map<String, Integer>> counts = new TreeMap<>();

  /** Adds a figure, with the check that found it and the bound it had to keep. */
  synchronized void add(String table, String check, Object figure, String bound) {
    tables
        .computeIfAbsent(table, name -> new ArrayList<>())
        .add("| %s | %s | %s |".formatted(check, figure, bound));
  }

  /** Adds one to the number of times a check was met. */
  synchronized void count(String table, String check) {
    counts.computeIfAbsent(table, name -> new TreeMap<>()).merge(check, 1, Integer::sum);
  }

  @Override
  public void close() throws IOException {
    counts.forEach((table, rows) -> rows.forEach((check, n) -> add(table, check, n, "all")));
    List<String> lines = new ArrayList<>();
    lines.add("# Reference report");
    tables.forEach((name, rows) -> {
      lines.addAll(List.of("", "## " + name, "", "| check | figure | bound |", "|---|---|---|"));
      lines.addAll(rows);
    });
    Path target = Path.of(System.getProperty("modelward.target", "target"));
    Files.createDirectories(target);
    Files.write(target.resolve("reference-report.md"), lines);
  }
}
