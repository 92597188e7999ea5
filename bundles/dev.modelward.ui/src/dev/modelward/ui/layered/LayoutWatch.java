// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.layered;

/** How a running layout asks whether it is still wanted, and tells how far it is. */
public interface LayoutWatch {

  /** A watch that never cancels and does not listen. */
  LayoutWatch NONE =
      new LayoutWatch() {
        @Override
        public boolean cancelled() {
          return false;
        }

        @Override
        public void done(double fraction) {
          // nobody listens
        }
      };

  /** Whether the layout shall stop; asked often, from the thread that waits for the layout. */
  boolean cancelled();

  /** Tells which part of the layout is done, from 0 to 1, never less than before. */
  void done(double fraction);
}
