// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.work;

import dev.modelward.cli.console.Console;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;

/** The work of a command that may fail or be cancelled, after which something is left. */
public record Attempt(Console console, String what, String left) {

  /** Does it, gives its exit code, and complains of what went wrong. */
  public int run(Callable<Integer> body) throws Exception {
    try {
      return body.call();
    } catch (CancellationException e) {
      complain(new Failure(what, "This was cancelled.", left));
      return ExitCode.CANCELLED;
    } catch (Exception e) {
      Optional<Failure> failure = Failure.of(e);
      if (failure.isEmpty()) {
        throw e;
      }
      complain(failure.get());
      return ExitCode.BAD_INPUT;
    }
  }

  private void complain(Failure failure) {
    console.complain(failure.line(console.screen()));
  }
}
