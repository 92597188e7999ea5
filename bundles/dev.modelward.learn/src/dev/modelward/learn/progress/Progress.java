// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.progress;

import java.util.concurrent.CancellationException;

/** How a long step tells its caller where it stands, and asks whether to go on. */
public interface Progress {
  /** For callers who do not want to know, and never cancel. */
  Progress NONE = asking(() -> {});

  /** For callers who do not want to know, but may cancel: the question throws then. */
  static Progress asking(Runnable question) {
    return new Asking(question);
  }

  /** A step of this step, with a name and its share, from 0 to 1, of the whole. */
  Progress part(String what, double share);

  /** How much of this step is done: from 0 to 1, and never less than before. */
  void done(double fraction);

  /** What can be seen of the result so far, such as a loss, in a few words. */
  void tell(String news);

  /**
   * Asks whether to go on.
   *
   * @throws CancellationException if the caller no longer wants the result
   */
  void checkCancelled();
}
