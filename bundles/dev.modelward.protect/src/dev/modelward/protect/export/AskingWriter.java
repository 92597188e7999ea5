// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.export;

import dev.modelward.learn.progress.Progress;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/** A writer that asks whether to go on before each piece. */
final class AskingWriter extends FilterWriter {
  private final Progress progress;

  AskingWriter(Writer out, Progress progress) {
    super(out);
    this.progress = progress;
  }

  @Override
  public void write(int unit) throws IOException {
    progress.checkCancelled();
    super.write(unit);
  }

  @Override
  public void write(char[] units, int from, int count) throws IOException {
    progress.checkCancelled();
    super.write(units, from, count);
  }

  @Override
  public void write(String text, int from, int count) throws IOException {
    progress.checkCancelled();
    super.write(text, from, count);
  }
}
