// SPDX-License-Identifier: EPL-2.0
/** What a screen shows of a model: its facts, its rows, and the elements that one can select. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.ui.model;
