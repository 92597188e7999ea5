// SPDX-License-Identifier: EPL-2.0
package dev.modelward.launch;

/** What a command that ended has left: its exit code and what it wrote. */
record Outcome(int code, String output, String errors) {

  /** The last line of the output. */
  String closingLine() {
    return output.lines().reduce("", (before, line) -> line);
  }
}
