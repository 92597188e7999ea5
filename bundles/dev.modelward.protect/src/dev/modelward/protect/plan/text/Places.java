// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.plan.text;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Paths as a plan has them: with slashes, and from the plan's folder if that is where they lead.
 */
final class Places {
  private Places() {}

  static String written(Path path, Path plan) {
    return from(plan, path).toString().replace(path.getFileSystem().getSeparator(), "/");
  }

  private static Path from(Path plan, Path path) {
    Optional<Path> folder = Optional.ofNullable(plan.getParent());
    if (folder.filter(path::startsWith).isPresent()) {
      return folder.get().relativize(path);
    }
    if (path.isAbsolute() || folder.isEmpty()) {
      return path;
    }
    Path whole = path.toAbsolutePath().normalize();
    Path start = folder.get().toAbsolutePath().normalize();
    return whole.getRoot().equals(start.getRoot()) ? start.relativize(whole) : whole;
  }
}
