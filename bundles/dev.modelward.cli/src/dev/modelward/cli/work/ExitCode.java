// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.work;

/** How a command ends; the same numbers for all commands. */
public final class ExitCode {
  /** All is well. */
  public static final int FINE = 0;

  /** The command did its work and found something wrong. */
  public static final int FINDINGS = 1;

  /** The command line is not one that ModelWard understands or will follow. */
  public static final int USAGE = 2;

  /** A file cannot be read or written, or is not what it should be. */
  public static final int BAD_INPUT = 3;

  /** ModelWard itself failed. */
  public static final int INTERNAL = 4;

  /** The user or the system wanted an end; what a shell says of a process that Ctrl-C ended. */
  public static final int CANCELLED = 130;

  private ExitCode() {}
}
