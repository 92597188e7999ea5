// SPDX-License-Identifier: EPL-2.0
/** Tests of plans as texts. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.protect.plan.text;
