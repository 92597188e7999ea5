// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.decoy;

import dev.modelward.protect.likeness.Census;
import java.util.Arrays;
import java.util.function.LongPredicate;

/**
 * What is seen of the public blocks of a layer: their numbers, with holes filled, and their holes.
 * Blocks with numbers that are none are passed over.
 */
record Survey(Census census, Holes holes) {

  static Survey of(Measure measure, LongPredicate isPublic) {
    int taps = measure.taps();
    long[] picked = new Picks(measure.blocks().count(), isPublic).some(taps);
    Survey survey = new Survey(new Census(picked.length, taps, measure.prior()), new Holes(taps));
    double[] block = new double[taps];
    for (long at : picked) {
      if (measure.read(at, block)) {
        survey.add(block, measure.isRounded());
      }
    }
    if (!measure.isRounded()) {
      survey.census.fill();
    }
    return survey;
  }

  private void add(double[] block, boolean isRounded) {
    boolean isZero = Arrays.stream(block).allMatch(number -> number == 0);
    // a single number may well have been rounded to zero
    holes.add(block, isZero || !isRounded);
    if (!isZero) {
      census.add(block);
    }
  }
}
