// SPDX-License-Identifier: EPL-2.0
/** What every part of the runtime may refuse to do. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.runtime;
