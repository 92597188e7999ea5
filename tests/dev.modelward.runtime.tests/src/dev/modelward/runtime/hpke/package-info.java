// SPDX-License-Identifier: EPL-2.0
/** Tests of hybrid public key encryption. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.runtime.hpke;
