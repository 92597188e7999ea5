// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.chance;

/**
 * The quantile of the standard normal distribution, to 16 digits (Wichura: Algorithm AS 241,
 * Applied Statistics 37, 1988, routine PPND16); the same to the last bit everywhere.
 */
public final class NormalQuantile {
  private static final double[] CENTRE_ABOVE = {
    3.387132872796366608,
    133.14166789178437745,
    1971.5909503065514427,
    13731.693765509461125,
    45921.953931549871457,
    67265.770927008700853,
    33430.575583588128105,
    2509.0809287301226727
  };
  private static final double[] CENTRE_BELOW = {
    1.0,
    42.313330701600911252,
    687.1870074920579083,
    5394.1960214247511077,
    21213.794301586595867,
    39307.89580009271061,
    28729.085735721942674,
    5226.495278852854561
  };
  private static final double[] FLANK_ABOVE = {
    1.42343711074968357734,
    4.6303378461565452959,
    5.7694972214606914055,
    3.64784832476320460504,
    1.27045825245236838258,
    .24178072517745061177,
    .0227238449892691845833,
    7.7454501427834140764e-4
  };
  private static final double[] FLANK_BELOW = {
    1.0,
    2.05319162663775882187,
    1.6763848301838038494,
    .68976733498510000455,
    .14810397642748007459,
    .0151986665636164571966,
    5.475938084995344946e-4,
    1.05075007164441684324e-9
  };
  private static final double[] TAIL_ABOVE = {
    6.6579046435011037772,
    5.4637849111641143699,
    1.7848265399172913358,
    .29656057182850489123,
    .026532189526576123093,
    .0012426609473880784386,
    2.71155556874348757815e-5,
    2.01033439929228813265e-7
  };
  private static final double[] TAIL_BELOW = {
    1.0,
    .59983220655588793769,
    .13692988092273580531,
    .0148753612908506148525,
    7.868691311456132591e-4,
    1.8463183175100546818e-5,
    1.4215117583164458887e-7,
    2.04426310338993978564e-15
  };

  private NormalQuantile() {}

  /** The number below which a standard normal variable lies with a probability between 0 and 1. */
  public static double at(double probability) {
    if (!(probability > 0 && probability < 1)) {
      throw new IllegalArgumentException("expected 0 < p < 1, found " + probability);
    }
    double distance = probability - 0.5;
    if (Math.abs(distance) <= 0.425) {
      double r = 0.180625 - distance * distance;
      return distance * polynomial(CENTRE_ABOVE, r) / polynomial(CENTRE_BELOW, r);
    }
    // StrictMath, because Math.log may differ in the last bit from machine to machine
    double r = Math.sqrt(-StrictMath.log(Math.min(probability, 1 - probability)));
    double size =
        r <= 5
            ? polynomial(FLANK_ABOVE, r - 1.6) / polynomial(FLANK_BELOW, r - 1.6)
            : polynomial(TAIL_ABOVE, r - 5) / polynomial(TAIL_BELOW, r - 5);
    return distance < 0 ? -size : size;
  }

  private static double polynomial(double[] coefficients, double x) {
    double sum = 0;
    for (int i = coefficients.length - 1; i >= 0; i--) {
      sum = sum * x + coefficients[i];
    }
    return sum;
  }
}
