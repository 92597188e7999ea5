// SPDX-License-Identifier: EPL-2.0
/** Tests of the vendor's key ring. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.protect.keys;
