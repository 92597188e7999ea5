// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.build;

import java.io.IOException;
import java.nio.file.Path;

/** An artifact is made, but not all grants could be written. */
public final class UngrantedException extends Exception {
  private static final long serialVersionUID = 1;

  private final transient Path folder;
  private final IOException reason;

  UngrantedException(Path folder, IOException reason) {
    super(folder + ": not all grants are there", reason);
    this.folder = folder;
    this.reason = reason;
  }

  /** Where they should be. */
  public Path folder() {
    return folder;
  }

  /** Why they are not. */
  public IOException reason() {
    return reason;
  }
}
