// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.work;

import dev.modelward.cli.console.Console;
import dev.modelward.cli.console.ProgressLine;
import dev.modelward.cli.console.TerminalProgress;
import dev.modelward.learn.progress.Progress;
import dev.modelward.onnx.OnnxModel;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;

/**
 * The work of a command that takes long: it shows how far it is unless it is to be quiet, and can
 * be interrupted, after which something is left.
 */
public record LongWork(Console console, String what, String left, boolean isQuiet) {

  /** What is done; it throws what a {@link Failure} can be made of. */
  public interface Body {
    /** Does it, and gives what there is to say when nothing is shown any more. */
    Report run(Progress progress) throws Exception;
  }

  /** What there is to say at the end. */
  public interface Report {
    /** Says it. */
    void print() throws IOException;

    /** How the command ends. */
    default int code() {
      return ExitCode.FINE;
    }
  }

  /** A model that the command line names. */
  public static OnnxModel open(Path file) throws Refusal {
    try {
      return OnnxModel.open(file);
    } catch (IOException e) {
      throw new Refusal(Failure.reading(file, e));
    }
  }

  /** Does it, and complains of what went wrong. */
  public int run(Body body) throws Exception {
    try (Interruption interruption = new Interruption()) {
      int code = run(body, interruption);
      console.flush();
      return code;
    }
  }

  private int run(Body body, Interruption interruption) throws Exception {
    return new Attempt(console, what, left)
        .run(() -> {
          Report report = shown(body, interruption);
          report.print();
          return report.code();
        });
  }

  private Report shown(Body body, Interruption interruption) throws Exception {
    if (isQuiet) {
      return body.run(Progress.asking(interruption::check));
    }
    try (ProgressLine line = new ProgressLine(console, InstantSource.system(), what)) {
      return body.run(TerminalProgress.of(line, interruption::check));
    }
  }
}
