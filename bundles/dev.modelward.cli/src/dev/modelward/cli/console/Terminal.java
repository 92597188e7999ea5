// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.console;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/** Finds out what the standard output of this process is. */
final class Terminal {
  private static final Path OUTPUT_ON_LINUX = Path.of("/proc/self/fd/1");
  private static final File INPUT_OF_TERMINAL = new File("/dev/tty");
  private static final int USUAL_WIDTH = 80;
  private static final int NARROWEST = 20;

  private final Map<String, String> environment;

  Terminal(Map<String, String> environment) {
    this.environment = environment;
  }

  Screen screen() {
    return isTerminal() ? new Screen(true, hasColours(), width()) : Screen.PIPE;
  }

  private static boolean isTerminal() {
    try {
      String output = Files.readSymbolicLink(OUTPUT_ON_LINUX).toString();
      return output.startsWith("/dev/pts/") || output.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException elsewhere) {
      return isConsole();
    }
  }

  /** Since Java 22 there may be a console that is no terminal, and a method to ask. */
  static boolean isConsole() {
    java.io.Console console = System.console();
    try {
      return console != null
          && !Boolean.FALSE.equals(java.io.Console.class.getMethod("isTerminal").invoke(console));
    } catch (ReflectiveOperationException before22) {
      return true;
    }
  }

  /** See the convention of NO_COLOR: any value but the empty one turns colours off. */
  boolean hasColours() {
    boolean onWindows = File.separatorChar == '\\';
    return environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !"dumb".equals(environment.get("TERM"))
        && (!onWindows || environment.containsKey("WT_SESSION"));
  }

  int width() {
    OptionalInt told = number(environment.getOrDefault("COLUMNS", ""));
    return Math.max(NARROWEST, told.orElseGet(() -> asked().orElse(USUAL_WIDTH)));
  }

  /** Asks the terminal itself, through the program that every Unix has. */
  private static OptionalInt asked() {
    if (!INPUT_OF_TERMINAL.exists()) {
      return OptionalInt.empty();
    }
    try {
      Process stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(INPUT_OF_TERMINAL)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      stty.waitFor(1, TimeUnit.SECONDS);
      return number(size.substring(size.indexOf(' ') + 1).strip());
    } catch (IOException withoutStty) {
      return OptionalInt.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return OptionalInt.empty();
    }
  }

  private static OptionalInt number(String text) {
    return text.matches("[1-9]\\d{0,4}")
        ? OptionalInt.of(Integer.parseInt(text))
        : OptionalInt.empty();
  }
}
