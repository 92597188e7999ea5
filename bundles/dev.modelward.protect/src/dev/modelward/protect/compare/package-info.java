// SPDX-License-Identifier: EPL-2.0
/** Two artifacts side by side: which blocks moved from tier to tier, and what else differs. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.protect.compare;
