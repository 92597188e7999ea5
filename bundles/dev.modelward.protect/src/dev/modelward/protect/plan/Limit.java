// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.plan;

/** What a view may at most, or must at least, be worth; a build that breaks it fails. */
public record Limit(String view, Bound bound, Target.Quality quality) {

  /** On which side of the quality a view must stay. */
  public enum Bound {
    /** Not better. */
    AT_MOST("<="),
    /** Not worse. */
    AT_LEAST(">=");

    private final String sign;

    Bound(String sign) {
      this.sign = sign;
    }

    /** What is written before the quality. */
    public String sign() {
      return sign;
    }
  }

  /** Whether a measured quality, in the numbers of its metric, keeps the limit. */
  public boolean keeps(double measured) {
    return switch (bound) {
      case AT_MOST -> measured <= quality.measured();
      case AT_LEAST -> measured >= quality.measured();
    };
  }

  @Override
  public String toString() {
    return bound.sign() + " " + quality;
  }
}
