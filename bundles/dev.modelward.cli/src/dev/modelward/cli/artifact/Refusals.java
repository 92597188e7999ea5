// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.artifact;

import dev.modelward.cli.work.Failure;
import java.nio.file.Path;

/** What several commands refuse in the same words. */
final class Refusals {
  private Refusals() {}

  static Failure threads(int number) {
    return new Failure("--threads " + number, "There is no such number.", "Give at least 1.");
  }

  static Failure missing(Path folder) {
    return new Failure(
        folder.toString(), "There is no such folder.", "Check the name and the folder around it.");
  }
}
