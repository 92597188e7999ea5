// SPDX-License-Identifier: EPL-2.0
/** The vendor's key ring: signing keys and master keys in one sealed file. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.protect.keys;
