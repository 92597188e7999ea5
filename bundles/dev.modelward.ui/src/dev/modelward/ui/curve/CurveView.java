// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.curve;

import dev.modelward.ui.heat.Division;
import dev.modelward.ui.heat.Measurement;
import dev.modelward.ui.heat.Prediction;
import dev.modelward.ui.heat.ShareAxis;
import java.util.stream.DoubleStream;

/** What is seen of a map at a time: its division, the axis, and the border that is chosen. */
record CurveView(Division division, Ascent ascent, int border) {

  static CurveView of(Division division, ShareAxis axis) {
    return new CurveView(
        division, Ascent.of(division.summary(), axis), division.borders().shares().size() - 1);
  }

  ShareAxis axis() {
    return ascent.axis();
  }

  Prediction prediction() {
    return division.prediction();
  }

  /** The same with other borders. */
  CurveView with(Division other) {
    Ascent kept =
        other.summary() == division.summary() ? ascent : Ascent.of(other.summary(), axis());
    return new CurveView(other, kept, Math.min(border, other.tiers() - 1));
  }

  CurveView on(ShareAxis axis) {
    return new CurveView(division, Ascent.of(division.summary(), axis), border);
  }

  CurveView choosing(int other) {
    return new CurveView(division, ascent, Math.clamp(other, 0, division.tiers() - 1));
  }

  /** The lowest quality that is drawn. */
  double least() {
    return prediction().isShare() ? 0 : Math.min(prediction().plain(), measured().min().orElse(0));
  }

  /** The highest quality that is drawn. */
  double greatest() {
    return prediction().isShare() ? 1 : Math.max(prediction().plain(), measured().max().orElse(1));
  }

  private DoubleStream measured() {
    return prediction().points().stream().flatMapToDouble(CurveView::ends);
  }

  private static DoubleStream ends(Measurement point) {
    return DoubleStream.of(point.low(), point.high());
  }
}
