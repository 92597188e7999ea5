// SPDX-License-Identifier: EPL-2.0
/** Digests of what a result depends on. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.learn.digest;
