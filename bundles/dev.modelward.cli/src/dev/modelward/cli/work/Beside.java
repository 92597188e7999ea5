// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.work;

import java.nio.file.Path;

/** Where results go that nobody has named: beside a file, under its name with another ending. */
public final class Beside {
  private Beside() {}

  /** The place beside a file, whose ending is left out if it is the usual one. */
  public static Path of(Path file, String usual, String ending) {
    String name = String.valueOf(file.getFileName());
    String stem = name.endsWith(usual) ? name.substring(0, name.length() - usual.length()) : name;
    return file.resolveSibling(stem + ending);
  }
}
