// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.stream;

import java.io.IOException;

/** A sealed stream that does not open, by whatever cause: it always says the same. */
public final class StreamException extends IOException {
  private static final long serialVersionUID = 1;

  StreamException() {
    super("the sealed stream is not whole, or was not sealed with this key and context");
  }
}
