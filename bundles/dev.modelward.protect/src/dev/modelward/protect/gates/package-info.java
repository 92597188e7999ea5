// SPDX-License-Identifier: EPL-2.0
/** Gates that show which blocks a model refuses to lose. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.protect.gates;
