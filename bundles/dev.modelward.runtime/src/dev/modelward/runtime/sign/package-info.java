// SPDX-License-Identifier: EPL-2.0
/** What a vendor signs: DSSE envelopes around canonical JSON, with Ed25519. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.runtime.sign;
