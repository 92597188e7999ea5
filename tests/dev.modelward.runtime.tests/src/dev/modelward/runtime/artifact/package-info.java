// SPDX-License-Identifier: EPL-2.0
/** Tests of the protected artifact. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.runtime.artifact;
