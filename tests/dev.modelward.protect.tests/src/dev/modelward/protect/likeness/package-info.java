// SPDX-License-Identifier: EPL-2.0
/** Tests of blocks that are spread like others. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.protect.likeness;
