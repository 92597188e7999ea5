// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.seal;

import dev.modelward.runtime.ProtectionException;
import dev.modelward.runtime.artifact.FileDigest;
import dev.modelward.runtime.artifact.RingContext;
import dev.modelward.runtime.artifact.Rings;
import dev.modelward.runtime.artifact.TierKey;
import dev.modelward.runtime.artifact.Tree;
import dev.modelward.runtime.stream.SealingStream;
import dev.modelward.runtime.stream.StreamKey;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.eclipse.jdt.annotation.NonNullByDefault;

/** Writes a file of rings, each under its own key. */
record RingWriter(Messages messages, RingContext context) {
  private static final int BUFFER = 1 << 16;

  /** What rings say. */
  interface Messages {
    /** Writes the message of a ring. */
    void write(int ring, OutputStream to) throws IOException, ProtectionException;
  }

  /** Writes a file of all rings up to the tier of a key. */
  Rings write(Path file, TierKey top) throws IOException, ProtectionException {
    List<Rings.Extent> extents = new ArrayList<>();
    Counting counted = new Counting();
    DigestOutputStream digested = new DigestOutputStream(counted, Tree.sha256());
    try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(file), BUFFER)) {
      counted.to = to;
      for (int ring = 1; ring <= top.tier(); ring++) {
        long from = counted.count;
        try (TierKey tier = top.of(ring);
            StreamKey key = tier.ringKey();
            SealingStream sealing = SealingStream.to(digested, key, context.of(ring))) {
          messages.write(ring, sealing);
          sealing.finish();
        }
        extents.add(new Rings.Extent(from, counted.count - from));
      }
    }
    String sha256 = HexFormat.of().formatHex(digested.getMessageDigest().digest());
    return new Rings(context.generation(), new FileDigest(sha256, counted.count), extents);
  }

  /** Counts what passes. */
  private static final class Counting extends OutputStream {
    private OutputStream to = nullOutputStream();
    private long count;

    @Override
    public void write(int one) throws IOException {
      to.write(one);
      count++;
    }

    @Override
    @NonNullByDefault({})
    public void write(byte[] bytes, int offset, int length) throws IOException {
      to.write(bytes, offset, length);
      count += length;
    }
  }
}
