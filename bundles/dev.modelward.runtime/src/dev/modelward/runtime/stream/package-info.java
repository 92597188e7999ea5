// SPDX-License-Identifier: EPL-2.0
/**
 * Sealed streams: the chunked encryption of c2sp.org/chunked-encryption with AES-256-GCM and
 * SHA-512.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.runtime.stream;
