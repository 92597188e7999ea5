// SPDX-License-Identifier: EPL-2.0
/** Tests on real models and at real sizes, beside other implementations. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.reference;
