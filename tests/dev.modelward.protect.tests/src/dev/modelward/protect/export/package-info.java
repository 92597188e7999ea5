// SPDX-License-Identifier: EPL-2.0
/** Tests of what other tools get to read of a map. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.protect.export;
