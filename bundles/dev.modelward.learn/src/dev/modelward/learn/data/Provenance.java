// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.data;

import dev.modelward.learn.readers.Readers;
import dev.modelward.learn.records.DataException;
import dev.modelward.learn.records.NumpyArray;
import dev.modelward.learn.records.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The digest of a data set. Hashed are lines of UTF-8: the version of this form, the origin without
 * its folders, each transform, each selection, the layout and the classes; then for each file a
 * line of its name and size, and its bytes.
 */
record Provenance(Dataset dataset) {
  private static final int BUFFER = 1 << 16;

  String digest() throws DataException {
    MessageDigest digest = sha256();
    add(digest, "modelward data 1");
    add(digest, origin());
    dataset.transforms().forEach(transform -> add(digest, transform.toString()));
    dataset.selections().forEach(selection -> add(digest, selection.toString()));
    add(digest, dataset.layout() + " " + dataset.classes());
    for (Path file : Readers.files(dataset.origin())) {
      add(digest, file);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
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

  private static void add(MessageDigest digest, String line) {
    digest.update((line + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private void add(MessageDigest digest, Path file) throws DataException {
    try (InputStream in = Files.newInputStream(file)) {
      add(digest, name(file) + " " + Files.size(file));
      byte[] buffer = new byte[BUFFER];
      for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
        digest.update(buffer, 0, got);
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
