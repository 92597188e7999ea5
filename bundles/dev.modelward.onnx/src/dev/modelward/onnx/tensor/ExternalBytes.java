// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx.tensor;

import dev.modelward.onnx.bytes.Bytes;
import dev.modelward.onnx.bytes.OnnxFormatException;
import dev.modelward.onnx.bytes.Source;
import dev.modelward.onnx.bytes.Trail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Where a tensor's bytes lie outside the model file: a file below the model's folder, an offset, a
 * length, and the SHA-1 of that whole file in hexadecimal, or an empty text.
 */
public record ExternalBytes(String location, long offset, long length, String checksum) {

  /** Checks that offset and length are sizes. */
  public ExternalBytes {
    if (offset < 0 || length < 0) {
      throw new IllegalArgumentException("expected sizes, found " + offset + " and " + length);
    }
  }

  /** The file, which never lies outside the model's folder, whatever the location says. */
  Path file(Trail trail, long at) throws OnnxFormatException {
    Path relative = relative(trail, at);
    Path file = folder(trail, at);
    for (Path step : relative) {
      file = file.resolve(step);
      if (Files.isSymbolicLink(file)) {
        throw refused(trail, at, "a symbolic link");
      }
    }
    return file;
  }

  /** Refuses a location that leaves the model's folder, before anything is opened. */
  void check(Trail trail, long at) throws OnnxFormatException {
    if (trail.source() instanceof Source.OfFile) {
      file(trail, at);
    } else {
      relative(trail, at);
    }
  }

  private Path relative(Trail trail, long at) throws OnnxFormatException {
    if (location.isEmpty() || location.startsWith("/") || location.indexOf(':') >= 0) {
      throw refused(trail, at, "'" + location + "'");
    }
    try {
      Path path = Path.of(location.replace('\\', '/'));
      if (path.isAbsolute() || path.normalize().startsWith("..") || hasParentStep(path)) {
        throw refused(trail, at, "'" + location + "'");
      }
      return path;
    } catch (InvalidPathException e) {
      throw refused(trail, at, "no path: " + e.getReason());
    }
  }

  private static boolean hasParentStep(Path path) {
    for (Path step : path) {
      if ("..".equals(step.toString())) {
        return true;
      }
    }
    return false;
  }

  private static Path folder(Trail trail, long at) throws OnnxFormatException {
    return switch (trail.source()) {
      case Source.OfFile file -> file.folder();
      case Source.OfMemory memory ->
          throw new OnnxFormatException(
              trail,
              at,
              "a model opened from a file, beside which its external data lies",
              memory.name());
    };
  }

  private static OnnxFormatException refused(Trail trail, long at, String found) {
    return new OnnxFormatException(
        trail, at, "an external data location inside the model's folder", found);
  }

  /** The bytes, mapped. */
  Bytes map(Trail trail, long at) throws IOException {
    Path file = file(trail, at);
    long size = Files.isRegularFile(file) ? Files.size(file) : -1;
    if (size < 0) {
      throw new OnnxFormatException(trail, at, "external data file " + location, "no such file");
    }
    if (offset > size - length) {
      throw new OnnxFormatException(
          trail,
          at,
          "%d bytes at offset %d of external data file %s".formatted(length, offset, location),
          "a file of " + size + " bytes");
    }
    return Bytes.map(file, offset, length);
  }
}
