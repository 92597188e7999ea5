// SPDX-License-Identifier: EPL-2.0
/** The command line: one command per verb. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.cli;
