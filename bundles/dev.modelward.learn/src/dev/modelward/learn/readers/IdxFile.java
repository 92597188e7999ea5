// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.readers;

import dev.modelward.learn.records.Access;
import dev.modelward.learn.records.DataException;
import dev.modelward.learn.rows.Content;
import dev.modelward.learn.rows.RowFormat;
import dev.modelward.learn.rows.Rows;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** An open idx file. */
record IdxFile(String place, IdxHeader header, Rows rows) implements Closeable {

  static IdxFile open(Path file, Access access) throws DataException {
    Content content = Content.of(file);
    IdxHeader header = header(content);
    RowFormat format = new RowFormat(content, header.size(), header.length(), header.count());
    return new IdxFile(content.place(), header, Rows.open(format, access));
  }

  private static IdxHeader header(Content content) throws DataException {
    try (InputStream in = content.stream()) {
      return IdxHeader.read(in, content.place());
    } catch (IOException e) {
      throw DataException.unreadable(content.place(), e);
    }
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
