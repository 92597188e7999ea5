// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.compare;

import dev.modelward.runtime.ProtectionException;
import dev.modelward.runtime.artifact.Artifact;
import dev.modelward.runtime.artifact.TierKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Which blocks are in the rings of an artifact that a key opens. That is secret, and is erased when
 * this is closed.
 */
public final class Locations implements AutoCloseable {
  private final List<RingPart> parts;
  private final int opened;

  private Locations(List<RingPart> parts, int opened) {
    this.parts = parts;
    this.opened = opened;
  }

  /** Those of nobody, who has no key. */
  public static Locations none() {
    return new Locations(List.of(), 0);
  }

  /** Those in the rings up to the tier of a key; their values are verified, and not kept. */
  public static Locations of(Artifact artifact, TierKey key)
      throws IOException, ProtectionException {
    List<RingPart> parts = new ArrayList<>();
    try {
      for (int ring = 1; ring <= key.tier(); ring++) {
        RingIndex index = new RingIndex(ring, artifact.manifest().tensors());
        artifact.copyRing(key, ring, index);
        parts.addAll(index.parts());
      }
      return new Locations(List.copyOf(parts), key.tier());
    } catch (IOException | ProtectionException | RuntimeException | Error e) {
      parts.forEach(RingPart::erase);
      throw e;
    }
  }

  /** The number of the last opened ring; 0 if there is none. */
  public int opened() {
    return opened;
  }

  /** The parts of the rings that lie in a tensor. */
  List<RingPart> in(int tensor) {
    return parts.stream().filter(part -> part.tensor() == tensor).toList();
  }

  @Override
  public void close() {
    parts.forEach(RingPart::erase);
  }

  @Override
  public String toString() {
    return "locations in rings up to " + opened;
  }
}
