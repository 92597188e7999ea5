// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx.bytes;

import java.nio.file.Path;

/** Where a model came from: a file, beside which its external data lies, or memory. */
public sealed interface Source {

  /** A file on disk. */
  record OfFile(Path path) implements Source {
    /** The folder below which all external data must lie. */
    public Path folder() {
      return path.toAbsolutePath().normalize().getParent();
    }

    @Override
    public String toString() {
      return String.valueOf(path.getFileName());
    }
  }

  /** Bytes that never were a file. */
  record OfMemory(String name) implements Source {
    @Override
    public String toString() {
      return name;
    }
  }
}
