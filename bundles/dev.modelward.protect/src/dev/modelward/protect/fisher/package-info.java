// SPDX-License-Identifier: EPL-2.0
/** The harm of decoys, foretold by gradients. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.protect.fisher;
