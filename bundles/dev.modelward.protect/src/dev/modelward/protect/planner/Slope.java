// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.planner;

import dev.modelward.learn.evaluate.MismatchException;
import dev.modelward.learn.run.RunException;
import dev.modelward.protect.curve.Costume;
import dev.modelward.protect.curve.Draws;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How the quality of a model falls as more of its weights are sealed, measured where somebody asks.
 * Most of it is a sketch by few records, which is corrected by how far it was off where all records
 * were asked.
 */
final class Slope {
  private final Bench bench;
  private final Cut cut;
  private final Map<Long, Spot> spots = new HashMap<>();
  private final NavigableMap<Long, Double> sketched = new TreeMap<>();
  private final NavigableMap<Long, Draws> measured = new TreeMap<>();

  Slope(Bench bench, Cut cut) {
    this.bench = bench;
    this.cut = cut;
    know(cut.atLeast(0), bench.sketchedPlain(), bench.plain());
  }

  /** The slope of another cut, on which a view of this one lies. */
  Slope through(Spot known, Cut other) {
    Slope slope = new Slope(bench, other);
    slope.spots.put(known.weights(), known);
    slope.sketched.put(known.weights(), sketched(known.weights()));
    slope.measured.put(known.weights(), measured(known.weights()));
    return slope;
  }

  private void know(Spot spot, Draws sketch, Draws whole) {
    spots.put(spot.weights(), spot);
    sketched.put(spot.weights(), sketch.mean());
    measured.put(spot.weights(), whole);
  }

  Cut cut() {
    return cut;
  }

  Spot spot(long weights) {
    return Optional.ofNullable(spots.get(weights)).orElseThrow();
  }

  /** Measures a view by the records of sketches. */
  void sketch(Spot spot) throws RunException, IOException, MismatchException {
    if (bench.isOne()) {
      measure(spot);
    } else if (!sketched.containsKey(spot.weights())) {
      Costume costume = cut.costume(spot.sealed());
      Draws found = bench.sketch(costume, spot.sealed(), cut.dressed(spot.sealed()));
      spots.put(spot.weights(), spot);
      sketched.put(spot.weights(), found.mean());
    }
  }

  /** What a view is worth by all records. */
  Draws measure(Spot spot) throws RunException, IOException, MismatchException {
    if (!measured.containsKey(spot.weights())) {
      Costume costume = cut.costume(spot.sealed());
      Draws found = bench.measure(costume, spot.sealed(), cut.dressed(spot.sealed()));
      if (bench.isOne()) {
        know(spot, found, found);
      } else {
        sketch(spot);
        measured.put(spot.weights(), found);
      }
    }
    return measured(spot.weights());
  }

  private double sketched(long weights) {
    return Optional.ofNullable(sketched.get(weights)).orElseThrow();
  }

  private Draws measured(long weights) {
    return Optional.ofNullable(measured.get(weights)).orElseThrow();
  }

  boolean isMeasured(Spot spot) {
    return measured.containsKey(spot.weights());
  }

  /** What all records should say of a view that was sketched. */
  double expected(long weights) {
    return sketched(weights) + correction(weights);
  }

  /** How far a sketch is off, between two views of which that is known. */
  private double correction(long weights) {
    long below = measured.headMap(weights, true).lastKey();
    NavigableMap<Long, Draws> above = measured.tailMap(weights, true);
    double before = correctionAt(below);
    if (above.isEmpty() || above.firstKey() == below) {
      return before;
    }
    double way = (double) (weights - below) / (above.firstKey() - below);
    return before + way * (correctionAt(above.firstKey()) - before);
  }

  private double correctionAt(long weights) {
    return measured(weights).mean() - sketched(weights);
  }

  /** What is expected of all views that were sketched, by rising weights, and never rising. */
  NavigableMap<Long, Double> profile() {
    double[] numbers = sketched.keySet().stream().mapToDouble(this::expected).toArray();
    double[] falling = Falling.of(numbers);
    NavigableMap<Long, Double> profile = new TreeMap<>();
    for (long weights : sketched.keySet()) {
      profile.put(weights, falling[profile.size()]);
    }
    return profile;
  }

  /** A new view of about so many weights, of more than one and less than another number. */
  Optional<Spot> between(long low, long high, double wanted) {
    if (high - low < 2) {
      return Optional.empty();
    }
    long aim = Math.clamp(Math.round(wanted), low + 1, high - 1);
    Spot above = cut.atLeast(aim);
    if (above.weights() >= aim && above.weights() < high) {
      return Optional.of(above);
    }
    if (above.room() == 0) {
      return Optional.empty();
    }
    Spot below = new Spot(above.room() - 1, cut.sealed(above.room() - 1));
    return Optional.of(below).filter(spot -> spot.weights() > low && spot.weights() < high);
  }
}
