// SPDX-License-Identifier: EPL-2.0
/** Tests of builds without a screen. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.workspace.headless;
