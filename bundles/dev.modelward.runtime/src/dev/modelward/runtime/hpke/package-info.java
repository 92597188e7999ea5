// SPDX-License-Identifier: EPL-2.0
/** Hybrid public key encryption as RFC 9180 has it. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.runtime.hpke;
