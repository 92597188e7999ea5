// SPDX-License-Identifier: EPL-2.0
/** What a lesson says of itself, and what its hooks refuse. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.learn.lesson;
