// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.data;

import dev.modelward.learn.digest.Fingerprint;
import dev.modelward.learn.readers.Readers;
import dev.modelward.learn.records.DataException;
import dev.modelward.learn.records.NumpyArray;
import dev.modelward.learn.records.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The digest of a data set. Hashed are lines of UTF-8: the version of this form, the origin without
 * its folders, each transform, each selection, the layout and the classes; then for each file a
 * line of its name and size, and its bytes.
 */
record Provenance(Dataset dataset) {
  private static final int BUFFER = 1 << 16;

  String digest() throws DataException {
    Fingerprint digest = new Fingerprint();
    digest.add("modelward data 1");
    digest.add(origin());
    dataset.transforms().forEach(transform -> digest.add(transform.toString()));
    dataset.selections().forEach(selection -> digest.add(selection.toString()));
    digest.add(dataset.layout() + " " + dataset.classes());
    for (Path file : Readers.files(dataset.origin())) {
      add(digest, file);
    }
    return digest.hex();
  }

  private String origin() {
    return switch (dataset.origin()) {
      case Origin.Idx idx -> "idx";
      case Origin.Cifar cifar -> "cifar " + cifar.form();
      case Origin.Numpy numpy ->
          "numpy %s %s %s".formatted(array(numpy.inputs()), array(numpy.labels()), numpy.stored());
      case Origin.ClassFolders folders -> "class folders";
      case Origin.PathList list -> "path list";
      case Origin.Folder folder -> "folder";
      case Origin.Glyphs glyphs -> glyphs.toString();
      case Origin.Textures textures -> textures.toString();
    };
  }

  private static String array(NumpyArray array) {
    return switch (array) {
      case NumpyArray.Single single -> "array";
      case NumpyArray.Named named -> named.name();
    };
  }

  private void add(Fingerprint digest, Path file) throws DataException {
    try (InputStream in = Files.newInputStream(file)) {
      digest.add(name(file) + " " + Files.size(file));
      byte[] buffer = new byte[BUFFER];
      for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
        digest.add(ByteBuffer.wrap(buffer, 0, got));
      }
    } catch (IOException e) {
      throw DataException.unreadable(file.toString(), e);
    }
  }

  /** A file's name, with its folder's where that is its class. */
  private String name(Path file) {
    return dataset.origin() instanceof Origin.ClassFolders folders
        ? folders.folder().relativize(file).toString().replace('\\', '/')
        : String.valueOf(file.getFileName());
  }
}
