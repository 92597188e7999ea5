// SPDX-License-Identifier: EPL-2.0
/** Tests of sealing, and of opening again what was sealed. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.protect.seal;
