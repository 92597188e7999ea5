// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.curve;

import dev.modelward.ui.diagram.Area;
import dev.modelward.ui.heat.ShareAxis;

/** Where shares and values stand in an area. */
record Plot(Area area, ShareAxis axis, double low, double high) {

  double x(double share) {
    return area.x() + area.width() * axis.place(share);
  }

  /** The share at an x, in steps that are a little finer than what is told. */
  double share(double x) {
    double exact = axis.share((x - area.x()) / Math.max(1, area.width()));
    return Math.rint(exact * 1e6) / 1e6;
  }

  double y(double value) {
    double part = high > low ? (value - low) / (high - low) : 0;
    return area.bottom() - area.height() * part;
  }

  /** The same area for values of another range. */
  Plot of(double otherLow, double otherHigh) {
    return new Plot(area, axis, otherLow, otherHigh);
  }
}
