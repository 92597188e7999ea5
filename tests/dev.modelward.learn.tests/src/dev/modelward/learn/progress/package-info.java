// SPDX-License-Identifier: EPL-2.0
/** Tests of {@code dev.modelward.learn.progress}. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.learn.progress;
