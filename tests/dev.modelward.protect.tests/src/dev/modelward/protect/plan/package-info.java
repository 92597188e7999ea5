// SPDX-License-Identifier: EPL-2.0
/** Tests of exposure plans. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.protect.plan;
