// SPDX-License-Identifier: EPL-2.0
/** Data sets as immutable descriptions, and the batches that they give. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.learn.data;
