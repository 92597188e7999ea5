// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.train;

import java.nio.file.Path;

/** Whether a training keeps what it has reached, and whether it goes on from there. */
public sealed interface Keeping {

  /** Nothing is kept. */
  record Nothing() implements Keeping {}

  /** A checkpoint is kept in a file, and one that is there already is replaced. */
  record Anew(Path file) implements Keeping {}

  /** The training goes on from the checkpoint in a file if there is one, and is kept there. */
  record Resumed(Path file) implements Keeping {}
}
