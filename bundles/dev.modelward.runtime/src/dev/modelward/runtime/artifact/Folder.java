// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.artifact;

import dev.modelward.runtime.ProtectionException.Tampered;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** The open files of an artifact; without a data file, the model's stands for it. */
record Folder(FileChannel model, FileChannel data, FileChannel rings) implements AutoCloseable {

  /** The files in a folder, which have the sizes that a manifest says. */
  static Folder open(Path folder, Manifest manifest) throws IOException, Tampered {
    FileChannel model = open(folder, Names.MODEL, manifest.files().model().size());
    try {
      FileChannel rings = open(folder, Names.RINGS, manifest.rings().file().size());
      try {
        FileChannel data =
            manifest.files().hasData()
                ? open(folder, Names.DATA, manifest.files().data())
                : FileChannel.open(folder.resolve(Names.MODEL));
        return new Folder(model, data, rings);
      } catch (IOException | Tampered e) {
        rings.close();
        throw e;
      }
    } catch (IOException | Tampered e) {
      model.close();
      throw e;
    }
  }

  private static FileChannel open(Path folder, String name, long size)
      throws IOException, Tampered {
    FileChannel file = FileChannel.open(folder.resolve(name));
    if (file.size() != size) {
      file.close();
      throw new Tampered(name);
    }
    return file;
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
