// SPDX-License-Identifier: EPL-2.0
/** Tests of the package of the same name. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.ui.properties;
