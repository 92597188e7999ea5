// SPDX-License-Identifier: EPL-2.0
package dev.modelward.reference;

import dev.modelward.testkit.detector.Area;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** How well decoys were found in the layers of a model by one clue, over some seeds. */
final class Finds {
  private final List<Find> finds = new ArrayList<>();

  /** The area of a layer, the mean over seeds. */
  private record Find(String layer, int blocks, int decoys, double area) {}

  /** Adds a layer with the marks of its blocks for each seed. */
  void add(Hunt hunt, List<double[]> marks) {
    double area =
        marks.stream().mapToDouble(all -> area(hunt.sealed(), all)).average().orElseThrow();
    finds.add(new Find(hunt.layer().name(), hunt.count(), hunt.sealed().cardinality(), area));
  }

  private static double area(BitSet sealed, double... marks) {
    return Area.of(
        sealed.stream().mapToDouble(block -> marks[block]).toArray(),
        IntStream.range(0, marks.length)
            .filter(block -> !sealed.get(block))
            .mapToDouble(block -> marks[block])
            .toArray());
  }

  /** The area for a decoy and a block of the same layer: of all layers, each decoy once. */
  double pooled() {
    double decoys = finds.stream().mapToInt(Find::decoys).sum();
    return finds.stream().mapToDouble(find -> find.area() * find.decoys()).sum() / decoys;
  }

  /** The pooled area, and the layer that is furthest from a half. */
  @Override
  public String toString() {
    Find worst = finds.getFirst();
    for (Find find : finds) {
      worst = Math.abs(find.area() - .5) > Math.abs(worst.area() - .5) ? find : worst;
    }
    return String.format(
        Locale.ROOT,
        "%.3f; layers %.3f to %.3f, furthest from a half %s: %.3f (%d decoys among %d blocks)",
        pooled(),
        finds.stream().mapToDouble(Find::area).min().orElseThrow(),
        finds.stream().mapToDouble(Find::area).max().orElseThrow(),
        worst.layer(),
        worst.area(),
        worst.decoys(),
        worst.blocks());
  }
}
