// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.gradient;

import dev.modelward.learn.emit.Emitter;
import dev.modelward.learn.emit.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Operators that compute each element by itself, or from its partners in other inputs. */
final class ArithmeticRules {
  static final Map<String, Rule> ALL =
      Map.ofEntries(
          Map.entry("Add", ArithmeticRules::add),
          Map.entry("Sum", ArithmeticRules::add),
          Map.entry("Sub", ArithmeticRules::sub),
          Map.entry("Mul", ArithmeticRules::mul),
          Map.entry("Div", ArithmeticRules::div),
          Map.entry("Pow", ArithmeticRules::pow),
          Map.entry("Max", ArithmeticRules::extremum),
          Map.entry("Min", ArithmeticRules::extremum),
          Map.entry("Where", ArithmeticRules::where),
          Map.entry("Neg", site -> site.give(0, site.emit().neg(site.gradient()))),
          Map.entry("Sqrt", ArithmeticRules::sqrt),
          Map.entry("Exp", site -> site.give(0, site.emit().mul(site.gradient(), site.out(0)))),
          Map.entry("Log", site -> site.give(0, site.emit().div(site.gradient(), site.in(0)))),
          Map.entry("Reciprocal", ArithmeticRules::reciprocal),
          Map.entry("Abs", ArithmeticRules::abs));

  private ArithmeticRules() {}

  private static void add(Site site) {
    for (int i = 0; i < site.inputs(); i++) {
      if (site.wants(i)) {
        site.giveSummed(i, site.gradient());
      }
    }
  }

  private static void sub(Site site) {
    if (site.wants(0)) {
      site.giveSummed(0, site.gradient());
    }
    if (site.wants(1)) {
      site.giveSummed(1, site.emit().neg(site.gradient()));
    }
  }

  private static void mul(Site site) {
    if (site.wants(0)) {
      site.giveSummed(0, site.emit().mul(site.gradient(), site.in(1)));
    }
    if (site.wants(1)) {
      site.giveSummed(1, site.emit().mul(site.gradient(), site.in(0)));
    }
  }

  private static void div(Site site) {
    Emitter emit = site.emit();
    Term scaled = emit.div(site.gradient(), site.in(1));
    if (site.wants(0)) {
      site.giveSummed(0, scaled);
    }
    if (site.wants(1)) {
      site.giveSummed(1, emit.neg(emit.mul(scaled, site.out(0))));
    }
  }

  private static void pow(Site site) {
    Emitter emit = site.emit();
    Term exponent = emit.cast(site.in(1), site.in(0).type());
    if (site.wants(0)) {
      Term lower = emit.sub(exponent, emit.constant(exponent.type(), 1));
      Term slope = emit.mul(exponent, emit.pow(site.in(0), lower));
      site.giveSummed(0, emit.mul(site.gradient(), slope));
    }
    if (site.wants(1)) {
      Term slope = emit.mul(site.out(0), emit.unary("Log", site.in(0)));
      Term positive = emit.greater(site.in(0), emit.constant(site.in(0).type(), 0));
      site.giveSummed(1, emit.onlyWhere(positive, emit.mul(site.gradient(), slope)));
    }
  }

  /** Where several inputs are equally large, they share the gradient. */
  private static void extremum(Site site) {
    Emitter emit = site.emit();
    Term out = site.out(0);
    List<Term> chosen = new ArrayList<>();
    for (int i = 0; i < site.inputs(); i++) {
      chosen.add(emit.cast(emit.equal(site.in(i), out), out.type()));
    }
    Term share = emit.div(site.gradient(), chosen.stream().reduce(emit::add).orElseThrow());
    for (int i = 0; i < site.inputs(); i++) {
      if (site.wants(i)) {
        site.giveSummed(i, emit.mul(chosen.get(i), share));
      }
    }
  }

  private static void where(Site site) {
    Emitter emit = site.emit();
    Term zero = emit.constant(site.out(0).type(), 0);
    if (site.wants(1)) {
      site.giveSummed(1, emit.where(site.in(0), site.gradient(), zero));
    }
    if (site.wants(2)) {
      site.giveSummed(2, emit.where(site.in(0), zero, site.gradient()));
    }
  }

  private static void sqrt(Site site) {
    Emitter emit = site.emit();
    site.give(0, emit.div(emit.mul(site.gradient(), 0.5), site.out(0)));
  }

  private static void reciprocal(Site site) {
    Emitter emit = site.emit();
    Term square = emit.mul(site.out(0), site.out(0));
    site.give(0, emit.neg(emit.mul(site.gradient(), square)));
  }

  private static void abs(Site site) {
    Emitter emit = site.emit();
    Term gradient = site.gradient();
    Term below = emit.less(site.in(0), emit.constant(site.in(0).type(), 0));
    site.give(0, emit.where(below, emit.neg(gradient), gradient));
  }
}
