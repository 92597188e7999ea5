// SPDX-License-Identifier: EPL-2.0
/** Secrets that open for one recipient or passphrase, and who opens them. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.runtime.wrap;
