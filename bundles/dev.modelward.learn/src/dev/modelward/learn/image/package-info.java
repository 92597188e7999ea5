// SPDX-License-Identifier: EPL-2.0
/** Image files as records. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.learn.image;
