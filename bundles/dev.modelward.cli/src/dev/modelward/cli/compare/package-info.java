// SPDX-License-Identifier: EPL-2.0
/** The command that shows two artifacts side by side. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.cli.compare;
