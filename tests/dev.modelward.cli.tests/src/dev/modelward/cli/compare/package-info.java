// SPDX-License-Identifier: EPL-2.0
/** Tests of the command that compares artifacts. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.cli.compare;
