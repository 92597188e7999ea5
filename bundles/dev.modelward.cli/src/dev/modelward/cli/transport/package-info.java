// SPDX-License-Identifier: EPL-2.0
/** Commands that make one file of an artifact and an artifact of that file. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.cli.transport;
