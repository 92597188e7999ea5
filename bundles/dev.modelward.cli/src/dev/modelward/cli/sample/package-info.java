// SPDX-License-Identifier: EPL-2.0
/** A model made in code, to try ModelWard with. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.cli.sample;
