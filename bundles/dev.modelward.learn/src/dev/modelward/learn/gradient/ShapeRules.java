// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.gradient;

import dev.modelward.learn.emit.Dims;
import dev.modelward.learn.emit.Emitter;
import dev.modelward.learn.emit.Term;
import dev.modelward.learn.emit.Windows;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Operators that move elements and leave them as they are, and those that sum them up. */
final class ShapeRules {
  static final Map<String, Rule> ALL =
      Map.ofEntries(
          Map.entry("Identity", ShapeRules::reshape),
          Map.entry("Dropout", ShapeRules::reshape),
          Map.entry("Flatten", ShapeRules::reshape),
          Map.entry("Reshape", ShapeRules::reshape),
          Map.entry("Squeeze", ShapeRules::reshape),
          Map.entry("Unsqueeze", ShapeRules::reshape),
          Map.entry("Cast", ShapeRules::cast),
          Map.entry("Transpose", ShapeRules::transpose),
          Map.entry("Expand", site -> site.giveSummed(0, site.gradient())),
          Map.entry("Concat", ShapeRules::concat),
          Map.entry("Split", ShapeRules::split),
          Map.entry("Pad", ShapeRules::pad),
          Map.entry("ReduceSum", site -> reduce(site, 1)),
          Map.entry("ReduceMean", ShapeRules::reduceMean));

  private ShapeRules() {}

  private static void reshape(Site site) {
    if (site.wants(0)) {
      site.give(0, site.emit().reshape(site.gradient(), site.in(0).dims()));
    }
  }

  private static void cast(Site site) {
    site.give(0, site.emit().cast(site.gradient(), site.in(0).type()));
  }

  private static void transpose(Site site) {
    int rank = site.in(0).rank();
    List<Long> given = site.integers("perm");
    List<Long> order = given.isEmpty() ? Dims.range(0, rank).reversed() : given;
    List<Long> back = new ArrayList<>(order);
    for (int i = 0; i < rank; i++) {
      back.set(order.get(i).intValue(), (long) i);
    }
    site.give(0, site.emit().transpose(site.gradient(), back));
  }

  private static void concat(Site site) {
    int axis = site.out(0).axis(site.integer("axis", 1));
    long start = 0;
    for (int i = 0; i < site.inputs(); i++) {
      long count = site.in(i).size(axis);
      if (site.wants(i)) {
        Windows.Part part = new Windows.Part(axis, start, count, 1);
        site.give(i, new Windows(site.emit()).slice(site.gradient(), List.of(part)));
      }
      start += count;
    }
  }

  private static void split(Site site) {
    int axis = site.in(0).axis(site.integer("axis", 0));
    List<Term> parts = new ArrayList<>();
    for (int i = 0; i < site.node().outputs().size(); i++) {
      parts.add(site.gradient(i));
    }
    site.give(0, site.emit().concat(parts, axis));
  }

  /** What stood inside the padding, with zeros where negative padding cut something off. */
  private static void pad(Site site) {
    Term in = site.in(0);
    List<Long> before = room(site, 0);
    List<Long> after = room(site, 1);
    List<Windows.Part> parts = new ArrayList<>();
    for (int i = 0; i < in.rank(); i++) {
      long added = Math.max(0, before.get(i)) + Math.max(0, after.get(i));
      long count = site.out(0).size(i) - added;
      parts.add(new Windows.Part(i, Math.max(0, before.get(i)), count, 1));
    }
    Windows windows = new Windows(site.emit());
    Term inside = windows.slice(site.gradient(), parts);
    site.give(0, windows.pad(inside, cut(before), cut(after)));
  }

  /** The padding on one side of each axis. */
  private static List<Long> room(Site site, int side) {
    Term in = site.in(0);
    List<Long> pads = site.integers("pads", 1);
    List<Long> axes = site.has(3) ? site.integers(3) : Dims.range(0, in.rank());
    List<Long> room = new ArrayList<>(Collections.nCopies(in.rank(), 0L));
    for (int i = 0; i < axes.size(); i++) {
      room.set(in.axis(axes.get(i)), pads.get(side * axes.size() + i));
    }
    return room;
  }

  private static List<Long> cut(List<Long> room) {
    return room.stream().map(pad -> Math.max(0, -pad)).toList();
  }

  private static void reduceMean(Site site) {
    long count = site.in(0).elements() / Math.max(1, site.out(0).elements());
    reduce(site, 1.0 / count);
  }

  private static void reduce(Site site, double share) {
    Emitter emit = site.emit();
    Term in = site.in(0);
    List<Long> kept = new ArrayList<>(in.dims());
    for (int axis : axes(site)) {
      kept.set(axis, 1L);
    }
    Term gradient = emit.mul(emit.reshape(site.gradient(), kept), share);
    site.give(0, emit.expand(gradient, in.dims()));
  }

  private static List<Integer> axes(Site site) {
    Term in = site.in(0);
    List<Long> given = site.integers("axes", 1);
    boolean none = given.isEmpty() && site.integer("noop_with_empty_axes", 0) == 1;
    List<Long> all = none ? List.of() : Dims.range(0, in.rank());
    return (given.isEmpty() ? all : given).stream().map(in::axis).toList();
  }
}
