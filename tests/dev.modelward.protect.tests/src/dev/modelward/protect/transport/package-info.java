// SPDX-License-Identifier: EPL-2.0
/** Tests of artifacts as one file. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.protect.transport;
