// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.gradient;

import dev.modelward.learn.emit.Dims;
import dev.modelward.learn.emit.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Convolutions in any number of directions. */
final class ConvolutionRules {
  static final Map<String, Rule> ALL =
      Map.of("Conv", ConvolutionRules::conv, "ConvTranspose", ConvolutionRules::convTranspose);

  private ConvolutionRules() {}

  private static void conv(Site site) {
    Term image = site.in(0);
    Term kernel = site.in(1);
    Convolution convolution = convolution(site, image, site.out(0));
    if (site.wants(0)) {
      site.give(0, convolution.back(site.gradient(), kernel, image.dims()));
    }
    if (site.wants(1)) {
      site.give(1, convolution.kernelGradient(image, site.gradient(), kernel.dims()));
    }
    giveBias(site);
  }

  /** A transposed convolution is the way back of a convolution from its result to its image. */
  private static void convTranspose(Site site) {
    Term image = site.in(0);
    Term kernel = site.in(1);
    Convolution convolution = convolution(site, site.out(0), image);
    if (site.wants(0)) {
      site.give(0, convolution.forward(site.gradient(), kernel, image.dims()));
    }
    if (site.wants(1)) {
      site.give(1, convolution.kernelGradient(site.gradient(), image, kernel.dims()));
    }
    giveBias(site);
  }

  private static Convolution convolution(Site site, Term large, Term small) {
    Term kernel = site.in(1);
    List<Long> taps = kernel.spatial();
    Window window = Window.of(site, taps, large, small);
    return new Convolution(site.emit(), window, site.integer("group", 1));
  }

  private static void giveBias(Site site) {
    if (site.wants(2)) {
      Term gradient = site.gradient();
      List<Long> axes = new ArrayList<>(Dims.range(0, gradient.rank()));
      axes.remove(1);
      site.give(2, site.emit().reduceSum(gradient, axes, false));
    }
  }
}
