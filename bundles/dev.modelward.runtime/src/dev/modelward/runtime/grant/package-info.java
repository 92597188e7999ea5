// SPDX-License-Identifier: EPL-2.0
/** Grants: who may open which tier of an artifact, when, and where. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.runtime.grant;
