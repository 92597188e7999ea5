// SPDX-License-Identifier: EPL-2.0
/** Tests of the commands that handle artifacts and grants. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.cli.protection;
