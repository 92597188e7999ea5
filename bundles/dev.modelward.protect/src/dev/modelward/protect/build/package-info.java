// SPDX-License-Identifier: EPL-2.0
/** From an exposure plan to what is sealed: the map, the borders of rings, the limits. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.protect.build;
