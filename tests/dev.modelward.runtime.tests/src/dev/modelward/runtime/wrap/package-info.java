// SPDX-License-Identifier: EPL-2.0
/** Tests of wrapped secrets. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.runtime.wrap;
