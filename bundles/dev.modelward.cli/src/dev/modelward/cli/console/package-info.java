// SPDX-License-Identifier: EPL-2.0
/** What the command line writes: text for people, JSON for machines. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.cli.console;
