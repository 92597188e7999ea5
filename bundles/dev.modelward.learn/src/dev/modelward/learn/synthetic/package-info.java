// SPDX-License-Identifier: EPL-2.0
/** Images drawn by rule, so that a demonstration and a test need no download. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.learn.synthetic;
