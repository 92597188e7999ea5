// SPDX-License-Identifier: EPL-2.0
/** The harm of decoys, found by trying. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.protect.ablation;
