// SPDX-License-Identifier: EPL-2.0
/** Attackers who look for decoys in a public model. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.testkit.detector;
