// SPDX-License-Identifier: EPL-2.0
/** What of a model can be protected: the weights of its layers, cut into blocks. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.protect.blocks;
