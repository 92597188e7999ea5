// SPDX-License-Identifier: EPL-2.0
/** Samples of a data set, and the graphs that tell what loss a model has with them. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.protect.calibration;
