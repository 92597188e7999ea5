// SPDX-License-Identifier: EPL-2.0
/** Tests of {@code dev.modelward.learn.run}. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.learn.run;
