// SPDX-License-Identifier: EPL-2.0
/** Builds of projects without a screen: nobody is asked, and machines can read the outcome. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.workspace.headless;
