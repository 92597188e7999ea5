// SPDX-License-Identifier: EPL-2.0
/** Protected artifacts made by hand, without the sealer, and ways to damage them. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.testkit.sealed;
