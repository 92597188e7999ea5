// SPDX-License-Identifier: EPL-2.0
package dev.modelward.workspace.headless;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** What a command line asks for: the folders of projects to build, and reports to write. */
public record Request(List<Path> projects, Optional<Path> json, Optional<Path> sarif) {
  private static final String JSON = "--json";
  private static final String SARIF = "--sarif";

  /** Keeps its own copy. */
  public Request {
    projects = List.copyOf(projects);
  }

  /** What some arguments ask for, with paths that begin at a folder. */
  public static Request of(List<String> arguments, Path from) {
    List<Path> projects = new ArrayList<>();
    Optional<Path> json = Optional.empty();
    Optional<Path> sarif = Optional.empty();
    for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
      String argument = rest.next();
      switch (argument) {
        case JSON -> json = Optional.of(file(JSON, rest, from));
        case SARIF -> sarif = Optional.of(file(SARIF, rest, from));
        default -> projects.add(folder(argument, from));
      }
    }
    if (projects.isEmpty()) {
      throw new IllegalArgumentException("expected the folder of a project, found none");
    }
    return new Request(projects, json, sarif);
  }

  private static Path file(String option, Iterator<String> rest, Path from) {
    if (!rest.hasNext()) {
      throw new IllegalArgumentException("expected a file after " + option + ", found nothing");
    }
    return path(rest.next(), from);
  }

  private static Path folder(String argument, Path from) {
    if (argument.startsWith("-")) {
      throw new IllegalArgumentException(
          "expected %s or %s, found %s".formatted(JSON, SARIF, argument));
    }
    return path(argument, from);
  }

  private static Path path(String text, Path from) {
    try {
      return from.resolve(text).normalize();
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("expected a path, found " + text, e);
    }
  }
}
