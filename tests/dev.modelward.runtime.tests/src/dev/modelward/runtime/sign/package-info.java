// SPDX-License-Identifier: EPL-2.0
/** Tests of what vendors sign. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.runtime.sign;
