// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.export;

import dev.modelward.learn.progress.Progress;
import java.io.IOException;
import java.io.Writer;
import org.eclipse.jdt.annotation.NonNullByDefault;

/** A writer that asks whether to go on before it hands a piece to another one. */
final class AskingWriter extends Writer {
  private final Writer out;
  private final Progress progress;

  AskingWriter(Writer out, Progress progress) {
    this.out = out;
    this.progress = progress;
  }

  @Override
  @NonNullByDefault({})
  public void write(char[] units, int from, int count) throws IOException {
    progress.checkCancelled();
    out.write(units, from, count);
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
