// SPDX-License-Identifier: EPL-2.0
/** Tests of the builder in a real workspace. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.workspace.build;
