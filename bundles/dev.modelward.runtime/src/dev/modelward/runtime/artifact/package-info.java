// SPDX-License-Identifier: EPL-2.0
/** The protected artifact: its manifest, its tensors, and the rings that hold what is sealed. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.runtime.artifact;
