// SPDX-License-Identifier: EPL-2.0
/** Artifacts as one file, to be carried: packed, and unpacked once they are verified. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.protect.transport;
