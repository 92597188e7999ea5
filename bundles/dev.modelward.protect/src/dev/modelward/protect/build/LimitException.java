// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.build;

import dev.modelward.protect.plan.Limit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.OptionalDouble;

/** Views that are worth more, or less, than a plan allows; nothing was built. */
public final class LimitException extends Exception {
  private static final long serialVersionUID = 1;

  private final transient List<Breach> breaches;

  LimitException(List<Breach> breaches) {
    super(breaches.getFirst().toString());
    this.breaches = List.copyOf(breaches);
  }

  /**
   * A limit, what the view is worth as people write it, which share of the weights it leaves
   * sealed, and which share was found to be enough, if it was.
   */
  public record Breach(Limit limit, String found, double sealed, OptionalDouble enough) {
    private static final MathContext DIGITS = new MathContext(3);

    /** What is wrong, and by how much. */
    public String what() {
      String bound =
          switch (limit.bound()) {
            case AT_MOST -> "its limit is ";
            case AT_LEAST -> "it must reach ";
          };
      return "The %s view reaches %s, %s%s.".formatted(limit.view(), found, bound, limit.quality());
    }

    /** What mends it. */
    public String remedy() {
      String now = share(BigDecimal.valueOf(sealed).round(DIGITS));
      if (enough.isPresent()) {
        // rounded up, for less might not be enough
        BigDecimal up =
            BigDecimal.valueOf(enough.getAsDouble())
                .round(new MathContext(DIGITS.getPrecision(), RoundingMode.CEILING));
        return "Seal %s of the weights (now %s).".formatted(share(up), now);
      }
      return switch (limit.bound()) {
        case AT_MOST ->
            "Let the view seal more of the weights (now %s), or raise the limit.".formatted(now);
        case AT_LEAST ->
            "Let the view seal less of the weights (now %s), or lower the limit.".formatted(now);
      };
    }

    private static String share(BigDecimal part) {
      return part.movePointRight(2).stripTrailingZeros().toPlainString() + " %";
    }

    @Override
    public String toString() {
      return "view '%s': expected %s, found %s".formatted(limit.view(), limit, found);
    }
  }

  /** All of them. */
  public List<Breach> breaches() {
    return breaches;
  }
}
