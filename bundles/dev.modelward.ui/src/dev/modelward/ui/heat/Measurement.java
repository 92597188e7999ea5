// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.heat;

/** How good a model was with decoys in a share of its blocks, and where the mean lies for sure. */
public record Measurement(double share, double mean, double low, double high) {}
