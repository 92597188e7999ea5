// SPDX-License-Identifier: EPL-2.0
/** Measures how fast models of hundreds of megabytes and more are sealed and opened. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.protect.bench;
