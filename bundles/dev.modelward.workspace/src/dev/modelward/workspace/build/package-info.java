// SPDX-License-Identifier: EPL-2.0
/** The builder: every exposure plan of a project becomes an artifact, and stays up to date. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.workspace.build;
