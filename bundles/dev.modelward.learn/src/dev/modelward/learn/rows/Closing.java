// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.rows;

import dev.modelward.learn.records.DataException;
import java.io.Closeable;
import java.io.IOException;

/** Closes what was opened before something went wrong. */
public final class Closing {
  private Closing() {}

  public static DataException after(DataException failure, Closeable opened) {
    try {
      opened.close();
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
    return failure;
  }
}
