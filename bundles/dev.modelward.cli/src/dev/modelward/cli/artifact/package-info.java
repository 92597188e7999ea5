// SPDX-License-Identifier: EPL-2.0
/** Protected artifacts and their grants on the command line. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.cli.artifact;
