// SPDX-License-Identifier: EPL-2.0
/** The commands that write exposure plans and make artifacts of them. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.cli.protection;
