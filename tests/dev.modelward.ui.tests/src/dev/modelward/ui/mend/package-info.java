// SPDX-License-Identifier: EPL-2.0
/** Tests of quick fixes in a real workbench. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.ui.mend;
