// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.records;

import java.nio.file.Path;

/** An array in a file of NumPy. */
public sealed interface NumpyArray {

  /** The file. */
  Path file();

  /** The array of an NPY file. */
  record Single(Path file) implements NumpyArray {}

  /** One of the arrays of an NPZ file, by its name without {@code .npy}. */
  record Named(Path file, String name) implements NumpyArray {}
}
