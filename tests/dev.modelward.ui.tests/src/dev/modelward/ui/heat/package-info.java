// SPDX-License-Identifier: EPL-2.0
/** Tests of the package of the same name, which need no workbench. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.ui.heat;
