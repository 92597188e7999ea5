// SPDX-License-Identifier: EPL-2.0
/**
 * What goes wrong between a model and an artifact, in words that every face of the product says.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.protect.fault;
