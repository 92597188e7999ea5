// SPDX-License-Identifier: EPL-2.0
/** Which blocks each tier of a plan opens, found by measuring what views of a model are worth. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.protect.planner;
