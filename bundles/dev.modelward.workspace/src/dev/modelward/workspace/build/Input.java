// SPDX-License-Identifier: EPL-2.0
package dev.modelward.workspace.build;

import dev.modelward.learn.digest.Fingerprint;
import dev.modelward.onnx.bytes.Bytes;
import dev.modelward.workspace.Stamp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Something that an artifact is made from: how it looked from outside, and what it was. */
record Input(Stamp stamp, String digest) {
  private static final Stamp NOWHERE = new Stamp(-1, 0);
  private static final String NOTHING = "none";

  /** What is no file, such as a version. */
  static Input ofText(String text) {
    return new Input(NOWHERE, text);
  }

  /** A file, which is read only if it does not look as it did earlier. */
  static Input ofFile(Path file, Optional<Input> earlier) throws IOException {
    Stamp now = stamp(file);
    if (!now.exists()) {
      return new Input(now, NOTHING);
    }
    Optional<Input> same = earlier.filter(input -> input.stamp().equals(now));
    return same.isPresent() ? same.get() : new Input(now, digest(file));
  }

  /** How a file looks, to the microsecond, which JSON can hold. */
  static Stamp stamp(Path file) throws IOException {
    try {
      BasicFileAttributes seen = Files.readAttributes(file, BasicFileAttributes.class);
      return new Stamp(seen.size(), seen.lastModifiedTime().to(TimeUnit.MICROSECONDS));
    } catch (NoSuchFileException e) {
      return NOWHERE;
    }
  }

  private static String digest(Path file) throws IOException {
    Fingerprint digest = new Fingerprint();
    Bytes.map(file, 0, Files.size(file)).pieces().forEach(digest::add);
    return digest.hex();
  }
}
