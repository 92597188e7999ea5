// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.gradient;

import dev.modelward.learn.emit.Dims;
import dev.modelward.learn.emit.Emitter;
import dev.modelward.learn.emit.Term;
import dev.modelward.onnx.Attribute;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Normalizations, and the soft maximum, which is one too. */
final class NormalizationRules {
  static final Map<String, Rule> ALL =
      Map.of(
          "BatchNormalization", NormalizationRules::batch,
          "LayerNormalization", NormalizationRules::layer,
          "InstanceNormalization", NormalizationRules::instance,
          "Softmax", NormalizationRules::softmax,
          "LogSoftmax", NormalizationRules::logSoftmax);

  private static final double EPSILON = 1e-5;

  /** Before this version the soft maximum flattens its input to a matrix. */
  private static final int FIRST_SOFTMAX_OF_ONE_AXIS = 13;

  private NormalizationRules() {}

  /**
   * A batch norm is the same line for every element of a channel, so that two sums over each
   * channel, of the gradient and of its product with the input, tell all but the input's gradient.
   */
  private static void batch(Site site) {
    Optional<Term> centred = BatchMoments.centred(site);
    if (centred.isPresent() && !site.isWanted(3) && !site.isWanted(4)) {
      batchByItsMoments(site, centred.get());
      return;
    }
    Emitter emit = site.emit();
    Term gradient = site.gradient();
    Term inverse = inverse(emit, site.in(4), site);
    Term slope = emit.mul(site.in(1), inverse);
    if (site.wants(0)) {
      site.give(0, emit.mul(gradient, perChannel(emit, slope, gradient)));
    }
    if (site.wants(2)) {
      site.give(2, sums(emit, gradient));
    }
    if (site.wants(3)) {
      site.give(3, emit.neg(emit.mul(sums(emit, gradient), slope)));
    }
    if (site.wants(1) || site.wants(4)) {
      Term products = sums(emit, emit.mul(gradient, site.in(0)));
      Term ofMeans = emit.mul(sums(emit, gradient), site.in(3));
      Term along = emit.mul(emit.sub(products, ofMeans), inverse);
      giveSpread(site, along, emit.mul(inverse, slope));
    }
  }

  private static void giveSpread(Site site, Term along, Term slope) {
    Emitter emit = site.emit();
    if (site.wants(1)) {
      site.give(1, along);
    }
    if (site.wants(4)) {
      site.give(4, emit.mul(emit.mul(along, slope), -0.5));
    }
  }

  /**
   * The whole gradient where the statistics are the batch's own. The nodes that compute them would
   * hand on the same in twice as many passes over the image; nothing is left for them.
   */
  private static void batchByItsMoments(Site site, Term centred) {
    Emitter emit = site.emit();
    Term gradient = emit.reshape(site.gradient(), centred.dims());
    Term inverse = inverse(emit, site.in(4), site);
    Term slope = emit.mul(site.in(1), inverse);
    Term total = sums(emit, gradient);
    Term along = emit.mul(sums(emit, emit.mul(gradient, centred)), inverse);
    if (site.wants(1)) {
      site.give(1, along);
    }
    if (site.wants(2)) {
      site.give(2, total);
    }
    if (site.wants(0)) {
      Term share = emit.mul(slope, -(double) centred.size(1) / centred.elements());
      Term tilt = emit.mul(emit.mul(along, inverse), share);
      Term turned = line(emit, centred, tilt, emit.mul(total, share));
      Term scaled = emit.mul(gradient, perChannel(emit, slope, gradient));
      site.give(0, emit.reshape(emit.add(scaled, turned), site.in(0).dims()));
    }
  }

  /** A slope and a shift for each channel, which a batch norm applies in one pass. */
  private static Term line(Emitter emit, Term term, Term slope, Term shift) {
    double[] ones = new double[(int) slope.elements()];
    Term zeros = emit.constant(slope.type(), slope.dims(), ones.clone());
    Arrays.fill(ones, 1);
    Term units = emit.constant(slope.type(), slope.dims(), ones);
    return emit.emit(
        "BatchNormalization",
        List.of(term, slope, shift, zeros, units),
        new Emitter.Result(term.type(), term.dims()),
        Attribute.of("epsilon", 0f));
  }

