// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.keys;

import java.io.IOException;

/** A ring's file with the data key that opens it; for one thread at a time. */
final class Safe implements AutoCloseable {
  private final RingFile file;
  private Secret dataKey;

  /** A safe that takes over the data key. */
  Safe(RingFile file, Secret dataKey) {
    this.file = file;
    this.dataKey = dataKey;
  }

  /** What is done to the contents of a ring before it is written. */
  @FunctionalInterface
  interface Edit<T> {
    T apply(Contents contents) throws KeyRingException;
  }

  /** What is in the file now. */
  synchronized Contents contents() throws IOException, KeyRingException {
    return file.read()
        .open(dataKey)
        .orElseThrow(() -> new KeyRingException.Superseded(file.toString()));
  }

  /** Writes some contents where no file is yet. */
  synchronized void create(Contents contents) throws IOException, KeyRingException {
    SealedRing sealed = SealedRing.seal(contents, dataKey);
    file.lock()
        .during(() -> {
          file.checkFree();
          file.write(sealed);
          return file;
        });
  }

  /** Changes what is in the file now; if the edit throws, nothing. */
  synchronized <T> T change(Edit<T> edit) throws IOException, KeyRingException {
    return change(edit, dataKey);
  }

  /** Changes what is in the file now and seals it under another data key, which it takes over. */
  synchronized <T> T rekey(Secret next, Edit<T> edit) throws IOException, KeyRingException {
    T result = change(edit, next);
    dataKey.close();
    dataKey = next;
    return result;
  }

  private <T> T change(Edit<T> edit, Secret next) throws IOException, KeyRingException {
    return file.lock()
        .during(() -> {
          try (Contents contents = contents()) {
            T result = edit.apply(contents);
            file.write(SealedRing.seal(contents, next));
            return result;
          }
        });
  }

  /** A copy of the data key. */
  synchronized Secret dataKey() {
    return dataKey.copy();
  }

  /** Zeroes the data key. */
  @Override
  public synchronized void close() {
    dataKey.close();
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
