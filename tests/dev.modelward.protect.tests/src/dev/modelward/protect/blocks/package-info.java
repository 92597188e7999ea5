// SPDX-License-Identifier: EPL-2.0
/** Tests of how weights are cut into blocks. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.protect.blocks;
