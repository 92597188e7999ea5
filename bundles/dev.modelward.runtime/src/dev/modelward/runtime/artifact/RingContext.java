// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.artifact;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** What a ring belongs to, and opens with only: an artifact, its core, and a generation. */
public record RingContext(String artifact, byte[] core, int generation) {
  private static final byte[] LABEL = "modelward.dev/ring/v1\0".getBytes(StandardCharsets.US_ASCII);

  /** Keeps its own copy. */
  public RingContext {
    core = core.clone();
  }

  static RingContext of(Manifest manifest) {
    return new RingContext(manifest.artifact(), manifest.core(), manifest.rings().generation());
  }

  /** The context of a ring's stream. */
  public byte[] of(int ring) {
    byte[] id = HexFormat.of().parseHex(artifact);
    return ByteBuffer.allocate(LABEL.length + id.length + core.length + 2 * Integer.BYTES)
        .put(LABEL)
        .put(id)
        .put(core)
        .putInt(generation)
        .putInt(ring)
        .array();
  }
}
