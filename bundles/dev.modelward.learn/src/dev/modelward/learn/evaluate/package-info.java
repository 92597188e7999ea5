// SPDX-License-Identifier: EPL-2.0
/** How good a model is on a data set: metrics, measured with the interval in which they lie. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.learn.evaluate;
