// SPDX-License-Identifier: EPL-2.0
/** Secrets in memory that can be zeroed, and the cipher that takes them. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.runtime.secret;
