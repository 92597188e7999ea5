// SPDX-License-Identifier: EPL-2.0
/** Tests of canonical JSON. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.runtime.json;
