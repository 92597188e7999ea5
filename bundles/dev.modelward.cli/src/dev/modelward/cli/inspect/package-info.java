// SPDX-License-Identifier: EPL-2.0
/** Looking into models: what they are made of, and what is wrong with them. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.cli.inspect;
