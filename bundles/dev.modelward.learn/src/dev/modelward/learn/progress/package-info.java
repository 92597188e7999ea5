// SPDX-License-Identifier: EPL-2.0
/** How long work tells its caller where it stands, and hears that it should stop. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.learn.progress;
