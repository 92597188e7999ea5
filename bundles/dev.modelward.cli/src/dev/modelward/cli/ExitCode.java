// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli;

/** How a command ends; the same numbers for all commands. */
final class ExitCode {
  /** All is well. */
  static final int FINE = 0;

  /** The command did its work and found something wrong. */
  static final int FINDINGS = 1;

  /** The command line is not one that ModelWard understands or will follow. */
  static final int USAGE = 2;

  /** A file cannot be read or written, or is not what it should be. */
  static final int BAD_INPUT = 3;

  /** ModelWard itself failed. */
  static final int INTERNAL = 4;

  /** The user pressed Ctrl-C; what shells give for the signal. */
  static final int CANCELLED = 130;

  private ExitCode() {}
}
