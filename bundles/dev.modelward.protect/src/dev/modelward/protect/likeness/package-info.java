// SPDX-License-Identifier: EPL-2.0
/** How blocks of a layer are spread, and others that are spread alike. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.protect.likeness;
