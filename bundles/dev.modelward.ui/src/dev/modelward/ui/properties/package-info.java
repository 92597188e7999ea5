// SPDX-License-Identifier: EPL-2.0
/** The properties of whatever is selected in a model. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.ui.properties;
