// SPDX-License-Identifier: EPL-2.0
/** Tests of how an artifact is made and granted as a plan says. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.protect.build;
