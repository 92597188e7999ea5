// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.layered;

import dev.modelward.ui.diagram.Area;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The rows of boxes of a part, from top to bottom, and how far each reaches to both sides. */
final class Bands {

  /** One row. */
  private static final class Band {
    private final double top;
    private double bottom;
    private double left;
    private double right;

    Band(Area area) {
      top = area.y();
      bottom = area.bottom();
      left = area.x();
      right = area.right();
    }
  }

  private final List<Band> bands = new ArrayList<>();

  Bands(List<Area> boxes) {
    for (Area box : boxes.stream().sorted(Comparator.comparingDouble(Area::y)).toList()) {
      if (bands.isEmpty() || bands.getLast().bottom < box.y()) {
        bands.add(new Band(box));
      }
      bands.getLast().bottom = Math.max(bands.getLast().bottom, box.bottom());
      reserve(bands.size() - 1, bands.size() - 1, box);
    }
  }

  /** The row where a y lies, or the one above if it lies between rows. */
  int at(double y) {
    int low = 0;
    int high = bands.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) / 2;
      if (bands.get(middle).top <= y) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  double top(int band) {
    return bands.get(band).top;
  }

  double bottom(int band) {
    return bands.get(band).bottom;
  }

  double left(int first, int last) {
    double left = Double.MAX_VALUE;
    for (Band band : bands.subList(first, last + 1)) {
      left = Math.min(left, band.left);
    }
    return left;
  }

  double right(int first, int last) {
    double right = -Double.MAX_VALUE;
    for (Band band : bands.subList(first, last + 1)) {
      right = Math.max(right, band.right);
    }
    return right;
  }

  /** Widens all rows that an area touches, so that nothing else is put there. */
  void reserve(Area area) {
    reserve(at(area.y()), at(area.bottom()), area);
  }

  private void reserve(int first, int last, Area area) {
    for (Band band : bands.subList(first, last + 1)) {
      band.left = Math.min(band.left, area.x());
      band.right = Math.max(band.right, area.right());
    }
  }
}
