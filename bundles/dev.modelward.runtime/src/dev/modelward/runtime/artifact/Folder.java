// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.artifact;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** The open files of an artifact; without a data file, the model's stands for it. */
record Folder(FileChannel model, FileChannel data, FileChannel rings) implements AutoCloseable {

  static Folder open(Path folder, boolean hasData) throws IOException {
    FileChannel model = FileChannel.open(folder.resolve(Names.MODEL));
    try {
      FileChannel rings = FileChannel.open(folder.resolve(Names.RINGS));
      try {
        Path data = folder.resolve(hasData ? Names.DATA : Names.MODEL);
        return new Folder(model, FileChannel.open(data), rings);
      } catch (IOException e) {
        rings.close();
        throw e;
      }
    } catch (IOException e) {
      model.close();
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    try (model;
        data;
        rings) {
      // each is closed, whatever the others do
    }
  }
}
