// SPDX-License-Identifier: EPL-2.0
/** Trainings small enough for a test. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.learn.train;
