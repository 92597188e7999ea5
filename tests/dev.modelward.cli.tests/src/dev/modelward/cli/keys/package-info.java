// SPDX-License-Identifier: EPL-2.0
/** Tests of the commands that make and show keys. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.cli.keys;