  private static Term perChannel(Emitter emit, Term vector, Term like) {
    List<Long> dims = new ArrayList<>(Collections.nCopies(like.rank(), 1L));
    dims.set(1, vector.elements());
    return emit.reshape(vector, dims);
  }

  private static Term inverse(Emitter emit, Term variance, Site site) {
    Term shifted =
        emit.add(variance, emit.constant(variance.type(), site.number("epsilon", EPSILON)));
    return emit.div(emit.constant(variance.type(), 1), emit.unary("Sqrt", shifted));
  }

  private static Term sums(Emitter emit, Term term) {
    List<Long> axes = new ArrayList<>(Dims.range(0, term.rank()));
    axes.remove(1);
    return emit.reduceSum(term, axes, false);
  }

  private static void layer(Site site) {
    Term in = site.in(0);
    List<Long> axes = Dims.range(in.axis(site.integer("axis", -1)), in.rank());
    normalize(site, axes, site.in(1));
    if (site.wants(1)) {
      Term normal = normal(site, axes);
      site.giveSummed(1, site.emit().mul(site.gradient(), normal));
    }
    if (site.wants(2)) {
      site.giveSummed(2, site.gradient());
    }
  }

  private static void instance(Site site) {
    Emitter emit = site.emit();
    Term in = site.in(0);
    List<Long> axes = Dims.range(2, in.rank());
    normalize(site, axes, perChannel(emit, site.in(1), in));
    if (site.wants(1)) {
      site.give(1, sums(emit, emit.mul(site.gradient(), normal(site, axes))));
    }
    if (site.wants(2)) {
      site.give(2, sums(emit, site.gradient()));
    }
  }

  /** The gradient of the input of a normalization over some axes. */
  private static void normalize(Site site, List<Long> axes, Term scale) {
    if (!site.wants(0)) {
      return;
    }
    Emitter emit = site.emit();
    Term scaled = emit.mul(site.gradient(), scale);
    Term normal = normal(site, axes);
    Term along = emit.mul(normal, mean(emit, emit.mul(scaled, normal), axes));
    Term rest = emit.sub(emit.sub(scaled, mean(emit, scaled, axes)), along);
    site.give(0, emit.mul(rest, deviation(site, axes)));
  }

  private static Term centred(Site site, List<Long> axes) {
    return site.emit().sub(site.in(0), mean(site.emit(), site.in(0), axes));
  }

  private static Term deviation(Site site, List<Long> axes) {
    Term centred = centred(site, axes);
    Term variance = mean(site.emit(), site.emit().mul(centred, centred), axes);
    return inverse(site.emit(), variance, site);
  }

  private static Term normal(Site site, List<Long> axes) {
    return site.emit().mul(centred(site, axes), deviation(site, axes));
  }

  private static Term mean(Emitter emit, Term term, List<Long> axes) {
    long count =
        axes.stream().mapToLong(axis -> term.size(axis.intValue())).reduce(1, (a, b) -> a * b);
    return emit.mul(emit.reduceSum(term, axes, true), 1.0 / count);
  }

  private static List<Long> softmaxAxes(Site site) {
    Term in = site.in(0);
    boolean flattens = site.emit().opset() < FIRST_SOFTMAX_OF_ONE_AXIS;
    int axis = in.axis(site.integer("axis", flattens ? 1 : -1));
    return Dims.range(axis, flattens ? in.rank() : axis + 1);
  }

  private static void softmax(Site site) {
    Emitter emit = site.emit();
    Term weighted = emit.mul(site.gradient(), site.out(0));
    Term total = emit.reduceSum(weighted, softmaxAxes(site), true);
    site.give(0, emit.sub(weighted, emit.mul(site.out(0), total)));
  }

  private static void logSoftmax(Site site) {
    Emitter emit = site.emit();
    Term total = emit.reduceSum(site.gradient(), softmaxAxes(site), true);
    Term share = emit.mul(emit.unary("Exp", site.out(0)), total);
    site.give(0, emit.sub(site.gradient(), share));
  }
}
