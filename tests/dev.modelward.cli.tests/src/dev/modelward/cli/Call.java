// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli;

import dev.modelward.cli.console.Console;
import dev.modelward.cli.console.Screen;
import java.io.PrintWriter;
import java.io.StringWriter;

/** How a call of the command line ended, and what it wrote. */
public record Call(int code, String out, String err) {

  /** A call whose output goes to a pipe. */
  public static Call of(String... arguments) {
    return on(Screen.PIPE, arguments);
  }

  static Call on(Screen screen, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Console console = new Console(new PrintWriter(out), new PrintWriter(err), screen);
    int code = Main.run(console, arguments);
    return new Call(code, text(out), text(err));
  }

  private static String text(StringWriter writer) {
    return writer.toString().replace("\r\n", "\n");
  }
}
