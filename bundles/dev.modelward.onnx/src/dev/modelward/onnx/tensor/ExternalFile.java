// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx.tensor;

import dev.modelward.onnx.bytes.OnnxFormatException;
import dev.modelward.onnx.bytes.Source;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** A file beside a model in which the elements of some of its tensors lie. */
public record ExternalFile(Path folder, String location, List<Tensor> tensors) {

  /** Keeps its own copy. */
  public ExternalFile {
    tensors = List.copyOf(tensors);
  }

  /** The files to which some tensors refer; a model that never was a file has none beside it. */
  public static List<ExternalFile> of(List<Tensor> tensors) throws OnnxFormatException {
    Map<Path, List<Tensor>> byPath = new LinkedHashMap<>();
    for (Tensor tensor : tensors) {
      if (tensor.storage() instanceof Storage.External external
          && tensor.trail().source() instanceof Source.OfFile model) {
        Path path = external.data().file(tensor.trail(), tensor.message().offsetOf(0)).normalize();
        byPath.computeIfAbsent(model.folder().relativize(path), p -> new ArrayList<>()).add(tensor);
      }
    }
    return byPath.entrySet().stream().map(ExternalFile::of).toList();
  }

  private static ExternalFile of(Map.Entry<Path, List<Tensor>> entry) {
    Source source = entry.getValue().get(0).trail().source();
    Path folder = ((Source.OfFile) source).folder();
    return new ExternalFile(folder, entry.getKey().toString().replace('\\', '/'), entry.getValue());
  }

  /** Where the file lies. */
  public Path path() {
    return folder.resolve(location);
  }

  /** The bytes that the tensors take in it. */
  public long used() {
    return places().stream().mapToLong(ExternalBytes::length).sum();
  }

  /** The size that it must have at least. */
  public long needed() {
    return places().stream().mapToLong(ExternalFile::end).max().orElse(0);
  }

  /** An offset from a file may be anything, so that the sum may not fit. */
  private static long end(ExternalBytes place) {
    return place.offset() > Long.MAX_VALUE - place.length()
        ? Long.MAX_VALUE
        : place.offset() + place.length();
  }

  /** The size that it has, if it is there. */
  public OptionalLong size() {
    File file = path().toFile();
    return file.isFile() ? OptionalLong.of(file.length()) : OptionalLong.empty();
  }

  /** Whether it is there and long enough. */
  public boolean isWhole() {
    return size().orElse(-1) >= needed();
  }

  /** The checksums that the tensors give for it, which should be none or one. */
  public List<String> checksums() {
    return places().stream()
        .map(ExternalBytes::checksum)
        .filter(checksum -> !checksum.isEmpty())
        .distinct()
        .toList();
  }

  /** The checksum that it has: the SHA-1 of the whole file in hexadecimal. */
  public String checksum() throws IOException {
    return new ExternalDataFile(folder, location).checksum();
  }

  private List<ExternalBytes> places() {
    return tensors.stream()
        .map(Tensor::storage)
        .filter(Storage.External.class::isInstance)
        .map(storage -> ((Storage.External) storage).data())
        .toList();
  }
}
