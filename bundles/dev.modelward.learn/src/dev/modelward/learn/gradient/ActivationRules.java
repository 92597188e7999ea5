// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.gradient;

import dev.modelward.learn.emit.Emitter;
import dev.modelward.learn.emit.Term;
import java.util.Map;

/** Activation functions. */
final class ActivationRules {
  static final Map<String, Rule> ALL =
      Map.ofEntries(
          Map.entry("Relu", ActivationRules::relu),
          Map.entry("LeakyRelu", ActivationRules::leakyRelu),
          Map.entry("PRelu", ActivationRules::pRelu),
          Map.entry("Elu", ActivationRules::elu),
          Map.entry("Clip", ActivationRules::clip),
          Map.entry("Sigmoid", ActivationRules::sigmoid),
          Map.entry("HardSigmoid", ActivationRules::hardSigmoid),
          Map.entry("HardSwish", ActivationRules::hardSwish),
          Map.entry("Tanh", ActivationRules::tanh),
          Map.entry("Softplus", ActivationRules::softplus),
          Map.entry("Softsign", ActivationRules::softsign),
          Map.entry("Erf", ActivationRules::erf),
          Map.entry("Gelu", ActivationRules::gelu));

  private static final double ERF_SLOPE = 2 / Math.sqrt(Math.PI);

  private ActivationRules() {}

  private static Term zero(Site site) {
    return site.emit().constant(site.in(0).type(), 0);
  }

  private static Term one(Site site) {
    return site.emit().constant(site.in(0).type(), 1);
  }

  private static void giveTimes(Site site, Term slope) {
    site.give(0, site.emit().mul(site.gradient(), slope));
  }

  private static void relu(Site site) {
    Emitter emit = site.emit();
    site.give(0, emit.onlyWhere(emit.greater(site.out(0), zero(site)), site.gradient()));
  }

  private static void leakyRelu(Site site) {
    Emitter emit = site.emit();
    Term low = emit.mul(site.gradient(), site.number("alpha", 0.01));
    site.give(0, emit.where(emit.less(site.in(0), zero(site)), low, site.gradient()));
  }

  private static void pRelu(Site site) {
    Emitter emit = site.emit();
    Term below = emit.less(site.in(0), zero(site));
    if (site.wants(0)) {
      Term low = emit.mul(site.gradient(), site.in(1));
      site.giveSummed(0, emit.where(below, low, site.gradient()));
    }
    if (site.wants(1)) {
      site.giveSummed(1, emit.onlyWhere(below, emit.mul(site.gradient(), site.in(0))));
    }
  }

  private static void elu(Site site) {
    Emitter emit = site.emit();
    Term alpha = emit.constant(site.in(0).type(), site.number("alpha", 1));
    Term low = emit.mul(site.gradient(), emit.add(site.out(0), alpha));
    site.give(0, emit.where(emit.less(site.in(0), zero(site)), low, site.gradient()));
  }

  /**
   * The gradient passes wherever the input did, and goes to the bound where that stands instead.
   */
  private static void clip(Site site) {
    Emitter emit = site.emit();
    if (site.wants(0)) {
      site.give(0, emit.onlyWhere(emit.equal(site.in(0), site.out(0)), site.gradient()));
    }
    if (site.wants(1)) {
      Term low = emit.less(site.in(0), site.out(0));
      site.giveSummed(1, emit.onlyWhere(low, site.gradient()));
    }
    if (site.wants(2)) {
      Term high = emit.greater(site.in(0), site.out(0));
      site.giveSummed(2, emit.onlyWhere(high, site.gradient()));
    }
  }

  private static void sigmoid(Site site) {
    Emitter emit = site.emit();
    giveTimes(site, emit.mul(site.out(0), emit.sub(one(site), site.out(0))));
  }

  private static void hardSigmoid(Site site) {
    Emitter emit = site.emit();
    Term low = emit.onlyWhere(emit.greater(site.out(0), zero(site)), site.gradient());
    Term inside = emit.onlyWhere(emit.less(site.out(0), one(site)), low);
    site.give(0, emit.mul(inside, site.number("alpha", 0.2)));
  }

  private static void hardSwish(Site site) {
    Emitter emit = site.emit();
    Term in = site.in(0);
    Term half = emit.constant(in.type(), 0.5);
    Term middle = emit.add(emit.mul(in, 1.0 / 3), half);
    Term high = emit.where(emit.less(in, emit.constant(in.type(), 3)), middle, one(site));
    giveTimes(site, emit.onlyWhere(emit.greater(in, emit.constant(in.type(), -3)), high));
  }

  private static void tanh(Site site) {
    Emitter emit = site.emit();
    giveTimes(site, emit.sub(one(site), emit.mul(site.out(0), site.out(0))));
  }

  private static void softplus(Site site) {
    giveTimes(site, site.emit().unary("Sigmoid", site.in(0)));
  }

  private static void softsign(Site site) {
    Emitter emit = site.emit();
    Term wide = emit.add(one(site), emit.unary("Abs", site.in(0)));
    site.give(0, emit.div(site.gradient(), emit.mul(wide, wide)));
  }

  private static void erf(Site site) {
    giveTimes(site, site.emit().mul(bell(site.emit(), site.in(0)), ERF_SLOPE));
  }

  /** exp(-x²). */
  private static Term bell(Emitter emit, Term x) {
    return emit.unary("Exp", emit.neg(emit.mul(x, x)));
  }

  private static void gelu(Site site) {
    giveTimes(
        site,
        "tanh".equals(site.text("approximate", "none")) ? geluTanhSlope(site) : geluSlope(site));
  }

  /** Φ(x) + x·φ(x). */
  private static Term geluSlope(Site site) {
    Emitter emit = site.emit();
    Term scaled = emit.mul(site.in(0), Math.sqrt(0.5));
    Term share = emit.mul(emit.add(emit.unary("Erf", scaled), one(site)), 0.5);
    Term density = emit.mul(bell(emit, scaled), 1 / Math.sqrt(2 * Math.PI));
    return emit.add(share, emit.mul(site.in(0), density));
  }

  /** The slope of x/2·(1 + tanh(√(2/π)·(x + 0.044715·x³))). */
  private static Term geluTanhSlope(Site site) {
    Emitter emit = site.emit();
    Term x = site.in(0);
    Term square = emit.mul(x, x);
    double scale = Math.sqrt(2 / Math.PI);
    Term inner = emit.mul(emit.add(x, emit.mul(emit.mul(square, x), 0.044715)), scale);
    Term tanh = emit.unary("Tanh", inner);
    Term innerSlope = emit.mul(emit.add(one(site), emit.mul(square, 3 * 0.044715)), scale);
    Term tanhSlope = emit.mul(emit.sub(one(site), emit.mul(tanh, tanh)), innerSlope);
    Term share = emit.mul(emit.add(tanh, one(site)), 0.5);
    return emit.add(share, emit.mul(emit.mul(x, tanhSlope), 0.5));
  }
}
