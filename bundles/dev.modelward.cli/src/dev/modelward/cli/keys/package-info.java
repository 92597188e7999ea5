// SPDX-License-Identifier: EPL-2.0
/** The vendor's key ring and recipients' identities on the command line. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.cli.keys;
