// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.compare;

/** How many blocks, of how many weights, of a layer moved from one place to another. */
public record Move(String layer, Place from, Place to, long blocks, long weights) {}
