// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.seal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Secrets by name, and where any sixteen bytes of them one behind the other are found. */
final class Secrets {
  private static final int WINDOW = 16;

  private final Map<Long, List<Window>> windows = new HashMap<>();
  private final BitSet beginnings = new BitSet();

  /** The second half of sixteen bytes, and whose they are. */
  private record Window(long second, String name) {}

  /** Adds a secret, as bytes lie and as numbers of four bytes lie in a dump. */
  void add(String name, byte[] secret) {
    addWindows(name, secret);
    byte[] turned = new byte[secret.length & ~3];
    ByteBuffer from = ByteBuffer.wrap(secret).order(ByteOrder.LITTLE_ENDIAN);
    ByteBuffer to = ByteBuffer.wrap(turned);
    while (to.hasRemaining()) {
      to.putInt(from.getInt());
    }
    addWindows(name, turned);
  }

  private void addWindows(String name, byte[] secret) {
    ByteBuffer bytes = ByteBuffer.wrap(secret);
    for (int at = 0; at + WINDOW <= secret.length; at++) {
      long first = bytes.getLong(at);
      windows
          .computeIfAbsent(first, each -> new ArrayList<>())
          .add(new Window(bytes.getLong(at + Long.BYTES), name));
      beginnings.set((int) (first >>> 48));
    }
  }

  /** The names of those of which a file holds something. */
  Set<String> in(Path file) throws IOException {
    Set<String> found = new TreeSet<>();
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer all = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
      for (int at = 0; at + WINDOW <= all.capacity(); at++) {
        if (beginnings.get(all.getShort(at) & 0xffff)) {
          long second = all.getLong(at + Long.BYTES);
          Optional.ofNullable(windows.get(all.getLong(at))).stream()
              .flatMap(List::stream)
              .filter(window -> window.second == second)
              .forEach(window -> found.add(window.name));
        }
      }
    }
    return found;
  }
}
