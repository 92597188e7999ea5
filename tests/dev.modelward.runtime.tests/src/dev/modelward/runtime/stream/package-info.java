// SPDX-License-Identifier: EPL-2.0
/** Tests of sealed streams. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.runtime.stream;
