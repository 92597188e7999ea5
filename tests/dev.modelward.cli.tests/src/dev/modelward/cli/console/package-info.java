// SPDX-License-Identifier: EPL-2.0
/** Tests of {@code dev.modelward.cli.console}. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.cli.console;
