// SPDX-License-Identifier: EPL-2.0
/** Tests of how blocks are placed in rings. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.protect.planner;
