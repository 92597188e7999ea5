// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.console;

import java.io.PrintWriter;

/** Where the command line writes: results to one side, complaints to the other. */
public record Console(PrintWriter out, PrintWriter err, Screen screen) {

  /** The output and error streams of this process. */
  public static Console ofProcess() {
    return new Console(
        new PrintWriter(System.out, false),
        new PrintWriter(System.err, false),
        new Terminal(System.getenv()).screen());
  }

  /** Writes a line of results. */
  public void line(String text) {
    out.println(text);
  }

  /** Writes a line of complaint. */
  public void complain(String text) {
    err.println(text);
  }

  /** Sends on whatever is still held back. */
  public void flush() {
    out.flush();
    err.flush();
  }
}
