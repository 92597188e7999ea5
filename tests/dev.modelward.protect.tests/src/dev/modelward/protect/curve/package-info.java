// SPDX-License-Identifier: EPL-2.0
/** Tests of how good models are without their most important blocks. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.protect.curve;
