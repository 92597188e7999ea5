// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.keys;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The bytes of a ring's file: the header, and the secrets sealed under the data key. */
final class SealedRing {
  private final Header header;
  private final byte[] sealed;

  private SealedRing(Header header, byte[] sealed) {
    this.header = header;
    this.sealed = sealed;
  }

  /** The ring in some bytes, where a file is said to have them. */
  static SealedRing of(String file, byte[] bytes) throws KeyRingException {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    int end = text.indexOf(Header.END);
    if (end < 0) {
      throw Header.notOurs(file);
    }
    int start = end + Header.END.length();
    Header header = Header.of(file, text.substring(0, start));
    return new SealedRing(header, Arrays.copyOfRange(bytes, start, bytes.length));
  }

  /** The ring that some contents are under a data key. */
  static SealedRing seal(Contents contents, Secret dataKey) throws IOException {
    Header header = contents.header();
    try (Secret message = contents.message()) {
      return new SealedRing(header, dataKey.seal(message, header.context()));
    }
  }

  /** What nothing has authenticated yet. */
  Header header() {
    return header;
  }

  /** The contents, if this data key sealed them with this header. */
  Optional<Contents> open(Secret dataKey) throws IOException {
    Optional<Secret> opened = dataKey.open(sealed, header.context());
    if (opened.isEmpty()) {
      return Optional.empty();
    }
    try (Secret message = opened.get()) {
      return Contents.of(header, message);
    }
  }

  byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(header.text().getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(sealed);
    return out.toByteArray();
  }
}
