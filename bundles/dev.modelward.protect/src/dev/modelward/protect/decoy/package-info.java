// SPDX-License-Identifier: EPL-2.0
/** What stands in the place of a weight that is not shown. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.protect.decoy;
