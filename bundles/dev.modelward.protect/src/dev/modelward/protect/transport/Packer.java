// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.transport;

import dev.modelward.learn.progress.Progress;
import dev.modelward.onnx.bytes.WholeFile;
import dev.modelward.runtime.ProtectionException;
import dev.modelward.runtime.ProtectionException.Malformed;
import dev.modelward.runtime.artifact.Manifest;
import dev.modelward.runtime.artifact.Names;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/** Makes one file of the folder of an artifact, with the same bytes each time. */
public record Packer(Path folder) {
  private static final int BUFFER = 1 << 20;

  /** Writes a zip, which takes its place once it is whole. */
  public void write(Path zip, Progress progress) throws IOException, ProtectionException {
    Path place = folder.toAbsolutePath().normalize();
    FolderName name = FolderName.of(String.valueOf(place.getFileName()), "the artifact's folder");
    List<Item> items = new ArrayList<>();
    long offset = 0;
    for (String file : files(place)) {
      Path path = place.resolve(file);
      Item item = new Item(name.entry(file), Files.size(path), crc(path, progress), offset);
      items.add(item);
      offset = item.end();
    }
    WholeFile.write(zip, to -> write(items, to, progress));
    progress.done(1);
  }

  /** The files in the order of the zip; others than an artifact's are refused. */
  private static List<String> files(Path place) throws IOException, Malformed {
    Path manifest = place.resolve(Names.MANIFEST);
    if (!Files.exists(manifest)) {
      throw new Malformed(place.toString(), "an artifact's folder", "no " + Names.MANIFEST);
    }
    boolean hasData = Manifest.look(Files.readAllBytes(manifest)).files().hasData();
    Set<String> found = new TreeSet<>();
    try (Stream<Path> all = Files.list(place)) {
      all.forEach(each -> found.add(each.getFileName().toString()));
    }
    List<String> files = new ArrayList<>(List.of(Names.MANIFEST, Names.MODEL, Names.RINGS));
    if (hasData) {
      files.add(2, Names.DATA);
    }
    if (found.contains(Names.SIGNATURE)) {
      files.add(1, Names.SIGNATURE);
    }
    for (String file : files) {
      if (!found.remove(file)) {
        throw new Malformed(place.toString(), file, "none");
      }
    }
    if (!found.isEmpty()) {
      throw new Malformed(place.toString(), "no further file", found.iterator().next());
    }
    return files;
  }

  private static int crc(Path file, Progress progress) throws IOException {
    CRC32 crc = new CRC32();
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
        progress.checkCancelled();
        crc.update(buffer, 0, read);
      }
    }
    return (int) crc.getValue();
  }

  private void write(List<Item> items, FileChannel to, Progress progress) throws IOException {
    for (Item item : items) {
      put(item.header(), to);
      String file = item.name().substring(item.name().lastIndexOf('/') + 1);
      try (FileChannel from = FileChannel.open(folder.resolve(file))) {
        copy(from, item, to, progress);
      }
      progress.done((double) item.end() / items.getLast().end());
    }
    put(new Directory(items).bytes(), to);
  }

  private static void copy(FileChannel from, Item item, FileChannel to, Progress progress)
      throws IOException {
    long at = 0;
    while (at < item.size()) {
      progress.checkCancelled();
      long more = from.transferTo(at, Math.min(BUFFER, item.size() - at), to);
      if (more <= 0) {
        throw new IOException(item.name() + " became shorter while it was packed");
      }
      at += more;
    }
  }

  private static void put(byte[] bytes, FileChannel to) throws IOException {
    ByteBuffer left = ByteBuffer.wrap(bytes);
    while (left.hasRemaining()) {
      to.write(left);
    }
  }
}
