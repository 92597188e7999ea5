// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.rows;

import dev.modelward.learn.records.DataException;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The bytes of a file, of a compressed file, or of an entry of an archive. */
public sealed interface Content {
  int BUFFER = 1 << 16;

  /** Where the bytes lie, for messages. */
  String place();

  /** The bytes from the first on. */
  InputStream stream() throws DataException;

  /** The content of a file, uncompressed if its first two bytes say that it is compressed. */
  static Content of(Path file) throws DataException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] magic = in.readNBytes(2);
      boolean compressed = magic.length == 2 && magic[0] == 0x1f && magic[1] == (byte) 0x8b;
      return compressed ? new Compressed(file) : new Plain(file);
    } catch (IOException e) {
      throw DataException.unreadable(file.toString(), e);
    }
  }

  /** A file as it is. */
  record Plain(Path file) implements Content {
    @Override
    public String place() {
      return file.toString();
    }

    @Override
    public InputStream stream() throws DataException {
      try {
        return new BufferedInputStream(Files.newInputStream(file), BUFFER);
      } catch (IOException e) {
        throw DataException.unreadable(place(), e);
      }
    }

    /** The number of bytes. */
    public long size() throws DataException {
      try {
        return Files.size(file);
      } catch (IOException e) {
        throw DataException.unreadable(place(), e);
      }
    }

    /** The file, opened for reading. */
    FileChannel channel() throws DataException {
      try {
        return FileChannel.open(file, StandardOpenOption.READ);
      } catch (IOException e) {
        throw DataException.unreadable(place(), e);
      }
    }
  }

  /** A file compressed by gzip. */
  record Compressed(Path file) implements Content {
    @Override
    public String place() {
      return file.toString();
    }

    @Override
    public InputStream stream() throws DataException {
      try {
        InputStream in = Files.newInputStream(file);
        return unpacked(in);
      } catch (IOException e) {
        throw DataException.unreadable(place(), e);
      }
    }

    private static InputStream unpacked(InputStream in) throws IOException {
      try {
        return new BufferedInputStream(new GZIPInputStream(in, BUFFER), BUFFER);
      } catch (IOException e) {
        in.close();
        throw e;
      }
    }
  }

  /** An entry of a zip archive. */
  record Entry(Path file, String name) implements Content {
    @Override
    public String place() {
      return file + "!" + name;
    }

    @Override
    public InputStream stream() throws DataException {
      try {
        return stream(new ZipFile(file.toFile()));
      } catch (IOException e) {
        throw DataException.unreadable(place(), e);
      }
    }

    private InputStream stream(ZipFile zip) throws IOException {
      try {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
          throw new DataException(file.toString(), "an entry " + name, names(zip));
        }
        return new BufferedInputStream(new EntryStream(zip, zip.getInputStream(entry)), BUFFER);
      } catch (IOException e) {
        zip.close();
        throw e;
      }
    }

    private static String names(ZipFile zip) {
      return zip.stream().map(ZipEntry::getName).toList().toString();
    }
  }

  /** An entry's bytes, which close the archive behind them. */
  final class EntryStream extends FilterInputStream {
    private final ZipFile zip;

    EntryStream(ZipFile zip, InputStream in) {
      super(in);
      this.zip = zip;
    }

    @Override
    public void close() throws IOException {
      try (ZipFile closing = zip) {
        super.close();
      }
    }
  }
}
