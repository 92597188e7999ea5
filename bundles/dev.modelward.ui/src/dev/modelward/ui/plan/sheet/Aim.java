// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.plan.sheet;

import java.util.Locale;

/** What a tier aims at, by the key behind which it is written. */
public enum Aim {
  /** A quality that the view should have. */
  QUALITY,
  /** A part of the weights that stays sealed. */
  SHARE,
  /** Nothing stays sealed. */
  EVERYTHING;

  /** The aim of a tier as it is written. */
  public static Aim of(Row tier) {
    if (!tier.text(QUALITY.key()).isEmpty()) {
      return QUALITY;
    }
    return tier.text(SHARE.key()).isEmpty() ? EVERYTHING : SHARE;
  }

  /** The key; for everything there is none in a plan. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
