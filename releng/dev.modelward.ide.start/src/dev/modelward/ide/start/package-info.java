// SPDX-License-Identifier: EPL-2.0
/** What the workbench that our launcher starts does first. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.ide.start;
