// SPDX-License-Identifier: EPL-2.0
/** What is wrong in a project, and the markers that say so. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.workspace.problem;
