// SPDX-License-Identifier: EPL-2.0
/** The work of a command: how it is shown, interrupted and ended, and how it fails. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.cli.work;
