// SPDX-License-Identifier: EPL-2.0
/** Canonical JSON, as far as signed files use it. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.runtime.json;
