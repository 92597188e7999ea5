// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.importance;

import dev.modelward.ui.heat.Borders;
import dev.modelward.ui.heat.ShareAxis;

/** What a page of importance keeps until the next time, in words that can be written down. */
public record ImportanceState(String map, String borders, String axis) {
  /** The state of a page that nobody touched. */
  public static final ImportanceState FRESH = of("", Borders.usual(), ShareAxis.LOGARITHMIC);

  static ImportanceState of(String map, Borders borders, ShareAxis axis) {
    return new ImportanceState(map, borders.text(), axis.name());
  }

  /** The borders; the usual ones if another version of us wrote something else. */
  Borders shares() {
    return Borders.read(borders);
  }

  ShareAxis shareAxis() {
    return axis.equals(ShareAxis.LINEAR.name()) ? ShareAxis.LINEAR : ShareAxis.LOGARITHMIC;
  }
}
